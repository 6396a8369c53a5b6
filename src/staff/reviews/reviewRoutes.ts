import type { Reply, Route, StaffCaller } from '../../shared/route.ts'
import { noSuchCase } from '../cases/refusals.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/reviews.ts'
import type { StaffParts } from '../parts.ts'
import { readReviews, type CaseReviews } from './readReviews.ts'
import { reviewCase } from './reviewCase.ts'

/** The supervisor's look at a whole case after repeated incidents. */
export function reviewRoutes(parts: StaffParts): Route[] {
  const shown = async (caller: StaffCaller, caseId: string): Promise<Reply<CaseReviews>> => {
    const reviews = await readReviews(parts.database, caller, caseId)
    if (!reviews) throw noSuchCase()
    return { status: 200, body: reviews }
  }
  return [
    serve(contract.readReviews, ({ caller, params }) => shown(caller, params.caseId)),
    serve(contract.reviewCase, async ({ caller, params, body }) => {
      await reviewCase(parts, caller, params.caseId, body)
      return shown(caller, params.caseId)
    }),
  ]
}
