import type { z } from 'zod'
import type { StaffCaller } from '../../shared/route.ts'
import type { caseloadRow } from '../contract/caseShapes.ts'
import type { Engagement } from '../../reminders/engagement.ts'
import { readEngagement } from '../../reminders/readEngagement.ts'
import { initialsOfCase } from '../initials.ts'
import type { StaffParts } from '../parts.ts'
import { titleOfModule } from '../remit.ts'
import { readClock } from '../sessions/episodeClock.ts'
import { casesInReach } from '../reach.ts'
import { iso } from '../alerts/readAlerts.ts'

export type CaseloadRow = z.infer<typeof caseloadRow>

const SOON_MS = 48 * 3_600_000

/** Every case within the caller's reach that is not closed (or closed with an alert open). Two queries however many. */
export async function readCaseload(parts: CaseloadParts, caller: StaffCaller, now: Date): Promise<CaseloadRow[]> {
  const { database, reminderRules } = parts
  const { rows } = await database.query<Row>(CASELOAD.replace('/* reach */', casesInReach(caller, 'see-cases')), [
    caller.staffId,
  ])
  const leads = rows.flatMap(({ people }) => people?.[0]?.id ?? [])
  const engagements = await readEngagement(database, leads, now, reminderRules.engagement)
  return rows.map((row) => fromRow(row, engagements, parts, now)).sort(byUrgency(now))
}

type CaseloadParts = Pick<StaffParts, 'database' | 'programmes' | 'reminderRules'>

/**
 * The order in which cases need looking at (brief 6.2): open alerts (highest tier, then oldest), silence after something
 * urgent, sessions within 48 hours, those that are stuck, then the rest by next session.
 */
function byUrgency(now: Date): (a: CaseloadRow, b: CaseloadRow) => number {
  const soon = (row: CaseloadRow) =>
    row.nextSessionAt !== null && Math.abs(Date.parse(row.nextSessionAt) - now.getTime()) <= SOON_MS
  const rank = (row: CaseloadRow) => {
    const reasons = [row.openAlerts.count > 0, row.engagement === 'worried-silence', soon(row), row.stuck, true]
    return reasons.indexOf(true)
  }
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
  first_held_at: Date | null
  modules: { module: string; step: number }[] | null
  stuck: boolean
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

function fromRow(
  row: Row,
  engagements: ReadonlyMap<string, Engagement>,
  { programmes }: CaseloadParts,
  now: Date,
): CaseloadRow {
  const people = row.people ?? []
  const { over, ...clock } = readClock(
    {
      sessionNumber: row.session_number,
      firstHeldAt: row.first_held_at,
      openedAt: row.created_at,
      nextAt: row.next_session_at,
    },
    now,
  )
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
    ...clock,
    overPlan: over,
    modules: (row.modules ?? []).map(({ module, step }) => ({
      title: titleOfModule(module),
      step,
      steps: programmes.get(module)?.steps.length ?? 0,
    })),
    lastEntryAt: row.last_entry_at?.toISOString() ?? null,
    engagement: people[0] ? (engagements.get(people[0].id) ?? null) : null,
    stuck: row.stuck,
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
  (select max(r.created_at) from record_events r where r.case_id = k.id and r.type in ('self-help-entry', 'measure-administration')) as last_entry_at,
  (select min((r.body->>'startsAt')::timestamptz) from record_events r
     where r.case_id = k.id and r.type = 'session-record' and r.body->>'attendance' = 'attended') as first_held_at,
  (select json_agg(json_build_object('module', a.module, 'step', a.step_opened) order by p.role desc, a.assigned_at)
     from assignments a join people p on p.id = a.person_id where p.case_id = k.id and a.ended_at is null) as modules,
  exists (select 1 from notices n where n.case_id = k.id and n.seen_at is null and n.notice in ('stuck', 'task-mismatch')) as stuck,
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
