import type { Engagement } from '../reminders/engagement.ts'
import type { MeasureAdministration } from '../record/events.ts'
import type { CalendarDay } from '../shared/calendarDay.ts'
import type { MeasurePlanRules, PlannedMeasure } from './plan.ts'

/**
 * How a measure stands as a pair of first and last: `no-baseline` nothing that counts yet, `baseline-only`, `paired`. Only
 * the same measure answered by the same person makes a pair; a score from before the first contact is no baseline
 * (FACTS 5.3).
 */
export interface PairState {
  measure: string
  state: 'no-baseline' | 'baseline-only' | 'paired'
  firstDay: CalendarDay | null
  lastDay: CalendarDay | null
  /** The case will close without a pair unless somebody sees to it; why. */
  atRisk: 'last-sessions' | 'dropping-out' | null
}

/** What is known of a course of sessions. */
export interface PairFacts {
  sessionNumber: number
  sessionsPlanned: number
  /** The day of the first contact, where it is known. */
  firstContactDay: CalendarDay | null
  engagement: Engagement
}

/** The state of each planned measure, in the order of the plan; those with scores that are planned no more after them. Pure. */
export function pairStates(
  plan: readonly PlannedMeasure[],
  administrations: readonly MeasureAdministration[],
  facts: PairFacts,
): PairState[] {
  const measures = [...new Set([...plan.map(({ measure }) => measure), ...administrations.map((a) => a.measure)])]
  return measures.map((measure) => {
    const counting = administrations
      .filter((one) => one.measure === measure && isScored(one))
      .filter(({ localDate }) => facts.firstContactDay === null || localDate >= facts.firstContactDay)
      .sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))
    const first = counting[0]
    const last = counting.length > 1 ? counting.at(-1) : undefined
    const state = last ? 'paired' : first ? 'baseline-only' : 'no-baseline'
    return {
      measure,
      state,
      firstDay: first?.localDate ?? null,
      lastDay: last?.localDate ?? null,
      atRisk: state === 'paired' ? null : whyAtRisk(facts),
    }
  })
}

/** Something of it has a score: the total, or a scale where nothing is added up (goals). */
export const isScored = ({ score, scales }: Pick<MeasureAdministration, 'score' | 'scales'>): boolean =>
  score.state === 'scored' || (scales ?? []).some((one) => one.score.state === 'scored')

/** The last but one session, or the first sign that somebody stops coming. */
function whyAtRisk({ sessionNumber, sessionsPlanned, engagement }: PairFacts): PairState['atRisk'] {
  if (engagement !== 'active') return 'dropping-out'
  return sessionNumber >= sessionsPlanned - 1 ? 'last-sessions' : null
}

/**
 * The one short measure that is offered at the first sign of dropping out: of those with a baseline and no last score, the
 * one that takes least time. Undefined where nothing would make a pair, or everything takes too long. Pure.
 */
export function exitMeasure(
  pairs: readonly PairState[],
  minutesOf: (measure: string) => number | undefined,
  { exit }: Pick<MeasurePlanRules, 'exit'>,
): string | undefined {
  const short = pairs.flatMap(({ measure, state }) => {
    const minutes = minutesOf(measure)
    const fits = state === 'baseline-only' && minutes !== undefined && minutes <= exit['minutes-at-most']
    return fits ? [{ measure, minutes }] : []
  })
  return short.sort((a, b) => a.minutes - b.minutes)[0]?.measure
}
