import type { Reply, Route } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson, noSuchPerson } from '../cases/refusals.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/people.ts'
import type { StaffParts } from '../parts.ts'
import { assignModule, endAssignment } from './assignments.ts'
import { changeCaring } from './changeCaring.ts'
import { openStep } from './openStep.ts'
import { invitePerson } from './invitePerson.ts'
import { requestMeasure, withdrawMeasure } from './measureRequests.ts'
import { readPerson, type Person } from './readPeople.ts'
import { recordConsent } from './recordConsent.ts'

/** What a practitioner sets up for one young person or parent/carer. */
export function personRoutes(parts: StaffParts): Route[] {
  const { database, clock, measures } = parts

  const shown = async (personId: string): Promise<Reply<Person>> => {
    const person = await readPerson(database, personId, { now: clock.now(), measures })
    if (!person) throw noSuchPerson()
    return { status: 200, body: person }
  }

  return [
    serve(contract.recordConsent, async ({ caller, params, body }) => {
      await recordConsent(parts, caller, params.personId, body)
      return shown(params.personId)
    }),

    serve(contract.changeCaring, async ({ caller, params, body }) => {
      await changeCaring(parts, caller, params.personId, body)
      return shown(params.personId)
    }),

    serve(contract.invitePerson, async ({ caller, params }) => ({
      status: 201,
      body: await invitePerson(parts, caller, params.personId),
      headers: { 'cache-control': 'no-store' },
    })),

    serve(contract.resetPin, async ({ caller, params }) => {
      const now = clock.now()
      const { caseId } = await mustReachPerson(database, caller, params.personId)
      await parts.resetPin({ personId: params.personId, now })
      await writeAudit(database, now, {
        staffId: caller.staffId,
        action: 'reset-pin',
        caseId,
        personId: params.personId,
      })
      await database.publish('staff', caseId)
      return shown(params.personId)
    }),

    serve(contract.assignModule, async ({ caller, params, body }) => ({
      status: 201,
      body: await assignModule(parts, caller, params.personId, body.module),
    })),

    serve(contract.openStep, async ({ caller, params, body }) => ({
      status: 200,
      body: await openStep(parts, caller, params, body),
    })),

    serve(contract.endAssignment, async ({ caller, params }) => ({
      status: 200,
      body: await endAssignment(parts, caller, params.personId, params.assignmentId),
    })),

    serve(contract.requestMeasure, async ({ caller, params, body }) => ({
      status: 201,
      body: await requestMeasure(parts, caller, params.personId, body),
    })),

    serve(contract.withdrawMeasure, async ({ caller, params }) => ({
      status: 200,
      body: await withdrawMeasure(parts, caller, params.personId, params.requestId),
    })),
  ]
}
