import type { Queryable } from '../database/database.ts'

/** How the outbox stands, for the staff page: "all delivered" is waiting 0 and parked 0. */
export interface DeliveryState {
  waiting: number
  parked: number
  delivered: number
  /** Since when the oldest waiting entry has waited. */
  oldestWaitingAt: Date | null
  /** Why the oldest entry that failed is still waiting, in codes: `refused:401:not-authorised`, `no-answer:network`. */
  problem: string | null
}

/** Of one case, or of all. */
export async function deliveryState(database: Queryable, caseId?: string): Promise<DeliveryState> {
  const { rows } = await database.query<{
    waiting: number
    parked: number
    delivered: number
    oldest_waiting_at: Date | null
    problem: string | null
  }>(
    `select count(*) filter (where state = 'waiting') as waiting,
            count(*) filter (where state = 'parked') as parked,
            count(*) filter (where state = 'delivered') as delivered,
            min(created_at) filter (where state = 'waiting') as oldest_waiting_at,
            (array_agg(last_problem order by seq) filter (where state = 'waiting' and last_problem is not null))[1] as problem
     from outbox where $1::uuid is null or case_id = $1`,
    [caseId ?? null],
  )
  const row = rows[0]!
  return {
    waiting: row.waiting,
    parked: row.parked,
    delivered: row.delivered,
    oldestWaitingAt: row.oldest_waiting_at,
    problem: row.problem,
  }
}

/** An entry that a person has to look at. Without its words. */
export interface ParkedEntry {
  id: string
  caseId: string
  stream: 'case' | 'risk'
  type: string
  problem: string
  attempts: number
  createdAt: Date
  parkedAt: Date
}

/** All parked entries, of one case or of all, the longest parked first. */
export async function parkedEntries(database: Queryable, caseId?: string): Promise<ParkedEntry[]> {
  const { rows } = await database.query<ParkedEntry>(
    `select id, case_id as "caseId", stream, type, coalesce(last_problem, '') as problem, attempts,
            created_at as "createdAt", parked_at as "parkedAt"
     from outbox where state = 'parked' and ($1::uuid is null or case_id = $1) order by parked_at, seq`,
    [caseId ?? null],
  )
  return rows
}
