import type { CalendarDay } from '../shared/calendarDay.ts'

export const REFERRAL_SOURCES = [
  'school', 'self', 'parent-carer', 'gp', 'camhs', 'social-care', 'voluntary', 'other',
] as const // prettier-ignore
export type ReferralSource = (typeof REFERRAL_SOURCES)[number]

/** A referral as it was recorded; one that was not accepted has no case. */
export interface ReferralFacts {
  id: string
  source: ReferralSource
  receivedOn: CalendarDay
  caseId: string | null
  /** For the same issue, within six months of the end of an earlier case. */
  again: boolean
}

/** How a case ended. */
export interface EndFacts {
  day: CalendarDay
  /** Null while it stayed closed. */
  reopenedOn: CalendarDay | null
  reason: string
  destination: 'no-further-support' | 'universal-or-voluntary' | 'specialist' | 'none'
  specialist: string | null
  sessionsHeld: number
}

/** What the quarterly report knows of a case. Days are days in England. */
export interface CaseFacts {
  caseId: string
  openedOn: CalendarDay
  careStatus: string
  ends: readonly EndFacts[]
  /** One for each person and outcome measure that was planned or answered. */
  measures: readonly { measure: string; title: string; firstDay: CalendarDay | null; paired: boolean }[]
  /** Alerts of T2 and T3, with the minutes until somebody took them; null while nobody had. */
  alerts: readonly { day: CalendarDay; minutes: number | null }[]
}

/** Six months in which a referral for the same issue counts as one again. */
export const AGAIN_WITHIN_DAYS = 183
