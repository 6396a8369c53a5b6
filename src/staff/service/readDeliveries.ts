import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { openCircuits } from '../../outbox/keepCircuit.ts'
import type { StaffCaller } from '../../shared/route.ts'
import type { deliveries } from '../contract/serviceShapes.ts'
import { casesInReach } from '../reach.ts'

type Deliveries = z.infer<typeof deliveries>

/** How entries of the caller's cases stand on their way to the case record. No words: type, reason and times only. */
export async function readDeliveries(client: Queryable, caller: StaffCaller): Promise<Deliveries> {
  const reach = casesInReach(caller, 'see-deliveries')
  const [counts, parked, notReached, readBack] = await Promise.all([
    client.query<Deliveries['counts'] & { oldest: Date | null }>(
      `select count(*) filter (where o.state = 'waiting')::int as waiting, count(*) filter (where o.state = 'parked')::int as parked,
         count(*) filter (where o.state = 'delivered')::int as delivered, min(o.created_at) filter (where o.state = 'waiting') as oldest
       from outbox o join cases k on k.id = o.case_id where ${reach}`,
      [caller.staffId],
    ),
    client.query<Omit<Deliveries['parked'][number], 'createdAt' | 'parkedAt'> & { createdAt: Date; parkedAt: Date }>(
      `select o.id as "outboxId", k.id as "caseId", k.case_ref as "caseRef", o.stream, o.type, coalesce(o.last_problem, 'unknown') as reason,
         o.attempts, o.created_at as "createdAt", coalesce(o.parked_at, o.created_at) as "parkedAt"
       from outbox o join cases k on k.id = o.case_id where o.state = 'parked' and ${reach}
       order by (o.stream = 'case'), o.parked_at limit 200`,
      [caller.staffId],
    ),
    openCircuits(client),
    readReadBack(client, caller),
  ])
  const { oldest, ...sums } = counts.rows[0]!
  return {
    counts: sums,
    oldestWaitingSince: oldest?.toISOString() ?? null,
    parked: parked.rows.map((row) => ({
      ...row,
      createdAt: row.createdAt.toISOString(),
      parkedAt: row.parkedAt.toISOString(),
    })),
    notReached: notReached.map(({ stream, since, problem }) => ({
      stream,
      since: since.toISOString(),
      reason: problem,
    })),
    readBack,
  }
}

/** What reading back has shown for the caller's cases. */
async function readReadBack(client: Queryable, caller: StaffCaller): Promise<Deliveries['readBack']> {
  const reach = casesInReach(caller, 'see-deliveries')
  const [sums, faults] = await Promise.all([
    client.query<{ same: number; delivered: number; last_at: Date | null }>(
      `select count(*) filter (where o.compared_at is not null)::int as same, count(*)::int as delivered, max(o.compared_at) as last_at
       from outbox o join cases k on k.id = o.case_id where o.state = 'delivered' and ${reach}`,
      [caller.staffId],
    ),
    client.query<Deliveries['readBack']['faults'][number]>(
      `select k.id as "caseId", k.case_ref as "caseRef", f."outboxId", o.type, f.what
       from record_comparisons c join cases k on k.id = c.case_id
       cross join lateral jsonb_to_recordset(c.faults) as f(what text, "outboxId" uuid) left join outbox o on o.id = f."outboxId"
       where ${reach} order by c.compared_at desc, o.seq limit 200`,
      [caller.staffId],
    ),
  ])
  const { same, delivered, last_at } = sums.rows[0]!
  return { same, notYet: delivered - same, lastAt: last_at?.toISOString() ?? null, faults: faults.rows }
}
