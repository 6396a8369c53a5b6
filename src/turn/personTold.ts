import type { Queryable } from '../database/database.ts'
import { idFrom } from '../shared/ids.ts'

/** Marks that the person has been told of something that happened to their matter. True when this was the first to mark it. */
export async function markPersonTold(
  client: Queryable,
  happened: { id: string; escalation_id: string },
  now: Date,
): Promise<true | undefined> {
  const { rowCount } = await client.query(
    `insert into escalation_events (id, escalation_id, at, kind, body) values ($1, $2, $3, 'person-told', $4) on conflict (id) do nothing`,
    [idFrom('person-told', happened.id), happened.escalation_id, now, JSON.stringify({ of: happened.id })],
  )
  return rowCount === 1 ? true : undefined
}
