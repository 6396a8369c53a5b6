import type { CalendarDay } from '../../shared/calendarDay.ts'
import { addDays } from '../../shared/calendarDay.ts'
import type { MeasureCatalogue } from '../catalogue.ts'
import { clean, reaches } from '../exact.ts'
import type { NationalCode } from '../nationalCodes.ts'
import { normCell, normGroup, tScore } from '../norms.ts'
import { countedContacts, whyNotInCohort, type CareContact, type CodedAssessment, type Referral } from './referral.ts'

export type Rater = 'Self' | 'Parent' | 'Clinician'

/** First and last valid score of one preferred term, and what NHS England's code makes of the change. */
export interface NationalPair {
  term: string
  first: { score: number; on: CalendarDay }
  last: { score: number; on: CalendarDay }
  /** In T points for RCADS where a norm group exists, otherwise raw. */
  difference: number
  reliable: 'improved' | 'deteriorated' | 'none' | null
}

/** What one rater's pairs come to: deterioration wins, then improvement, then no change. Null without a judged pair. */
export interface RaterOutcome {
  paired: boolean
  pairs: NationalPair[]
  outcome: 'improvement' | 'deterioration' | 'no change' | null
}

export type NationalOutcome =
  | { counts: false; why: string }
  | {
      counts: true
      raters: Record<Rater, RaterOutcome>
      /** MHS92-94: paired, two contacts, longer than 14 days. */ mhs92: boolean
    }

/**
 * What NHS England would compute for a referral from its published code, quirks included: RCADS outside the norms is compared
 * raw with a threshold in T points, and the SDQ's direction is the whole tool's. For reports that must match the national
 * figures; clinical change on the screen is change.ts. Pure.
 */
export function nationalOutcome(
  catalogue: MeasureCatalogue,
  referral: Referral,
  contacts: readonly CareContact[],
  assessments: readonly CodedAssessment[],
): NationalOutcome {
  const why = whyNotInCohort(referral)
  if (why !== null) return { counts: false, why }
  const days = countedContacts(referral, contacts)
  const valid = validAssessments(catalogue, referral, assessments)
  const raters = Object.fromEntries(
    (['Self', 'Parent', 'Clinician'] as const).map((rater) => [
      rater,
      outcomeOf(catalogue, referral, days, valid, rater),
    ]),
  ) as Record<Rater, RaterOutcome>
  const long = referral.dischargedOn! > addDays(referral.receivedOn, 14)
  return { counts: true, raters, mhs92: long && days.length >= 2 && pairsOfOneTool(valid) }
}

interface Valid {
  id: number
  on: CalendarDay
  raw: number
  code: NationalCode
}

/** Known code, numeric, inside the code's range, between referral and discharge; exact duplicates once. */
function validAssessments(catalogue: MeasureCatalogue, referral: Referral, all: readonly CodedAssessment[]): Valid[] {
  const codes = new Map(catalogue.codes.codes.map((c) => [c.sctid, c]))
  const seen = new Set<string>()
  return [...all]
    .sort((a, b) => a.id - b.id)
    .flatMap(({ id, code: sctid, score, on }) => {
      const code = codes.get(sctid)
      const raw = typeof score === 'number' ? score : score.trim() === '' ? NaN : Number(score)
      if (!code || !Number.isFinite(raw) || raw < code.min || raw > code.max) return []
      if (on < referral.receivedOn || on > referral.dischargedOn!) return []
      const key = `${on} ${code.preferredTerm} ${raw}`
      if (seen.has(key)) return []
      seen.add(key)
      return [{ id, on, raw, code }]
    })
}

function outcomeOf(
  catalogue: MeasureCatalogue,
  referral: Referral,
  contacts: readonly CalendarDay[],
  valid: readonly Valid[],
  rater: Rater,
): RaterOutcome {
  const [first, second] = contacts
  if (first === undefined || second === undefined) return { paired: false, pairs: [], outcome: null }
  const terms = new Map<string, Valid[]>()
  for (const one of valid)
    if (one.code.inCypOutcomesMetric && one.code.metricRater === rater)
      terms.set(one.code.preferredTerm, [...(terms.get(one.code.preferredTerm) ?? []), one])
  const pairs = [...terms].flatMap(([term, scores]): NationalPair[] => {
    const inOrder = scores.toSorted((a, b) => (a.on === b.on ? a.id - b.id : a.on < b.on ? -1 : 1))
    const start = inOrder.find((s) => s.on >= first)
    const end = inOrder.findLast((s) => s !== start && s.on >= second)
    if (!start || !end) return []
    const difference = changeBetweenScores(catalogue, referral, start, end)
    return [
      {
        term,
        first: { score: start.raw, on: start.on },
        last: { score: end.raw, on: end.on },
        difference,
        reliable: judge(catalogue, start.code, difference),
      },
    ]
  })
  return { paired: pairs.length > 0, pairs, outcome: wins(pairs) }
}

/** Deterioration if any term is reliably worse; improvement if any is better and none worse; otherwise no change. */
export function wins(pairs: readonly Pick<NationalPair, 'reliable'>[]): RaterOutcome['outcome'] {
  if (pairs.some((p) => p.reliable === 'deteriorated')) return 'deterioration'
  if (pairs.some((p) => p.reliable === 'improved')) return 'improvement'
  return pairs.some((p) => p.reliable === 'none') ? 'no change' : null
}

function changeBetweenScores(catalogue: MeasureCatalogue, referral: Referral, first: Valid, last: Valid): number {
  const sd = normsOf(catalogue, referral, first.code)
  return sd ? tScore(last.raw, sd) - tScore(first.raw, sd) : clean(last.raw - first.raw)
}

function normsOf(
  catalogue: MeasureCatalogue,
  referral: Referral,
  code: NationalCode,
): { mean: number; sd: number } | undefined {
  for (const measure of catalogue.measures.values()) {
    const scale =
      measure.norms &&
      measure.scales.find((s) =>
        catalogue.codes.codes.some((c) => c.sctid === s.snomed && c.preferredTerm === code.preferredTerm),
      )
    if (!scale) continue
    const group = normGroup(catalogue.norms, {
      sex: referral.sex,
      age: referral.ageAtReferral,
      convention: 'nhs-england',
    })
    return 'none' in group ? undefined : normCell(catalogue.norms, measure.norms!, group, scale.id)
  }
  return undefined
}

function judge(catalogue: MeasureCatalogue, code: NationalCode, difference: number): NationalPair['reliable'] {
  const threshold = catalogue.thresholds.thresholds.find((t) => t.term === code.preferredTerm)?.threshold
  if (threshold === undefined) return null
  if (!reaches(Math.abs(difference), threshold)) return 'none'
  return difference > 0 === (code.improvementDirection === 'up') ? 'improved' : 'deteriorated'
}

/** Two scores of one tool on different days, whatever the term. */
const pairsOfOneTool = (valid: readonly Valid[]): boolean =>
  valid.some((a) => valid.some((b) => a.code.tool === b.code.tool && b.on > a.on))
