import { addDays, type CalendarDay } from '../shared/calendarDay.ts'
import type { Moment, PlannedMeasure } from './plan.ts'

/** One measure that somebody sent in, as far as it matters here. */
export interface Answered {
  measure: string
  day: CalendarDay
  /** Something of it could be scored. */
  scored: boolean
}

/** What decides which measures are due before a session. */
export interface DueFacts {
  /** Of the session that is to come. */
  sessionNumber: number
  sessionsPlanned: number
  sessionDay: CalendarDay
  /** The session before it, where that is known. */
  previousSessionDay: CalendarDay | null
  answered: readonly Answered[]
  /** Asked for and not finished. */
  open: readonly string[]
}

/** Answered this many days before a session, and not before the last one, it is as good as answered for it. */
const FRESH_DAYS = 5

/**
 * Which measures of a plan are due before a session, and for which moment. Nothing is due before the first session: scores
 * from before the first contact are ignored nationally (FACTS 5.3). Pure.
 */
export function measuresDue(plan: readonly PlannedMeasure[], facts: DueFacts): { measure: string; reason: Moment }[] {
  const { sessionDay, previousSessionDay, answered, open } = facts
  const freshFrom = [addDays(sessionDay, -FRESH_DAYS), ...(previousSessionDay ? [addDays(previousSessionDay, 1)] : [])]
    .sort()
    .at(-1)!
  return plan.flatMap(({ measure, when }) => {
    if (open.includes(measure)) return []
    if (answered.some((one) => one.measure === measure && one.day >= freshFrom && one.day <= sessionDay)) return []
    const reason = momentsOf(
      facts,
      answered.some((one) => one.measure === measure && one.scored),
    ).find((one) => when.includes(one))
    return reason === undefined ? [] : [{ measure, reason }]
  })
}

/** What the coming session is for one measure, the most particular first. */
function momentsOf({ sessionNumber, sessionsPlanned }: DueFacts, hasBaseline: boolean): Moment[] {
  if (sessionNumber < 2) return []
  return [
    ...(sessionNumber >= sessionsPlanned ? (['end'] as const) : []),
    ...(hasBaseline ? [] : (['baseline'] as const)),
    ...(sessionNumber === reviewSession(sessionsPlanned) ? (['review'] as const) : []),
    'session',
  ]
}

/** The session in the middle: the fourth of six. */
export const reviewSession = (sessionsPlanned: number): number => Math.floor(sessionsPlanned / 2) + 1
