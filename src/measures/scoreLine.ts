import type { ItemAnswer } from '../record/events.ts'
import type { Fault } from '../shared/errors.ts'
import { bandOfScale, bandOfT, totalScale } from './bands.ts'
import type { MeasureCatalogue } from './catalogue.ts'
import { compareRequested } from './compareRequested.ts'
import { reaches } from './exact.ts'
import { normCell, normGroup, tScore, type NormGroup } from './norms.ts'
import { readAnswers, type ReadAnswers } from './readAnswers.ts'
import { chooseForms, type Forms } from './chooseForms.ts'
import { scoreRequest, type FaultyLine, type ScoredLine, type ScoreRequest } from './scoreRequest.ts'
import { scoreNights } from './scoreNights.ts'
import { scoreScales } from './scoreScales.ts'
import type { ScaleScore } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

/**
 * Scores one line of the score command. Never throws: a line that cannot be used comes back with every fault named by
 * place and mend. Pure; the format stands in scoreRequest.ts and in the README.
 */
export function scoreLine(catalogue: MeasureCatalogue, line: unknown): ScoredLine | FaultyLine {
  const read = scoreRequest.safeParse(line)
  if (!read.success)
    return faulty(
      idOf(line),
      read.error.issues.map((i) => ({ place: placeOf(i.path), problem: i.message })),
    )
  const request = read.data
  const faults: Fault[] = []
  const forms = chooseForms(catalogue, request, faults)
  const answers = forms && readAnswers(forms.measure, request, faults)
  const group = normGroupOf(catalogue, request, faults)
  if (!forms || faults.length > 0) return faulty(request.id, faults)
  const scored = answers && scoreAnswers(catalogue, forms.measure, answers, group)
  const compared = compareRequested(catalogue, forms, request, group, scored?.raw, faults)
  if (faults.length > 0) return faulty(request.id, faults)
  return {
    id: request.id,
    ...scored?.line,
    ...compared.line,
    ...(usesNorms(forms) && !('none' in group) ? { norm: group } : {}),
    ...notes(forms, group, [...forms.notes, ...(answers?.notes ?? []), ...(scored?.notes ?? []), ...compared.notes]),
  }
}

interface Scored {
  line: Omit<ScoredLine, 'id'>
  raw: ReadonlyMap<string, number>
  notes: string[]
}

function scoreAnswers(
  catalogue: MeasureCatalogue,
  measure: MeasureDefinition,
  answers: ReadAnswers,
  group: NormGroup | { none: string },
): Scored {
  const { scores, nights } = answers.averaged
    ? scoreNights(measure, answers.nights)
    : { scores: scoreScales(measure, answers.nights[0]!.answers, answers.nights[0]), nights: undefined }
  const raw = new Map([...scores].flatMap(([id, s]) => (s.state === 'scored' ? [[id, s.raw] as const] : [])))
  const t = new Map(
    [...raw].flatMap(([id, value]) => {
      const cell = measure.norms && !('none' in group) ? normCell(catalogue.norms, measure.norms, group, id) : undefined
      return cell ? [[id, tScore(value, cell)] as const] : []
    }),
  )
  const total = totalScale(measure)
  const totalRaw = total && raw.get(total.id)
  const bandFor = (id: string): string | null => {
    const scale = measure.scales.find((s) => s.id === id)!
    const score = t.get(id)
    if (score !== undefined) return bandOfT(measure, score)
    return raw.has(id) ? bandOfScale(scale, raw.get(id)!) : null
  }
  const bands = Object.fromEntries(
    measure.scales.flatMap(({ id }) => {
      const band = bandFor(id)
      return band === null ? [] : [[id, band]]
    }),
  )
  const band = total && bands[total.id]
  const cutOff = measure.cutOff
  return {
    line: {
      ...(totalRaw === undefined ? {} : { total: totalRaw }),
      ...(measure.scales.length > 1 && raw.size > 0
        ? {
            subscales: Object.fromEntries(
              [...raw].map(([id, value]) => [id, { raw: value, ...(t.has(id) ? { t: t.get(id)! } : {}) }]),
            ),
          }
        : {}),
      ...(band === undefined ? {} : { band }),
      ...(measure.scales.length > 1 && Object.keys(bands).length > 0 ? { bands } : {}),
      ...(total?.caseness !== undefined && totalRaw !== undefined
        ? { caseness: reaches(totalRaw, total.caseness) }
        : {}),
      ...notScorable(measure, asked(measure, scores, answers)),
      ...riskOf(measure, answers),
      ...(nights ? { nights } : {}),
    },
    raw,
    notes:
      cutOff && totalRaw !== undefined
        ? [
            `${totalRaw} is ${reaches(totalRaw, cutOff.from) ? 'at or above' : 'below'} the published screening cut-off of ${cutOff.from} (${cutOff.source}); not a diagnosis`,
          ]
        : [],
  }
}

