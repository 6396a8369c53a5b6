import type { Queryable } from '../database/database.ts'
import { gather } from '../database/gather.ts'
import { prepared } from '../database/prepared.ts'
import type { Receipt } from '../case-record/types.ts'

/** The record holds it. The entry stays, with the record's receipt and the digest of what was sent. Deliveries that end at the same moment share a commit. */
export function markDelivered(
  database: Queryable,
  id: string,
  { receipt, digest }: { receipt: Receipt; digest: string },
  now: Date,
): Promise<void> {
  const mark =
    markers.get(database) ?? gather((ended: readonly Delivered[]) => markAll(database, ended), { restMs: REST_MS })
  markers.set(database, mark)
  return mark({ id, receipt, digest, at: now })
}

interface Delivered {
  id: string
  receipt: Receipt
  digest: string
  at: Date
}

/** Nobody waits for a delivery by the millisecond: those that end soon after go together. */
const REST_MS = 8
const markers = new WeakMap<Queryable, (ended: Delivered) => Promise<void>>()

async function markAll(database: Queryable, ended: readonly Delivered[]): Promise<undefined[]> {
  await database.query(MARK_DELIVERED, [JSON.stringify(ended)])
  return ended.map(() => undefined)
}

const MARK_DELIVERED = prepared(
  `update outbox o set state = 'delivered', delivered_at = e.at, receipt = e.receipt, digest = e.digest, last_problem = null
   from jsonb_to_recordset($1::jsonb) as e(id uuid, receipt jsonb, digest text, at timestamptz) where o.id = e.id and o.state <> 'delivered'`,
)

/** It can never succeed as it is: a person has to look. The stream goes on behind it. */
export const parkEntry = (database: Queryable, id: string, problem: string, now: Date) =>
  database.query(
    `update outbox set state = 'parked', parked_at = $2, last_problem = $3 where id = $1 and state = 'waiting'`,
    [id, now, problem],
  )

/** It is tried again at the given time. */
export const postponeEntry = (database: Queryable, id: string, problem: string, at: Date) =>
  database.query(`update outbox set next_attempt_at = $2, last_problem = $3 where id = $1 and state = 'waiting'`, [
    id,
    at,
    problem,
  ])
