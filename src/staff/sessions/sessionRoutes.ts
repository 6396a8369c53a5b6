import type { Route } from '../../shared/route.ts'
import { mustReachCase } from '../cases/refusals.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/sessions.ts'
import type { StaffParts } from '../parts.ts'
import { readCaseClock } from './readCaseClock.ts'
import { readSessions } from './readSessions.ts'
import { recordSession } from './recordSession.ts'

/** Sessions: what happened in them, and what follows from it. */
export function sessionRoutes(parts: StaffParts): Route[] {
  const { database, clock } = parts
  const shown = async (caseId: string) => {
    const sessions = await readSessions(database, caseId)
    return { sessions, clock: await readCaseClock(database, caseId, sessions, clock.now()) }
  }
  return [
    serve(contract.recordSession, async ({ caller, params, body }) => {
      await recordSession(parts, caller, params.caseId, body)
      const { sessions, clock: standing } = await shown(params.caseId)
      const session = sessions.find(({ sessionId }) => sessionId === body.sessionId)!
      return { status: 201, body: { session, clock: standing } }
    }),

    serve(contract.listSessions, async ({ caller, params }) => {
      await mustReachCase(database, caller, 'see-cases', params.caseId)
      return { status: 200, body: await shown(params.caseId) }
    }),
  ]
}
