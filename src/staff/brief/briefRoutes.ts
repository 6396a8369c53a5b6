import type { Route } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { noSuchCase } from '../cases/refusals.ts'
import * as contract from '../contract/brief.ts'
import { serve } from '../contract/endpoint.ts'
import type { StaffParts } from '../parts.ts'
import { readBrief } from './readBrief.ts'

/** What there is to know before a session. */
export function briefRoutes(parts: StaffParts): Route[] {
  const { database, clock } = parts
  return [
    serve(contract.readBrief, async ({ caller, params }) => {
      const body = await readBrief(parts, caller, params.caseId)
      if (!body) throw noSuchCase()
      await writeAudit(database, clock.now(), { staffId: caller.staffId, action: 'view-brief', caseId: params.caseId })
      return { status: 200, body, headers: { etag: `"${body.version}"` } }
    }),
  ]
}
