import type { Reached } from './attempt.ts'

/** When a circuit opens and for how long, in milliseconds. */
export interface CircuitRule {
  /** After so many tries in a row that did not reach the record. */
  opensAfter: number
  firstMs: number
  longestMs: number
}

/** A record that is down is asked by one entry at a time; for risk flags more often than for the rest. */
export const CIRCUIT: Record<'case' | 'risk', CircuitRule> = {
  case: { opensAfter: 5, firstMs: 2_000, longestMs: 60_000 },
  risk: { opensAfter: 5, firstMs: 1_000, longestMs: 15_000 },
}

/** However long a record wants to be left alone, it is asked again after this. */
const LONGEST_ASKED_MS = 60_000

/** A probe that never came back holds nobody up for longer than this. */
const PROBE_MS = 25_000

export type CircuitState = { state: 'closed' } | { state: 'open'; until: Date; since: Date }

/**
 * Whether the record can be reached, as the last tries of one stream have shown. Closed: everybody tries. Open: nobody
 * does until its time has come, then one entry tries for all (half open): one success closes it, one failure opens it
 * for longer. Each stream has its own, so that a failing case stream never keeps a risk flag waiting.
 */
export interface Circuit {
  /** Null: go ahead, and report what came of it. Otherwise when to come back. */
  waitUntil(now: Date): Date | null
  /** Returns the new state where it has changed between closed and open. */
  report(reached: Reached, now: Date, retryAfterMs?: number): CircuitState | null
  /** The other stream has reached the record: try again at once. */
  hearsOfSuccess(now: Date): void
}

/** `random` is in [0, 1): processes that found it down together do not come back together. */
export function createCircuit(rule: CircuitRule, random: () => number): Circuit {
  let failures = 0
  let opened = 0
  let open: { since: number; until: number } | undefined
  let probeUntil = 0

  return {
    waitUntil(now) {
      const at = now.getTime()
      if (open === undefined) return null
      if (at < open.until) return new Date(open.until)
      if (at < probeUntil) return new Date(Math.min(probeUntil, at + rule.firstMs))
      probeUntil = at + PROBE_MS
      return null
    },
    report(reached, now, retryAfterMs = 0) {
      const at = now.getTime()
      probeUntil = 0
      if (reached === 'yes') {
        const was = open
        open = undefined
        failures = opened = 0
        return was === undefined ? null : { state: 'closed' }
      }
      failures++
      // Tries that were under way when it opened say nothing new.
      if (open !== undefined && at < open.until) return null
      if (open === undefined && failures < rule.opensAfter && reached === 'no') return null
      const full = Math.min(rule.longestMs, rule.firstMs * 2 ** Math.min(opened, 20))
      const wait = Math.max(full / 2 + (full / 2) * random(), Math.min(retryAfterMs, LONGEST_ASKED_MS))
      const since = open?.since ?? at
      const isNew = open === undefined
      opened++
      open = { since, until: at + Math.round(wait) }
      return isNew ? { state: 'open', since: new Date(since), until: new Date(open.until) } : null
    },
    hearsOfSuccess(now) {
      if (open !== undefined) open.until = Math.min(open.until, now.getTime())
    },
  }
}
