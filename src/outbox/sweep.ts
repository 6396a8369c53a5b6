import type { Database } from '../database/database.ts'
import type { Jobs } from '../database/jobs.ts'
import { jobFor, type StreamRef } from './queues.ts'

/**
 * Wakes every stream whose first entry is due: after a start, a killed process, or a job that got lost. Nothing waits
 * only because nobody thought of it.
 */
export async function wakeDueStreams(parts: { database: Database; jobs: Jobs }, now: Date): Promise<void> {
  const { rows } = await parts.database.query<StreamRef>(
    `select distinct case_id as "caseId", stream from outbox where state = 'waiting' and next_attempt_at <= $1 limit 1000`,
    [now],
  )
  for (const stream of rows) await parts.jobs.enqueue(jobFor(stream))
}

/**
 * On the embedded database nobody else runs when a process starts, so whatever waits may be tried at once: an entry that
 * a killed process had in hand, and one that was backing off.
 */
export async function releaseWaiting(database: Database, now: Date): Promise<void> {
  if (database.kind === 'embedded')
    await database.query(`update outbox set next_attempt_at = $1 where state = 'waiting' and next_attempt_at > $1`, [
      now,
    ])
}
