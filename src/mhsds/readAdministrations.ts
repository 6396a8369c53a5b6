import type { Queryable } from '../database/database.ts'
import type { MeasureAdministration } from '../record/events.ts'
import type { AdministrationOfCase } from './codedAssessments.ts'

/**
 * Every version of every administration that was ever completed in the period, with its case; of these cases the goals of
 * any time, because whose goals are submitted depends on them.
 */
export async function readAdministrations(
  client: Queryable,
  { from, until }: { from: string; until: string },
): Promise<AdministrationOfCase[]> {
  const { rows } = await client.query<{ case_ref: string; body: MeasureAdministration }>(
    `select c.case_ref, r.body from record_events r join cases c on c.id = r.case_id
     where r.type = 'measure-administration' and r.entry_id in (
       select entry_id from record_events where type = 'measure-administration' and local_date between $1 and $2)
       or r.type = 'measure-administration' and r.body->>'measure' = 'gbo' and r.case_id in (
         select case_id from record_events where type = 'measure-administration' and local_date between $1 and $2)`,
    [from, until],
  )
  return rows.map(({ case_ref: caseRef, body: event }) => ({ caseRef, event }))
}
