import type { Queryable } from '../database/database.ts'
import { prepared } from '../database/prepared.ts'
import type { Jobs } from '../database/jobs.ts'
import { jobFor } from './queues.ts'
import type { OutboxEntry } from './types.ts'

/**
 * Stores entries and wakes their streams, all with the caller's transaction. An entry whose key is there already is the
 * same thing again and changes nothing.
 */
export async function enqueueEntries(
  client: Queryable,
  jobs: Jobs,
  entries: readonly OutboxEntry[],
  now: Date,
): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map((e) => ({
    id: e.id,
    case_id: e.caseId,
    stream: e.stream,
    type: e.event.type,
    key: e.idempotencyKey,
    body: e.event,
  }))
  await client.query(INSERT, [JSON.stringify(rows, storable), now])
  const streams = new Map(entries.map((e) => [`${e.caseId} ${e.stream}`, { caseId: e.caseId, stream: e.stream }]))
  await jobs.enqueue(...[...streams.values()].map((stream) => ({ ...jobFor(stream), client })))
}

/** PostgreSQL keeps neither NUL nor half a surrogate pair in JSON. Neither may cost an entry, least of all a risk flag. */
const storable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.toWellFormed().replaceAll('\u0000', '\ufffd') : value

// Numbers are given out under a lock held until the commit: for one case their order is the order of commits, so that
// no entry appears before another that was delivered already.
const INSERT = prepared(
  `with locked as materialized (
       select pg_advisory_xact_lock(hashtextextended('outbox ' || c.case_id, 0))
       from (select distinct case_id from jsonb_to_recordset($1::jsonb) as (case_id uuid) order by case_id) as c
     )
     insert into outbox (id, case_id, stream, type, idempotency_key, body, state, next_attempt_at, created_at)
     select e.id, e.case_id, e.stream, e.type, e.key, e.body, 'waiting', $2::timestamptz, $2::timestamptz
     from rows from (jsonb_to_recordset($1::jsonb) as (id uuid, case_id uuid, stream text, type text, key text, body jsonb))
       with ordinality as e(id, case_id, stream, type, key, body, n)
     where (select count(*) from locked) > 0
     order by e.n
     on conflict (idempotency_key) do nothing`,
)
