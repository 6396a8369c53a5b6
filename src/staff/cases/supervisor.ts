import type { Queryable } from '../../database/database.ts'
import { Problem } from '../../shared/route.ts'

/** The name of an active supervisor; refuses anybody else, because a supervisor sees the whole case. */
export async function mustBeSupervisor(client: Queryable, staffId: string): Promise<string> {
  const { rows } = await client.query<{ display_name: string }>(
    `select display_name from staff where id = $1 and active and 'supervisor' = any(roles)`,
    [staffId],
  )
  if (!rows[0]) throw new Problem(422, 'not-a-supervisor', 'The chosen member of staff is not a supervisor.')
  return rows[0].display_name
}
