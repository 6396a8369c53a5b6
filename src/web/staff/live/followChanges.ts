/** What the page has to fetch again. */
export type Changed = 'alerts' | 'cases'

/** Whether what is on the screen can be trusted to be the present state. */
export type Freshness = { state: 'live' } | { state: 'stale'; since: Date; tries: number } | { state: 'signed-out' }

export interface FollowParts {
  /** One long-poll: answers when something changed or when the wait is over. Throws when the server cannot be reached. */
  ask(
    since: string | undefined,
    signal: AbortSignal,
  ): Promise<{ cursor: string; changed: readonly Changed[] } | 'signed-out'>
  /** Waits; ends early when `wake` was called or the signal aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
  now(): Date
  /** 0 ≤ n < 1. */
  random(): number
  onChanged(changed: readonly Changed[]): void
  onFreshness(freshness: Freshness): void
}

const LONGEST_WAIT_MS = 30_000

/** Wait before the next try: 1, 2, 4 … 30 seconds, spread by a quarter so that many pages do not ask at once. */
export const backOff = (tries: number, random: number): number =>
  Math.min(LONGEST_WAIT_MS, 1000 * 2 ** (tries - 1)) * (0.75 + random / 2)

/**
 * Follows what changes on the server until the signal aborts. The first failed try already marks the page as stale: staff
 * must not trust an old alerts list for one moment longer than need be. At the start and after a gap everything is fetched
 * again, as changes may have been missed.
 */
export async function followChanges(parts: FollowParts, signal: AbortSignal): Promise<void> {
  let cursor: string | undefined
  let tries = 0
  let staleSince: Date | null = null
  while (!signal.aborted) {
    try {
      const answer = await parts.ask(cursor, signal)
      if (signal.aborted) return
      if (answer === 'signed-out') return parts.onFreshness({ state: 'signed-out' })
      // What was fetched before the first cursor, or before a gap, may have changed unseen: fetch it all again.
      const mayHaveMissed = cursor === undefined || staleSince !== null
      cursor = answer.cursor
      tries = 0
      staleSince = null
      if (mayHaveMissed) parts.onChanged(['alerts', 'cases'])
      else if (answer.changed.length > 0) parts.onChanged(answer.changed)
      parts.onFreshness({ state: 'live' })
    } catch {
      if (signal.aborted) return
      tries += 1
      staleSince ??= parts.now()
      parts.onFreshness({ state: 'stale', since: staleSince, tries })
      await parts.sleep(backOff(tries, parts.random()), signal)
    }
  }
}
