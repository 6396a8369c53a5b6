import type { ItemAnswer } from '../record/events.ts'
import type { Fault } from '../shared/errors.ts'
import { hasAnswers } from './chooseForms.ts'
import type { NightAnswers } from './scoreNights.ts'
import type { ScoreRequest } from './scoreRequest.ts'
import { optionsOf, type MeasureDefinition, type MeasureItem } from './shape.ts'

type Given = number | string | boolean | null

/** The answers of a request, read by the measure: one occasion, or several nights of a diary. */
export interface ReadAnswers {
  nights: NightAnswers[]
  /** Several nights were asked for, even where the list holds one. */
  averaged: boolean
  /** Risk items that only a person asks (PHQ-A 12 and 13): answered so that they act, or not answered. */
  extraRisk: string[]
  extraRiskNotAnswered: string[]
  notes: string[]
}

/** Reads the answers in item order, null as declined. Adds every fault with its place; undefined when there are none to read. */
export function readAnswers(
  measure: MeasureDefinition,
  request: ScoreRequest,
  faults: Fault[],
): ReadAnswers | undefined {
  if (!hasAnswers(request)) {
    if (request.first !== undefined && request.last !== undefined) return undefined
    if (request.answers === undefined || measure.items.length > 0)
      faults.push({ place: 'answers', problem: 'is missing', mend: 'a list in item order, with null for declined' })
  }
  const list = request.answers ?? []
  const several = measure.asked === 'diary' && list.length > 0 && list.every((one) => Array.isArray(one))
  const rows = (several ? list : [list]) as (Given | Given[])[][]
  const extra = extraItems(measure, rows[0]!.length)
  const nights = rows.map((row, n): NightAnswers => {
    const place = several ? `answers[${n}]` : 'answers'
    const stillTrying = Array.isArray(request.stillTrying) ? request.stillTrying[n] : request.stillTrying
    return { answers: readRow(measure, row, place, extra.length, faults), stillTrying: stillTrying ?? false }
  })
  const extraAnswers = extra.map((item, i) => ({
    item,
    says: readLabel(item, rows[0]![measure.items.length + i], `answers[${measure.items.length + i}]`, faults),
  }))
  return {
    nights,
    averaged: several,
    extraRisk: extraAnswers
      .filter(({ item, says }) => item.risk !== undefined && says === item.risk.label)
      .map(({ item }) => item.id),
    extraRiskNotAnswered: extraAnswers
      .filter(({ item, says }) => item.risk !== undefined && says === null)
      .map(({ item }) => item.id),
    notes:
      measure.asked === 'diary' && request.stillTrying === undefined
        ? [
            'TASAFA is taken as 0: nothing says that the person was still trying to sleep after the final waking ("stillTrying": true)',
          ]
        : [],
  }
}

function readRow(
  measure: MeasureDefinition,
  row: (Given | Given[])[],
  place: string,
  extra: number,
  faults: Fault[],
): ItemAnswer[] {
  const needed = measure.items.filter((i) => !i.optional).length
  const most = measure.items.length
  if (most === 0) return []
  const least = measure.asked === 'goal-by-goal' ? 1 : needed
  const count = row.length - extra
  // Optional items come together or not at all, but a goal may simply not exist.
  const fits = measure.asked === 'goal-by-goal' ? count >= least && count <= most : count === needed || count === most
  if (!fits) {
    const counts = measure.asked === 'goal-by-goal' ? `1 to ${most}` : [...new Set([needed, most])].join(' or ')
    faults.push({
      place,
      problem: `has ${row.length}, and ${measure.id} has ${counts} items`,
      mend: 'one answer an item in order, null for declined',
    })
    return []
  }
  return measure.items.slice(0, count).map((item, i): ItemAnswer => {
    const given = row[i]
    if (given === null || given === undefined) return { item: item.id, state: 'declined', answer: null }
    const answer = Array.isArray(given) ? undefined : readAnswer(measure, item, given)
    if (answer !== undefined) return { item: item.id, state: 'given', answer }
    faults.push({
      place: `${place}[${i}]`,
      problem: `${JSON.stringify(given)} is no answer to item ${item.id}`,
      mend: `${permitted(measure, item)}, or null for declined`,
    })
    return { item: item.id, state: 'missing', answer: null }
  })
}

function readAnswer(measure: MeasureDefinition, item: MeasureItem, given: Given): number | undefined {
  if (item.answer === 'time') return minutesOf(given)
  if (typeof given !== 'number') return undefined
  if (item.answer === 'minutes') return given >= 0 && given < 24 * 60 ? given : undefined
  if (item.answer === 'count') return Number.isInteger(given) && given >= 0 ? given : undefined
  if (item.answer === 'ordinal') return given
  if (measure.between) return given >= measure.between.from && given <= measure.between.to ? given : undefined
  return optionsOf(measure, item).some((o) => o.value === given) ? given : undefined
}

function permitted(measure: MeasureDefinition, item: MeasureItem): string {
  if (item.answer === 'time') return 'a time such as "23:15"'
  if (item.answer === 'minutes') return 'minutes from 0'
  if (item.answer === 'count') return 'a whole number from 0'
  if (item.answer === 'ordinal') return 'a number'
  if (measure.between) return `a number from ${measure.between.from} to ${measure.between.to}`
  return optionsOf(measure, item)
    .map((o) => o.value)
    .join(', ')
}

/** Minutes after midnight of a time of day such as "7:05" or "23:15". */
function minutesOf(given: Given): number | undefined {
  const found = typeof given === 'string' ? /^([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(given.trim()) : null
  return found ? Number(found[1]) * 60 + Number(found[2]) : undefined
}

type ExtraItem = MeasureDefinition['notAsked'][number]

/** Items that only a person asks, where their answers were given too. */
const extraItems = (measure: MeasureDefinition, count: number): ExtraItem[] => {
  const asked = measure.notAsked.filter((i) => i.labels !== undefined)
  return asked.length > 0 && count === measure.items.length + asked.length ? asked : []
}

/** A label as it stands on the form; yes and no also as true and false or 1 and 0. Null for declined. */
function readLabel(item: ExtraItem, given: Given | Given[] | undefined, place: string, faults: Fault[]): string | null {
  if (given === null || given === undefined) return null
  const labels = item.labels!
  const yesNo = labels.length === 2 && labels[0] === 'Yes'
  const found = yesNo && (given === true || given === 1) ? 'Yes'
    : yesNo && (given === false || given === 0) ? 'No'
    : typeof given === 'string' ? labels.find((l) => l.toLowerCase() === given.trim().toLowerCase())
    : typeof given === 'number' && !yesNo ? labels[given]
    : undefined // prettier-ignore
  if (found === undefined)
    faults.push({
      place,
      problem: `${JSON.stringify(given)} is no answer to item ${item.id}`,
      mend: `${labels.join(', ')}, or null for declined`,
    })
  return found ?? null
}
