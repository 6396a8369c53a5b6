/** How long to wait between tries, in milliseconds. */
export interface BackOff {
  firstMs: number
  longestMs: number
}

/** A risk flag is tried again sooner: its wait never grows beyond half a minute. */
export const BACK_OFF: Record<'case' | 'risk', BackOff> = {
  case: { firstMs: 1_000, longestMs: 300_000 },
  risk: { firstMs: 500, longestMs: 30_000 },
}

/** No record may send us away for longer than this, whatever its Retry-After says. */
const LONGEST_ASKED_MS = 900_000

/**
 * The wait before the next try: doubles with each attempt up to the longest, half of it left to chance so that streams
 * that failed together do not come back together, and never shorter than the record asked for. `random` is in [0, 1).
 */
export function waitBeforeNext(backOff: BackOff, attempt: number, random: number, retryAfterMs = 0): number {
  const full = Math.min(backOff.longestMs, backOff.firstMs * 2 ** Math.min(attempt - 1, 30))
  const jittered = full / 2 + (full / 2) * random
  return Math.round(Math.max(jittered, Math.min(retryAfterMs, LONGEST_ASKED_MS)))
}
