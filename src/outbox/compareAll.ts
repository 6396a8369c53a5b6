import type { Queryable } from '../database/database.ts'
import type { Clock } from '../shared/clock.ts'
import type { Database } from '../database/database.ts'
import type { Logger } from '../shared/logger.ts'
import { reconcile, type Reconciliation } from './reconcile.ts'
import type { RecordTarget } from './targets/target.ts'

/** A record may need a moment until it finds what it has taken. */
const SETTLES_MS = 60_000
/** What was read back once is read back again after this: records are restored from old copies. */
const AGAIN_MS = 7 * 24 * 60 * 60_000
const CASES_AT_ONCE = 25

/**
 * Reads back from the record what was delivered, case by case, those that nobody looked at for longest first. What is
 * missing is parked, so that a person sees it and can send it again; the rest of what does not agree is kept for the
 * staff page. Returns how many cases it compared; stops where the record does not answer.
 */
export async function compareDueCases(parts: {
  database: Database
  target: RecordTarget
  clock: Clock
  logger: Logger
}): Promise<number> {
  const { database, target, clock, logger } = parts
  const now = clock.now()
  const { rows } = await database.query<{ id: string; case_ref: string }>(
    `select c.id, c.case_ref from cases c join outbox o on o.case_id = c.id left join record_comparisons k on k.case_id = c.id
     where o.state = 'delivered' and o.delivered_at < $1 and (o.compared_at is null or o.compared_at < $2)
       and (k.compared_at is null or k.compared_at < $1)
     group by c.id, c.case_ref, k.compared_at order by k.compared_at nulls first, c.id limit $3`,
    [new Date(now.getTime() - SETTLES_MS), new Date(now.getTime() - AGAIN_MS), CASES_AT_ONCE],
  )
  let compared = 0
  for (const { id, case_ref: caseRef } of rows) {
    const found = await reconcile(database, target, caseRef)
    if (!found.ok) {
      logger.warn('record-not-compared', { caseId: id })
      break
    }
    await keepComparison(database, id, found.value, now)
    if (!found.value.agrees) logger.error('record-differs', { caseId: id, count: faultsOf(found.value).length })
    compared++
  }
  if (compared > 0) await database.publish('staff', 'record-comparison')
  return compared
}

type FaultKind = 'different' | 'doubled' | 'out-of-order' | 'unknown'

/** What does not agree and sending again would not mend. */
const faultsOf = (found: Reconciliation): { what: FaultKind; outboxId: string | null }[] => [
  ...found.different.map((outboxId) => ({ what: 'different' as const, outboxId })),
  ...found.doubled.map((outboxId) => ({ what: 'doubled' as const, outboxId })),
  ...found.outOfOrder.map((outboxId) => ({ what: 'out-of-order' as const, outboxId })),
  ...found.unknown.map(() => ({ what: 'unknown' as const, outboxId: null })),
]

async function keepComparison(database: Database, caseId: string, found: Reconciliation, now: Date): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('update outbox set compared_at = $2 where id = any($1::uuid[])', [found.heldIds, now])
    await parkMissing(client, found.missing, now)
    await client.query(
      `insert into record_comparisons (case_id, compared_at, held, faults) values ($1, $2, $3, $4)
       on conflict (case_id) do update set compared_at = excluded.compared_at, held = excluded.held, faults = excluded.faults`,
      [caseId, now, found.held, JSON.stringify(faultsOf(found))],
    )
  })
}

/** Words that were erased here after the record had confirmed them are taken from the entry they came from. */
async function parkMissing(client: Queryable, ids: readonly string[], now: Date): Promise<void> {
  await client.query(
    `update outbox o set state = 'parked', parked_at = $2, last_problem = 'not-in-the-record', compared_at = null,
       body = coalesce(o.body, (select e.body from record_events e where e.id = o.id))
     where o.id = any($1::uuid[]) and o.state = 'delivered' and o.delivered_at < $3`,
    [ids, now, new Date(now.getTime() - SETTLES_MS)],
  )
}
