import type { Queryable } from '../database/database.ts'
import type { Escalation, StaffName } from './escalation.ts'

interface Row {
  id: string
  incident_id: string
  families: string[]
  inbound_key: string
  conversation_id: string
  person_id: string | null
  case_id: string | null
  lane: Escalation['lane']
  tier: Escalation['tier']
  priority: boolean
  state: Escalation['state']
  holds: boolean
  opened_at: Date
  acknowledged_at: Date | null
  acknowledged_by: StaffName | null
  released_at: Date | null
  version: number
  told: { staff: StaffName; route: string; sentAt: string }[]
}

const SELECT = `
select e.id, e.incident_id, array(select distinct f ->> 'family' from jsonb_array_elements(e.findings) f) as families, e.inbound_key, e.conversation_id, e.person_id, e.case_id, e.lane, e.tier, e.priority, e.state, e.holds,
  e.opened_at, e.acknowledged_at, e.released_at, e.version,
  case when b.id is null then null else json_build_object('id', b.id, 'firstName', b.first_name) end as acknowledged_by,
  coalesce((
    select json_agg(json_build_object('staff', json_build_object('id', s.id, 'firstName', s.first_name), 'route', a.route, 'sentAt', a.sent_at)
      order by s.id is not distinct from k.practitioner_id desc, a.sent_at, s.first_name, a.id)
    from alerts a join staff s on s.id = a.staff_id where a.escalation_id = e.id and a.state = 'sent'), '[]') as told
from escalations e left join staff b on b.id = e.acknowledged_by left join cases k on k.id = e.case_id`

const fromRow = (row: Row): Escalation => ({
  id: row.id,
  incidentId: row.incident_id,
  families: row.families,
  inboundKey: row.inbound_key,
  conversationId: row.conversation_id,
  personId: row.person_id,
  caseId: row.case_id,
  lane: row.lane,
  tier: row.tier,
  priority: row.priority,
  state: row.state,
  holds: row.holds,
  openedAt: row.opened_at,
  acknowledgedAt: row.acknowledged_at,
  acknowledgedBy: row.acknowledged_by,
  releasedAt: row.released_at,
  version: row.version,
  told: row.told.map((t) => ({ ...t, sentAt: new Date(t.sentAt) })),
})

/** Escalations by id, in the order they were opened. */
export async function readEscalations(client: Queryable, ids: readonly string[]): Promise<Escalation[]> {
  const { rows } = await client.query<Row>(`${SELECT} where e.id = any($1::uuid[]) order by e.opened_at, e.id`, [ids])
  return rows.map(fromRow)
}

/** Everything not yet closed about one person, newest first: for the status shown to them and for what may go on. */
export async function escalationsFor(client: Queryable, personId: string): Promise<Escalation[]> {
  const { rows } = await client.query<Row>(
    `${SELECT} where e.person_id = $1 and e.state <> 'closed' order by e.opened_at desc, e.id`,
    [personId],
  )
  return rows.map(fromRow)
}

/** Whether this person's modules stand still. Only `release` ends it. */
export async function holdFor(client: Queryable, personId: string): Promise<boolean> {
  const { rows } = await client.query<{ held: boolean }>(
    'select exists (select 1 from escalations where person_id = $1 and holds) as held',
    [personId],
  )
  return rows[0]!.held
}
