import type { Route } from '../../shared/route.ts'
import * as contract from '../contract/authorisations.ts'
import { serve } from '../contract/endpoint.ts'
import type { StaffParts } from '../parts.ts'
import { authorise, withdraw } from './authorise.ts'
import { readAuthorisations } from './readAuthorisations.ts'

/** What a supervisor has authorised for a case (brief G4). */
export const authorisationRoutes = (parts: StaffParts): Route[] => [
  serve(contract.listAuthorisations, async ({ caller, params }) => ({
    status: 200,
    body: await readAuthorisations(parts, caller, params.caseId),
  })),
  serve(contract.authoriseItem, async ({ caller, params, body }) => {
    await authorise(parts, caller, params.caseId, body)
    return { status: 201, body: await readAuthorisations(parts, caller, params.caseId) }
  }),
  serve(contract.withdrawAuthorisation, async ({ caller, params, body }) => {
    await withdraw(parts, caller, params, body.reason)
    return { status: 200, body: await readAuthorisations(parts, caller, params.caseId) }
  }),
]
