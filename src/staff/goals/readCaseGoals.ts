import type { Queryable } from '../../database/database.ts'
import type { Goal, MeasureAdministration } from '../../record/events.ts'

/** Goals of a case with when each was agreed first, the young person's before the parents'. */
export async function readCaseGoals(client: Queryable, caseId: string): Promise<(Goal & { agreedAt: string })[]> {
  const { rows } = await client.query<{ body: Goal; agreed_at: Date }>(
    `select r.body, (select min(f.created_at) from record_events f where f.entry_id = r.entry_id) as agreed_at
     from record_events r join people p on p.id = r.person_id
     where r.case_id = $1 and r.type = 'goal'
       and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)
     order by p.role desc, p.created_at, p.id, (r.body->>'number')::int`,
    [caseId],
  )
  return rows.map(({ body, agreed_at }) => ({ ...body, agreedAt: agreed_at.toISOString() }))
}

/** Measures as they stand, the newest version of each. */
export async function readAdministrations(client: Queryable, caseId: string): Promise<MeasureAdministration[]> {
  const { rows } = await client.query<{ body: MeasureAdministration }>(
    `select r.body from record_events r where r.case_id = $1 and r.type = 'measure-administration'
       and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)`,
    [caseId],
  )
  return rows.map((row) => row.body)
}
