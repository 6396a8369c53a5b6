import { z } from 'zod'
import type { Effect } from '../dialog-kit/index.ts'
import type { Advance } from '../dialog-runner/types.ts'
import { answeredFast, itemAnswers } from '../measures/administration.ts'
import { askedGoal, type AskedGoal } from '../measures/goals.ts'
import { recordedScales, scoreAdministration } from '../measures/score.ts'
import type { MeasureAdministration, SelfHelpEntry } from '../record/events.ts'
import { instantOf, londonDay } from '../shared/calendarDay.ts'
import { idFrom } from '../shared/ids.ts'
import type { Json } from '../shared/json.ts'
import type { SituationPerson } from './situation.ts'
import type { TurnParts } from './parts.ts'

type NewEntry = Omit<SelfHelpEntry, 'version'>

type RecordEffect = Extract<Effect, { type: 'record' }>

/** The dialog that a recorded entry comes from: in hand, put aside, or finished in this very turn. */
export function dialogOf(effect: RecordEffect, advance: Advance): { id: string; version: number } {
  const runId = effect.entry.slice(0, effect.entry.indexOf('/'))
  const runs = [...advance.finished.map((f) => f.run), ...advance.state.stack, ...advance.state.aside]
  const run = runs.find((r) => r.run === runId)
  return { id: run?.dialog ?? 'unknown', version: run?.version ?? 0 }
}

/** What dialogs record in an advance, as it will stand in the record. */
export const recordedIn = (advance: Advance, person: SituationPerson, now: Date, parts: TurnParts): NewEntry[] =>
  advance.effects.flatMap((effect) =>
    effect.type === 'record' ? [selfHelpEvent(effect, dialogOf(effect, advance), person, now, parts)] : [],
  )

/** What a dialog recorded, with the shared fields of the case record (brief 1.0). */
export function selfHelpEvent(
  effect: RecordEffect,
  dialog: { id: string; version: number },
  person: SituationPerson,
  now: Date,
  parts: TurnParts,
): NewEntry {
  const fields = Object.entries(effect.record.fields).filter((field): field is [string, Json] => field[1] !== undefined)
  return {
    type: 'self-help-entry',
    entryId: entryId(effect.entry),
    personId: person.id,
    respondent: person.role,
    occurredAt: now.toISOString(),
    localDate: londonDay(now),
    contentVersion: parts.contentVersion,
    recordType: effect.record.recordType,
    module: effect.record.module,
    name: effect.record.name,
    dialog,
    fields: Object.fromEntries(fields),
    skipped: effect.skipped,
    declined: effect.declined,
    refersTo: effect.record.refersTo ?? null,
    about: effect.record.about === undefined ? null : aboutId(effect.record.about),
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** An entry that a record is about is named by its key, or by its id where it was looked up in the record. */
const aboutId = (about: string): string => (UUID.test(about) ? about : entryId(about))

/** The entry's id follows from its run and step, so passing the step again amends the same entry. */
export const entryId = (key: string): string => idFrom('entry', key)

/** The goals that a goals' dialog was started with; none for any other measure. */
function goalsAsked(input: unknown): AskedGoal[] {
  const { data } = z.object({ goals: z.array(askedGoal) }).safeParse(input)
  return data?.goals ?? []
}

/** Measures that were sent in this turn, scored by their own rules. */
export function administrations(
  advance: Advance,
  person: SituationPerson,
  now: Date,
  parts: TurnParts,
): Omit<MeasureAdministration, 'version'>[] {
  return advance.finished.flatMap(({ run, how }): Omit<MeasureAdministration, 'version'>[] => {
    const measure = parts.measures.get(run.dialog)
    if (measure === undefined || how !== 'completed' || run.answers.check?.state !== 'given') return []
    const answers = itemAnswers(measure, run.answers, goalsAsked(run.input))
    return [
      {
        type: 'measure-administration',
        entryId: entryId(run.run),
        personId: person.id,
        respondent: person.role,
        occurredAt: now.toISOString(),
        localDate: londonDay(now),
        contentVersion: parts.contentVersion,
        measure: measure.id,
        measureVersion: measure.version,
        startedAt: instantOf(run.startedAt).toISOString(),
        answers,
        score: scoreAdministration(measure, answers),
        scales: recordedScales(measure, answers, { tables: parts.norms, group: person.normGroup }),
        fast: answeredFast(run.answeredAt),
      },
    ]
  })
}
