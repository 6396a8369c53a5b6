import type { Queryable } from '../../database/database.ts'
import { readClock } from './episodeClock.ts'
import { firstHeldOf, type KeptSession } from './readSessions.ts'

/** The episode clock of a case whose sessions were read. */
export async function readCaseClock(
  client: Queryable,
  caseId: string,
  sessions: readonly KeptSession[],
  now: Date,
): Promise<ReturnType<typeof readClock>> {
  const { rows } = await client.query<{ created_at: Date; next_session_at: Date | null; session_number: number }>(
    'select created_at, next_session_at, session_number from cases where id = $1',
    [caseId],
  )
  const { created_at: openedAt, next_session_at: nextAt, session_number: sessionNumber } = rows[0]!
  return readClock({ sessionNumber, firstHeldAt: firstHeldOf(sessions), openedAt, nextAt }, now)
}
