import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { noSuchPerson } from '../cases/refusals.ts'
import type { readCopingPlan } from '../contract/plans.ts'
import { casesInReach } from '../reach.ts'

export type CopingPlan = z.infer<typeof readCopingPlan.reply>

interface Row extends Omit<NonNullable<CopingPlan['plan']>, 'recordedAt'> {
  caseId: string
  version: number | null
  recordedAt: Date
  urgentAt: Date | null
  mayChange: boolean
}

/** The newest version, with whether something has happened since that asks for a look at it together. */
export async function readPlan(
  client: Queryable,
  caller: StaffCaller,
  personId: string,
): Promise<CopingPlan & { caseId: string }> {
  const { rows } = await client.query<Row>(
    `select k.id as "caseId", c.version, c.parts, c.made_on as "madeOn", c.reviewed_on as "reviewedOn", c.copies, c.offline, c.recorded_at as "recordedAt",
       json_build_object('staffId', s.id, 'name', s.display_name) as "recordedBy", ${casesInReach(caller, 'change-plans')} as "mayChange",
       (select min(e.opened_at) from escalations e where e.person_id = p.id and e.tier in ('T2', 'T3')
          and (c.recorded_at is null or e.opened_at > c.recorded_at)) as "urgentAt"
     from people p join cases k on k.id = p.case_id
       left join lateral (select * from coping_plans v where v.person_id = p.id order by v.version desc limit 1) c on true
       left join staff s on s.id = c.recorded_by
     where p.id = $2 and p.role = 'young-person' and ${casesInReach(caller, 'see-plans')}`,
    [caller.staffId, personId],
  )
  const row = rows[0]
  if (!row) throw noSuchPerson()
  const { caseId, version, urgentAt, mayChange, ...plan } = row
  return {
    caseId,
    version: version ?? 0,
    plan: version === null ? null : { ...plan, recordedAt: plan.recordedAt.toISOString() },
    reviewWantedSince: urgentAt?.toISOString() ?? null,
    mayChange,
  }
}
