import type { Database } from '../database/database.ts'
import type { Jobs } from '../database/jobs.ts'
import { newId } from '../shared/ids.ts'
import { Problem } from '../shared/route.ts'
import { jobFor, type StreamRef } from './queues.ts'

/** Puts a parked entry back in its stream, at its own place, and writes down who did. 404 where it is not parked. */
export async function resendEntry(
  parts: { database: Database; jobs: Jobs },
  outboxId: string,
  staffId: string,
  now: Date,
): Promise<void> {
  const stream = await parts.database.transaction(async (client) => {
    const { rows } = await client.query<StreamRef>(
      `update outbox set state = 'waiting', attempts = 0, next_attempt_at = $2, parked_at = null
       where id = $1 and state = 'parked' returning case_id as "caseId", stream`,
      [outboxId, now],
    )
    const found = rows[0]
    if (!found) throw new Problem(404, 'not-parked', 'This entry is not parked.')
    await client.query(
      `insert into audit (id, at, staff_id, action, case_id, subject_id) values ($1, $2, $3, 'outbox-resent', $4, $5)`,
      [newId(), now, staffId, found.caseId, outboxId],
    )
    await parts.jobs.enqueue({ ...jobFor(found), client })
    return found
  })
  parts.jobs.nudge(jobFor(stream).queue)
}
