import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { alertHistory } from '../contract/alertShapes.ts'

/** Everything that happened to an alert, oldest first: its own history, whom it was sent to, and who looked at it. */
export async function readHistory(client: Queryable, alertId: string): Promise<z.infer<typeof alertHistory>[]> {
  const { rows } = await client.query<{
    id: string
    at: Date
    kind: string
    by: string | null
    detail: Record<string, unknown>
  }>(HISTORY, [alertId])
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }))
}

const HISTORY = `
select id, at, kind, by, detail from (
select v.id, v.at, v.kind, s.display_name as by, v.body as detail
  from escalation_events v left join staff s on s.id = v.staff_id where v.escalation_id = $1::uuid
union all
select a.id, coalesce(a.sent_at, a.created_at), case a.state when 'sent' then 'told' when 'failed' then 'not-told' else 'being-told' end, null,
  jsonb_build_object('name', s.display_name, 'route', a.route)
  from alerts a join staff s on s.id = a.staff_id where a.escalation_id = $1::uuid
union all
select u.id, u.at, 'viewed', s.display_name, '{}'::jsonb
  from audit u left join staff s on s.id = u.staff_id where u.subject_id = $1::text and u.action = 'view-alert') as happened
order by at, kind <> 'opened', id`
