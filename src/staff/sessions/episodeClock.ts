const DAY_MS = 86_400_000
/** 4 to 6 sessions in 4 to 6 weeks (operational guidance; brief G1). */
const AT_MOST = { sessions: 6, weeks: 6 }

/** What the clock is read from. `sessionNumber` is that of the session that comes next. */
interface Episode {
  sessionNumber: number
  firstHeldAt: Date | null
  openedAt: Date
  nextAt: Date | null
}

/**
 * Where an episode stands (brief 6.2): how many sessions were held, which week it is in, and whether it is beyond what was
 * meant. A seventh session that is planned counts as being beyond. Weeks count from the first session that was held.
 */
export function readClock(
  { sessionNumber, firstHeldAt, openedAt, nextAt }: Episode,
  now: Date,
): { sessionsHeld: number; week: number; over: boolean } {
  const days = Math.max(0, now.getTime() - (firstHeldAt ?? openedAt).getTime()) / DAY_MS
  const held = sessionNumber - 1
  const planned = held + (nextAt === null ? 0 : 1)
  return {
    sessionsHeld: held,
    week: Math.floor(days / 7) + 1,
    over: planned > AT_MOST.sessions || days > AT_MOST.weeks * 7,
  }
}
