import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { loggedContact } from '../contract/contactShapes.ts'

type LoggedContact = z.infer<typeof loggedContact>

/** Every try at reaching somebody about an alert, as it was written down, oldest first. */
export async function readContacts(client: Queryable, alertId: string): Promise<LoggedContact[]> {
  const { rows } = await client.query<{
    id: string
    at: Date
    by: LoggedContact['by']
    body: Pick<LoggedContact, 'way' | 'with' | 'at' | 'reached' | 'note'> &
      Partial<Pick<LoggedContact, 'name' | 'nextAction' | 'nextActionAt'>>
  }>(
    `select v.id, v.at, v.body, json_build_object('staffId', s.id, 'name', s.display_name) as by
     from escalation_events v join staff s on s.id = v.staff_id where v.escalation_id = $1 and v.kind = 'contact'
     order by v.body ->> 'at', v.at, v.id`,
    [alertId],
  )
  return rows.map(({ id, by, at, body }) => ({
    id,
    by,
    loggedAt: at.toISOString(),
    way: body.way,
    with: body.with,
    name: body.name ?? null,
    at: body.at,
    reached: body.reached,
    note: body.note,
    nextAction: body.nextAction ?? null,
    nextActionAt: body.nextActionAt ?? null,
  }))
}
