import type { Queryable } from '../database/database.ts'
import { gather } from '../database/gather.ts'
import { prepared } from '../database/prepared.ts'
import type { RecordEvent } from '../record/events.ts'
import type { StreamRef } from './queues.ts'

/** An entry in hand: nobody else tries it until `LEASE_MS` have passed, also when this process is killed meanwhile. */
export interface ClaimedEntry {
  id: string
  caseId: string
  caseRef: string
  idempotencyKey: string
  event: RecordEvent
  /** Which try this is, from 1. */
  attempt: number
}

export type Claim = { state: 'claimed'; entry: ClaimedEntry } | { state: 'later'; at: Date } | { state: 'empty' }

/** Longer than a delivery with its longest time-outs, and well under the time after which a job counts as lost. */
export const LEASE_MS = 25_000

/**
 * Takes the first waiting entry of a stream if its time has come. What stands behind it waits, so that order is kept. One
 * statement for all streams that ask at the same moment, and no transaction stays open while an entry is sent.
 */
export function claimNext(database: Queryable, stream: StreamRef, now: Date): Promise<Claim> {
  const claim =
    claimers.get(database) ?? gather((asked: readonly Asked[]) => claimFor(database, asked), { restMs: REST_MS })
  claimers.set(database, claim)
  return claim({ ...stream, now })
}

type Asked = StreamRef & { now: Date }

/** Nobody waits for a delivery by the millisecond: streams that ask soon after go together. */
const REST_MS = 8
const claimers = new WeakMap<Queryable, (asked: Asked) => Promise<Claim>>()

interface Row {
  n: number
  id: string
  case_ref: string
  idempotency_key: string
  body: RecordEvent
  attempts: number
  was_due: Date
  claimed: boolean
}

async function claimFor(database: Queryable, asked: readonly Asked[]): Promise<Claim[]> {
  const lease = (now: Date) => new Date(now.getTime() + LEASE_MS)
  // Who asks for a stream a second time at once comes too late, as if another process had been quicker.
  const claims = asked.map(({ now }): Claim => ({ state: 'later', at: lease(now) }))
  const first = new Map(asked.map((one, n) => [`${one.caseId} ${one.stream}`, n] as const).reverse())
  const places = [...first.values()]
  const { rows } = await database.query<Row>(CLAIM, [
    places,
    places.map((n) => asked[n]!.caseId),
    places.map((n) => asked[n]!.stream),
    places.map((n) => asked[n]!.now),
    places.map((n) => lease(asked[n]!.now)),
  ])
  for (const n of places) claims[n] = { state: 'empty' }
  for (const row of rows) {
    const { caseId, now } = asked[row.n]!
    // Due, but another process was quicker: it holds the lease.
    if (!row.claimed) claims[row.n] = { state: 'later', at: row.was_due > now ? row.was_due : lease(now) }
    else
      claims[row.n] = {
        state: 'claimed',
        entry: {
          id: row.id,
          caseId,
          caseRef: row.case_ref,
          idempotencyKey: row.idempotency_key,
          event: row.body,
          attempt: row.attempts,
        },
      }
  }
  return claims
}

const CLAIM = prepared(`
with asked as (
  select * from unnest($1::int[], $2::uuid[], $3::text[], $4::timestamptz[], $5::timestamptz[]) as a(n, case_id, stream, now, lease)
), head as (
  select asked.n, asked.case_id, asked.now, asked.lease, first.id, first.next_attempt_at
  from asked, lateral (
    select o.id, o.next_attempt_at from outbox o
    where o.case_id = asked.case_id and o.stream = asked.stream and o.state = 'waiting' order by o.seq limit 1) first
  order by first.id
), taken as (
  update outbox o set attempts = attempts + 1, next_attempt_at = head.lease
  from head where o.id = head.id and o.state = 'waiting' and o.next_attempt_at <= head.now
  returning o.id, o.idempotency_key, o.body, o.attempts
)
select head.n, t.id, t.idempotency_key, t.body, t.attempts, c.case_ref, head.next_attempt_at as was_due, t.id is not null as claimed
from head left join taken t on t.id = head.id join cases c on c.id = head.case_id`)
