import { createHash } from 'node:crypto'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { mayAtAll } from '../access.ts'
import { alertsInReach, casesInReach } from '../reach.ts'

/** What a caller's screens stand on, one short digest each: when one changes, that part is fetched again. */
interface Fingerprint {
  alerts: string
  cases: string
}

/**
 * Digests of what this caller can see, and of nothing else: a change outside their reach neither wakes nor tells them
 * anything. Two lean queries: every open staff page asks this every few seconds.
 */
export async function readFingerprint(client: Queryable, caller: StaffCaller): Promise<Fingerprint> {
  const digest = async (sql: string | false): Promise<string> => {
    const { rows } = sql === false ? { rows: [] } : await client.query<{ state: string | null }>(sql, [caller.staffId])
    return createHash('sha256').update(rows[0]?.state ?? '').digest('base64url').slice(0, 12) // prettier-ignore
  }
  const [alerts, cases] = await Promise.all([
    digest(mayAtAll(caller, 'see-alerts') && ALERTS + alertsInReach(caller, 'see-alerts')),
    digest(mayAtAll(caller, 'see-cases') && CASES + casesInReach(caller, 'see-cases')),
  ])
  return { alerts, cases }
}

const ALERTS = `
select string_agg(concat_ws('.', e.id, e.version, v.n, a.n), ',' order by e.id) as state
from escalations e left join cases k on k.id = e.case_id
  left join lateral (select count(*) as n from escalation_events v where v.escalation_id = e.id) v on true
  left join lateral (select count(*) as n from alerts a where a.escalation_id = e.id and a.state <> 'waiting') a on true
where e.state <> 'closed' and `

/** Everything the caseload and a case screen show. Delivered entries are not counted: one that arrives waits no more. */
const CASES = `
select string_agg(concat_ws('.', k.id, k.version, r.newest, e.n, w.n, x.n, n.unseen, u.n, p.state), ',' order by k.id) as state
from cases k
  left join lateral (select max(r.created_at) as newest from record_events r where r.case_id = k.id) r on true
  left join lateral (select count(*) || '-' || coalesce(sum(e.version), 0) as n from escalations e where e.case_id = k.id) e on true
  left join lateral (select count(*) as n from outbox o where o.case_id = k.id and o.state = 'waiting') w on true
  left join lateral (select count(*) as n from outbox o where o.case_id = k.id and o.state = 'parked') x on true
  left join lateral (select count(*) || '-' || count(u.withdrawn_at) as n from remit_authorisations u where u.case_id = k.id) u on true
  left join lateral (select count(*) as unseen from notices n where n.case_id = k.id and n.seen_at is null) n on true
  left join lateral (
    select string_agg(concat_ws('-', p.id, p.version, p.state, p.pin_hash is null, p.pin_locked_at,
      (select count(*) from consents c where c.person_id = p.id),
      (select count(*) || '-' || count(i.used_at) || '-' || coalesce(max(i.tries), 0) from invitations i where i.person_id = p.id),
      (select count(*) || '-' || count(a.ended_at) from assignments a where a.person_id = p.id),
      (select count(*) || '-' || count(*) filter (where q.state in ('asked', 'started')) from measure_requests q where q.person_id = p.id),
      (select count(*) from devices d where d.person_id = p.id and d.revoked_at is null)), '/' order by p.id) as state
    from people p where p.case_id = k.id) p on true
where (k.state <> 'closed' or exists (select 1 from escalations o where o.case_id = k.id and o.state <> 'closed')) and `