/** Without the scales whose items were not part of this administration: a third goal, an impact supplement. */
function asked(
  measure: MeasureDefinition,
  scores: ReadonlyMap<string, ScaleScore>,
  answers: ReadAnswers,
): ReadonlyMap<string, ScaleScore> {
  const items = new Set(answers.nights[0]!.answers.map((a) => a.item))
  const optional = new Set(measure.items.filter((i) => i.optional && !items.has(i.id)).map((i) => i.id))
  const without = new Set(
    measure.scales
      .filter((s) =>
        s.method === 'item' ? optional.has(s.item) : s.method === 'sum' && s.items.every((i) => optional.has(i)),
      )
      .map((s) => s.id),
  )
  return new Map([...scores].filter(([id]) => !without.has(id)))
}

function notScorable(
  measure: MeasureDefinition,
  scores: ReadonlyMap<string, ScaleScore>,
): Pick<ScoredLine, 'notScorable'> {
  const reasons: Record<string, string> = {}
  for (const [id, score] of scores)
    if (score.state === 'not-scorable') {
      reasons[id] = score.reason
      if (id === measure.total) reasons.total = score.reason
    }
  return Object.keys(reasons).length > 0 ? { notScorable: reasons } : {}
}

/** Risk items by their own rule: reached, or not answered. An empty list says that all were answered and none acts. */
function riskOf(measure: MeasureDefinition, answers: ReadAnswers): Pick<ScoredLine, 'risk' | 'riskNotAnswered'> {
  const items = measure.items.filter((i) => i.risk)
  if (items.length === 0) return {}
  const given = new Map(answers.nights[0]!.answers.map((a: ItemAnswer) => [a.item, a.answer]))
  const risk = items.filter((i) => (given.get(i.id) ?? -1) >= i.risk!.from).map((i) => i.id)
  const not = items.filter((i) => (given.get(i.id) ?? null) === null).map((i) => i.id)
  const all = [...risk, ...answers.extraRisk]
  const allNot = [...not, ...answers.extraRiskNotAnswered]
  return {
    ...(all.length > 0 || allNot.length === 0 ? { risk: all } : {}),
    ...(allNot.length > 0 ? { riskNotAnswered: allNot } : {}),
  }
}

function normGroupOf(
  catalogue: MeasureCatalogue,
  request: ScoreRequest,
  faults: Fault[],
): NormGroup | { none: string } {
  const choice = {
    sex: request.sex?.trim().toUpperCase(),
    age: request.age,
    convention: request.convention,
  }
  const band = request.normBand
  if (band !== undefined && choice.age !== undefined && choice.convention !== undefined) {
    const byAge = normGroup(catalogue.norms, { ...choice, sex: 'M' })
    if ('none' in byAge || byAge.band !== band)
      faults.push({
        place: 'normBand',
        problem: `is ${band}, and the age ${choice.age} belongs to ${'none' in byAge ? 'no band' : byAge.band} in the ${choice.convention} convention`,
        mend: 'give normBand or age, not both',
      })
  }
  return normGroup(catalogue.norms, { ...choice, band })
}

const usesNorms = (forms: Forms): boolean => forms.all.some((m) => m.norms !== undefined)

function notes(forms: Forms, group: NormGroup | { none: string }, list: readonly string[]): Pick<ScoredLine, 'notes'> {
  const all = [...(usesNorms(forms) && 'none' in group ? [`no T-scores: ${group.none}`] : []), ...list]
  return all.length > 0 ? { notes: all } : {}
}

const placeOf = (path: readonly PropertyKey[]): string =>
  path.map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i > 0 ? '.' : ''}${String(part)}`)).join('') ||
  'line'

function idOf(line: unknown): string | number | null {
  const id = typeof line === 'object' && line !== null ? (line as { id?: unknown }).id : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}

/** A fault in one sentence each: place, problem, mend. */
const faulty = (id: string | number | null, faults: readonly Fault[]): FaultyLine => ({
  id,
  error: faults.map((f) => `${f.place}: ${f.problem}${f.mend ? ` (${f.mend})` : ''}`).join('; '),
})
