import type { Queryable } from '../database/database.ts'
import { prepared } from '../database/prepared.ts'
import { activeGoals, type AskedGoal } from '../measures/goals.ts'
import type { Goal } from './events.ts'

/** Every goal that was ever agreed with these people, the newest version of each, by number. */
export async function readGoals(client: Queryable, personIds: readonly string[]): Promise<Goal[]> {
  const { rows } = await client.query<{ body: Goal }>(QUERY, [personIds])
  return rows.map(({ body }) => body)
}

/** What one person is working on, as it is asked about. */
export const readActiveGoals = async (client: Queryable, personId: string): Promise<AskedGoal[]> =>
  activeGoals(await readGoals(client, [personId])).map(({ number, words }) => ({ number, words }))

const QUERY = prepared(`
select body from (
  select distinct on (entry_id) body from record_events where person_id = any($1::uuid[]) and type = 'goal'
  order by entry_id, entry_version desc) as newest
order by body->>'personId', (body->>'number')::int`)
