import type { Reply, Route, StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import * as contract from '../contract/cases.ts'
import { serve } from '../contract/endpoint.ts'
import type { StaffParts } from '../parts.ts'
import { addPerson } from '../people/addPerson.ts'
import { readPerson } from '../people/readPeople.ts'
import { changeCase } from './changeCase.ts'
import { markNoticesSeen } from './markNoticesSeen.ts'
import { openCase } from './openCase.ts'
import { readCase, type CaseDetail } from './readCase.ts'
import { readCaseload } from './readCaseload.ts'
import { readEntries } from './readEntries.ts'
import { readSleep } from './readSleep.ts'
import { mustReachCase, noSuchCase, noSuchPerson } from './refusals.ts'

/** The caseload, and one case on one screen. */
export function caseRoutes(parts: StaffParts): Route[] {
  const { database, clock, measures } = parts

  const shown = async (caller: StaffCaller, caseId: string, status: number): Promise<Reply<CaseDetail>> => {
    const detail = await readCase(parts, caller, caseId)
    if (!detail) throw noSuchCase()
    return { status, body: detail, headers: { etag: `"${detail.version}"` } }
  }

  return [
    serve(contract.listCaseload, async ({ caller }) => ({
      status: 200,
      body: { cases: await readCaseload(parts, caller, clock.now()) },
    })),

    serve(contract.openCase, async ({ caller, body }) => shown(caller, await openCase(parts, caller, body), 201)),

    serve(contract.readCase, async ({ caller, params }) => {
      const reply = await shown(caller, params.caseId, 200)
      await writeAudit(database, clock.now(), { staffId: caller.staffId, action: 'view-case', caseId: params.caseId })
      return reply
    }),

    serve(contract.listEntries, async ({ caller, params, query }) => {
      await mustReachCase(database, caller, 'see-cases', params.caseId)
      await writeAudit(database, clock.now(), {
        staffId: caller.staffId,
        action: 'view-entries',
        caseId: params.caseId,
      })
      return { status: 200, body: await readEntries(database, params.caseId, query.cursor) }
    }),

    serve(contract.readSleep, async ({ caller, params }) => {
      await mustReachCase(database, caller, 'see-cases', params.caseId)
      await writeAudit(database, clock.now(), { staffId: caller.staffId, action: 'view-sleep', caseId: params.caseId })
      return { status: 200, body: await readSleep(database, params.caseId, clock.now()) }
    }),

    serve(contract.changeCase, async ({ caller, params, body }) => {
      await changeCase(parts, caller, params.caseId, body)
      return shown(caller, params.caseId, 200)
    }),

    serve(contract.addPerson, async ({ caller, params, body }) => {
      const personId = await addPerson(parts, caller, params.caseId, body)
      const person = await readPerson(database, personId, { now: clock.now(), measures })
      if (!person) throw noSuchPerson()
      return { status: 201, body: person }
    }),

    serve(contract.markNoticesSeen, async ({ caller, params, body }) => ({
      status: 200,
      body: { seen: await markNoticesSeen(parts, caller, params.caseId, body.ids) },
    })),
  ]
}
