import type { ReminderRules } from './rules.ts'

/** What is known of how somebody uses this. Days are full days. */
export interface EngagementFacts {
  daysSinceEntry: number | null
  unanswered: number
  missedSession: boolean
  /** A T2 or T3 question without a reply, or low ratings and then silence. */
  worrying: boolean
}

export const ENGAGEMENTS = ['active', 'quiet', 'no-contact', 'disengaging', 'worried-silence'] as const
export type Engagement = (typeof ENGAGEMENTS)[number]

/**
 * What somebody's silence is called, so that a human decides what to do about it (brief 5.2). It never closes anything.
 * Somebody who has not made a first entry yet counts from when they joined: hand those days in.
 */
export function engagementOf(facts: EngagementFacts, rules: ReminderRules['engagement']): Engagement {
  const days = facts.daysSinceEntry ?? 0
  if (facts.worrying) return 'worried-silence'
  if (days >= rules.disengaging || (days >= rules['no-contact'] && facts.missedSession)) return 'disengaging'
  if (days >= rules['no-contact']) return 'no-contact'
  if (days > rules.active || facts.unanswered >= rules['quiet-after-unanswered']) return 'quiet'
  return 'active'
}
