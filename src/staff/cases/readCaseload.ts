import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import type { caseloadRow } from '../contract/caseShapes.ts'
import { initialsOfCase } from '../initials.ts'
import { casesInReach } from '../reach.ts'
import { iso } from '../alerts/readAlerts.ts'

export type CaseloadRow = z.infer<typeof caseloadRow>

const SIX_WEEKS_MS = 42 * 86_400_000
const SOON_MS = 48 * 3_600_000

/** Every case within the caller's reach that is not closed (or closed with an alert open). One query however many. */
export async function readCaseload(client: Queryable, caller: StaffCaller, now: Date): Promise<CaseloadRow[]> {
  const { rows } = await client.query<Row>(CASELOAD.replace('/* reach */', casesInReach(caller, 'see-cases')), [
    caller.staffId,
  ])
  return rows.map((row) => fromRow(row, now)).sort(byUrgency(now))
}

/** Open alerts (highest tier, then oldest), then sessions within 48 hours, then the rest by next session. */
function byUrgency(now: Date): (a: CaseloadRow, b: CaseloadRow) => number {
  const soon = (row: CaseloadRow) =>
    row.nextSessionAt !== null && Math.abs(Date.parse(row.nextSessionAt) - now.getTime()) <= SOON_MS
  const rank = (row: CaseloadRow) => (row.openAlerts.count > 0 ? 0 : soon(row) ? 1 : 2)
  const text = (a: string | null, b: string | null) => (a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1)
  return (a, b) =>
    rank(a) - rank(b) ||
    text(b.openAlerts.highestTier, a.openAlerts.highestTier) * (a.openAlerts.count > 0 ? 1 : 0) ||
    text(a.openAlerts.oldestAt, b.openAlerts.oldestAt) ||
    text(a.nextSessionAt, b.nextSessionAt) ||
    text(a.caseRef, b.caseRef)
}

type PersonInRow = CaseloadRow['people'][number] & { childCalled: string | null }

interface Row {
  id: string
  case_ref: string
  state: CaseloadRow['state']
  care_status: CaseloadRow['careStatus']
  session_number: number
  sessions_planned: number
  next_session_at: Date | null
  created_at: Date
  practitioner: CaseloadRow['practitioner']
  people: PersonInRow[] | null
  last_entry_at: Date | null
  alerts: {
    count: number
    unacknowledged: number
    highestTier: CaseloadRow['openAlerts']['highestTier']
    oldestAt: string | null
    holds: boolean
  }
  review_wanted_at: Date | null
  measures_waiting: number
  unseen_notices: number
  delivery: CaseloadRow['delivery']
}

function fromRow(row: Row, now: Date): CaseloadRow {
  const people = row.people ?? []
  const { holds, oldestAt, ...alerts } = row.alerts
  return {
    caseId: row.id,
    caseRef: row.case_ref,
    initials: initialsOfCase(people, row.case_ref),
    state: row.state,
    people: people.map(({ childCalled: _, ...person }) => person),
    careStatus: row.care_status,
    practitioner: row.practitioner,
    sessionNumber: row.session_number,
    sessionsPlanned: row.sessions_planned,
    nextSessionAt: row.next_session_at?.toISOString() ?? null,
    overPlan: row.session_number > 6 || now.getTime() - row.created_at.getTime() > SIX_WEEKS_MS,
    lastEntryAt: row.last_entry_at?.toISOString() ?? null,
    openAlerts: { ...alerts, oldestAt: oldestAt === null ? null : iso(oldestAt) },
    onHold: holds,
    reviewWantedAt: row.review_wanted_at?.toISOString() ?? null,
    measuresWaiting: row.measures_waiting,
    unseenNotices: row.unseen_notices,
    delivery: row.delivery,
    openedAt: row.created_at.toISOString(),
  }
}

const CASELOAD = `
select k.id, k.case_ref, k.state, k.care_status, k.session_number, k.sessions_planned, k.next_session_at, k.created_at, k.review_wanted_at,
  json_build_object('staffId', t.id, 'name', t.display_name) as practitioner,
  (select json_agg(json_build_object('id', p.id, 'role', p.role, 'preferredName', p.preferred_name, 'band', p.band, 'state', p.state,
     'childCalled', p.child_called) order by p.role desc, p.created_at) from people p where p.case_id = k.id) as people,
  (select max(r.created_at) from record_events r where r.case_id = k.id) as last_entry_at,
  (select json_build_object('count', count(*), 'unacknowledged', count(*) filter (where e.state = 'open'), 'highestTier', max(e.tier),
     'oldestAt', min(e.opened_at), 'holds', coalesce(bool_or(e.holds), false))
     from escalations e where e.case_id = k.id and e.state <> 'closed') as alerts,
  (select count(*)::int from measure_requests q join people p on p.id = q.person_id
     where p.case_id = k.id and q.state in ('asked', 'started')) as measures_waiting,
  (select count(*)::int from notices n where n.case_id = k.id and n.seen_at is null) as unseen_notices,
  (select json_build_object('waiting', count(*) filter (where o.state = 'waiting'), 'parked', count(*) filter (where o.state = 'parked'),
     'delivered', count(*) filter (where o.state = 'delivered')) from outbox o where o.case_id = k.id) as delivery
from cases k join staff t on t.id = k.practitioner_id
where /* reach */
  and (k.state <> 'closed' or exists (select 1 from escalations e where e.case_id = k.id and e.state <> 'closed'))`
