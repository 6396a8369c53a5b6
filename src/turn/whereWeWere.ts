import { isNight } from '../dialog-kit/index.ts'
import { londonDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'

/** What the one line about where we were is about (brief 1.0, returning user). */
export interface Where {
  kind: 'plan-ahead' | 'plan-due' | 'put-aside' | 'log-put-aside' | 'measure-waits' | 'week' | 'worries-held'
  about?: string
  count?: number
}

type Offered = readonly { input?: Json }[]

/** The line for somebody who comes back: what was left half done, what is due, what waits, then what is tried this week. */
export function where(
  { due, ahead }: { due: { input?: Json } | undefined; ahead: readonly { about: string | null }[] },
  aside: { dialog: string } | undefined,
  measure: boolean,
  worries: Where | undefined,
  task: string | undefined,
): { where?: Where } {
  if (aside) return { where: { kind: aside.dialog === 'log-an-activity' ? 'log-put-aside' : 'put-aside' } }
  if (due) return { where: { kind: 'plan-due', about: activityOf(due.input) } }
  if (measure) return { where: { kind: 'measure-waits' } }
  if (worries) return { where: worries }
  if (ahead[0]) return { where: { kind: 'plan-ahead', about: ahead[0].about ?? undefined } }
  return task === undefined ? {} : { where: { kind: 'week', about: task } }
}

/** How many worries are held, and for when. Not told at night, nor their words ever at the start (brief 1b). */
export function worriesWaiting(openings: Offered, now: Date): Where | undefined {
  if (isNight(londonDateTime(now))) return undefined
  for (const { input } of openings) {
    const { heldCount, nextTime } = (input ?? {}) as { heldCount?: unknown; nextTime?: unknown }
    if (typeof heldCount === 'number' && heldCount > 0 && typeof nextTime === 'string')
      return { kind: 'worries-held', count: heldCount, about: nextTime }
  }
  return undefined
}

/** What is being tried for the nights, in their own words; undefined where nothing is (brief 1c, returning user). */
export function changesTried(openings: Offered): string | undefined {
  for (const { input } of openings) {
    const { changes } = (input ?? {}) as { changes?: unknown }
    if (!Array.isArray(changes)) continue
    const whats = changes.flatMap((change: { what?: unknown } | null) =>
      typeof change?.what === 'string' ? [change.what] : [],
    )
    if (whats.length > 0) return whats.join(', ')
  }
  return undefined
}

function activityOf(input: Json | undefined): string | undefined {
  const activity = (input as { activity?: unknown } | null)?.activity
  return typeof activity === 'string' ? activity : undefined
}
