import type { Queryable } from '../database/database.ts'
import type { PlanParts } from '../plans/copingPlan.ts'

/** A person's own coping plan as it stands, and whether they chose to keep it on their device. Nobody else's. */
export async function readOwnPlan(
  client: Queryable,
  personId: string,
): Promise<{ plan: PlanParts | null; keep: boolean }> {
  const { rows } = await client.query<{ plan: PlanParts; keep: boolean }>(
    'select parts as plan, offline as keep from coping_plans where person_id = $1 order by version desc limit 1',
    [personId],
  )
  return rows[0] ?? { plan: null, keep: false }
}
