import type { Route } from '../../shared/route.ts'
import { mustReachCase } from '../cases/refusals.ts'
import * as contract from '../contract/closing.ts'
import { serve } from '../contract/endpoint.ts'
import type { StaffParts } from '../parts.ts'
import { closeCase, reopenCase } from './closeCase.ts'
import { readClosing } from './readClosing.ts'

/** Closing a case and opening it again (brief 6.4). */
export function closingRoutes(parts: StaffParts): Route[] {
  const { database } = parts
  return [
    serve(contract.readClosing, async ({ caller, params: { caseId } }) => {
      await mustReachCase(database, caller, 'see-cases', caseId)
      return { status: 200, body: await readClosing(database, caller, caseId, parts) }
    }),
    serve(contract.closeCase, async ({ caller, params: { caseId }, body }) => {
      await closeCase(parts, caller, caseId, body)
      return { status: 201, body: await readClosing(database, caller, caseId, parts) }
    }),
    serve(contract.reopenCase, async ({ caller, params: { caseId }, body }) => {
      await reopenCase(parts, caller, caseId, body)
      return { status: 201, body: await readClosing(database, caller, caseId, parts) }
    }),
  ]
}
