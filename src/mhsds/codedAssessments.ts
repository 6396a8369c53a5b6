import type { NationalCode, NationalCodes } from '../measures/nationalCodes.ts'
import type { MeasureAdministration, ScaleScore } from '../record/events.ts'
import { londonTimestamp, type CalendarDay } from '../shared/calendarDay.ts'

/** An administration with the case it belongs to. All versions may be given: the highest one holds. */
export interface AdministrationOfCase {
  caseRef: string
  event: MeasureAdministration
}

/** Days in England, both belong to it. */
export interface Period {
  from: CalendarDay
  until: CalendarDay
}

/** A row of MHS606CodedScoreAssessmentRefer: a coded score that belongs to the referral. */
export interface ReferralScore {
  ServiceRequestId: string
  CodedAssToolType: string
  PersScore: string
  AssToolCompTimestamp: string
}

/** A row of MHS607CodedScoreAssessmentAct: one that belongs to a care activity, which has the time. */
export interface ActivityScore {
  CareActId: string
  CodedAssToolType: string
  PersScore: string
}

/** A score that is not submitted, and why. */
export interface ExcludedScore {
  caseRef: string
  measure: string
  scale: string
  completedOn: string
  why: string
}

export interface CodedAssessments {
  referral: ReferralScore[]
  activity: ActivityScore[]
  excluded: ExcludedScore[]
  /** How many of the rows can make a paired score nationally; the rest is submitted and never counted. */
  countNationally: number
}

/**
 * The coded scored assessments of a period, as the Mental Health Services Data Set takes them: raw scores with their
 * SNOMED CT codes, never T-scores. A score answered by chat belongs to the referral (MHS606), one answered in a care
 * activity to that (MHS607). What cannot be submitted is listed with the reason, never left out in silence.
 * Columns: NHS Digital's own names as its code reads them (github:NHSDigital/mental-health-monthly-statistics). Pure.
 */
export function codedAssessments(
  administrations: readonly AdministrationOfCase[],
  codes: NationalCodes,
  { from, until }: Period,
): CodedAssessments {
  const known = new Map(codes.codes.map((code) => [code.sctid, code]))
  const result: CodedAssessments = { referral: [], activity: [], excluded: [], countNationally: 0 }
  const newest = highestVersions(administrations)
  const ownGoals = new Set(newest.filter(isOwnGoals).map(({ caseRef }) => caseRef))
  for (const { caseRef, event } of newest) {
    if (event.localDate < from || event.localDate > until) continue
    for (const scale of event.scales ?? [WITHOUT_SCALES]) {
      const code = scale.code === null ? undefined : known.get(scale.code)
      const score =
        isParentsGoals(event) && ownGoals.has(caseRef) ? PARENTS_GOALS_PAIR_WRONGLY : scoreToSubmit(scale, code)
      if (typeof score === 'string') {
        const { measure, localDate } = event
        result.excluded.push({ caseRef, measure, scale: scale.scale, completedOn: localDate, why: score })
        continue
      }
      const same = { CodedAssToolType: score.code.sctid, PersScore: String(score.raw) }
      if (event.careActivityRef !== undefined) result.activity.push({ CareActId: event.careActivityRef, ...same })
      else {
        const AssToolCompTimestamp = londonTimestamp(new Date(event.occurredAt))
        result.referral.push({ ServiceRequestId: caseRef, ...same, AssToolCompTimestamp })
      }
      if (score.code.inCypOutcomesMetric) result.countNationally++
    }
  }
  return result
}

const GOALS = 'gbo'
const isOwnGoals = ({ event }: AdministrationOfCase) => event.measure === GOALS && event.respondent === 'young-person'
const isParentsGoals = (event: MeasureAdministration) => event.measure === GOALS && event.respondent === 'parent-carer'

/** Nationally a goal's code says nothing of who rated it: two people's goals of one number would be paired with each other. */
const PARENTS_GOALS_PAIR_WRONGLY =
  'the young person of this case rates goals too, and nationally a goal has no rater: the two would be paired with each other'

/** Entries from before scales were recorded. */
const WITHOUT_SCALES: ScaleScore = {
  scale: 'total',
  title: 'total',
  code: null,
  score: { state: 'not-scorable', reason: 'no scale was recorded' },
}

/** The score and its code, or why it is not submitted. */
function scoreToSubmit(
  { code, score }: ScaleScore,
  known: NationalCode | undefined,
): { raw: number; code: NationalCode } | string {
  if (code === null) return 'the national table has no code for this score'
  if (known === undefined) return `the code ${code} is not in the national table`
  if (score.state !== 'scored') return `not scorable: ${score.reason}`
  if (score.raw < known.min || score.raw > known.max)
    return `${score.raw} is outside the range ${known.min} to ${known.max} that the national table permits`
  return { raw: score.raw, code: known }
}

/** In the order completed. */
function highestVersions(administrations: readonly AdministrationOfCase[]): AdministrationOfCase[] {
  const highest = new Map<string, AdministrationOfCase>()
  for (const one of administrations) {
    const before = highest.get(one.event.entryId)
    if (before === undefined || before.event.version < one.event.version) highest.set(one.event.entryId, one)
  }
  const order = ({ event }: AdministrationOfCase) => `${event.occurredAt} ${event.entryId}`
  return [...highest.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1))
}
