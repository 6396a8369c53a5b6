import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import type { saying } from '../contract/alertShapes.ts'
import { casesInReach } from '../reach.ts'

const DIGEST_DAYS = 7

/** What was said to be just a saying in the last week, in the caller's own cases, newest first (T0: alarms nobody). */
export async function readSayings(
  client: Queryable,
  caller: StaffCaller,
  now: Date,
): Promise<z.infer<typeof saying>[]> {
  const { rows } = await client.query<Omit<z.infer<typeof saying>, 'saidAt'> & { saidAt: Date }>(
    `select s.id, p.preferred_name as "preferredName", k.id as "caseId", k.case_ref as "caseRef", s.words, s.said_at as "saidAt"
     from sayings s join people p on p.id = s.person_id join cases k on k.id = s.case_id
     where s.said_at > $2 and ${casesInReach(caller, 'see-cases')} order by s.said_at desc, s.id limit 200`,
    [caller.staffId, new Date(now.getTime() - DIGEST_DAYS * 86_400_000)],
  )
  return rows.map((row) => ({ ...row, saidAt: row.saidAt.toISOString() }))
}
