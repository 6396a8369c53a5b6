import type { Reply, Route, StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/plans.ts'
import type { StaffParts } from '../parts.ts'
import { keepPlan } from './keepPlan.ts'
import { readPlan, type CopingPlan } from './readPlan.ts'

/** A young person's coping plan (brief 4.7). */
export function planRoutes(parts: StaffParts): Route[] {
  const { database, clock } = parts
  const shown = async (caller: StaffCaller, personId: string): Promise<Reply<CopingPlan>> => {
    const { caseId, ...plan } = await readPlan(database, caller, personId)
    await writeAudit(database, clock.now(), { staffId: caller.staffId, action: 'view-coping-plan', caseId, personId })
    return { status: 200, body: plan, headers: { etag: `"${plan.version}"` } }
  }
  return [
    serve(contract.readCopingPlan, ({ caller, params }) => shown(caller, params.personId)),
    serve(contract.keepCopingPlan, async ({ caller, params, body }) => {
      await keepPlan(parts, caller, params.personId, body)
      return shown(caller, params.personId)
    }),
  ]
}
