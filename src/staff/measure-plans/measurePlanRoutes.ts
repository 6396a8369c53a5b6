import type { PlannedMeasure } from '../../measure-plan/plan.ts'
import { conversationRoles } from '../../measures/clearance.ts'
import { Problem, type Route, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/measurePlans.ts'
import { readAdministrations } from '../goals/readCaseGoals.ts'
import type { StaffParts } from '../parts.ts'
import { readMeasurePlans } from './readMeasurePlans.ts'

/** What is asked of a person and when; without one set for them the usual plan for their age holds. */
export function measurePlanRoutes(parts: StaffParts): Route[] {
  const { database, clock } = parts
  return [
    serve(contract.setMeasurePlan, async ({ caller, params: { personId }, body }) => {
      const caseId = await setPlan(parts, caller, personId, body)
      const administrations = await readAdministrations(database, caseId)
      const plans = await readMeasurePlans(database, caseId, administrations, parts, clock.now())
      return { status: 200, body: plans.find((plan) => plan.personId === personId)! }
    }),
  ]
}

/** Keeps a new version beside the earlier ones, made from the one the caller saw. Returns the case. */
async function setPlan(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  { version, measures }: { version: number; measures: PlannedMeasure[] },
): Promise<string> {
  const { database } = parts
  const now = parts.clock.now()
  const caseId = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    mustBeAnswered(parts, person.role, measures)
    await client.query('select 1 from people where id = $1 for update', [personId])
    const { rows } = await client.query<{ version: number }>(
      'select coalesce(max(version), 0)::int as version from measure_plans where person_id = $1',
      [personId],
    )
    if (rows[0]!.version !== version)
      throw new Problem(409, 'changed-meanwhile', 'Somebody changed this plan since you opened it.', {
        version: rows[0]!.version,
      })
    await client.query(
      'insert into measure_plans (person_id, version, measures, set_by, set_at) values ($1, $2, $3, $4, $5)',
      [personId, version + 1, JSON.stringify(measures), caller.staffId, now],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'set-measure-plan',
      caseId: person.caseId,
      personId,
      detail: { measures: measures.map(({ measure }) => measure) },
    })
    return person.caseId
  })
  await database.publish('staff', caseId)
  return caseId
}

/** A plan holds what this person can answer in chat. Whether it is cleared on the day is looked at each time. */
function mustBeAnswered(
  { measures }: StaffParts,
  role: 'young-person' | 'parent-carer',
  planned: readonly PlannedMeasure[],
): void {
  const twice = planned.find(({ measure }, n) => planned.findIndex((one) => one.measure === measure) !== n)
  if (twice) throw new Problem(422, 'planned-twice', `${twice.measure} stands in the plan twice.`)
  for (const { measure } of planned) {
    const one = measures.get(measure)
    if (one === undefined || !conversationRoles(one).includes(role))
      throw new Problem(422, 'not-answered', `${one?.shortTitle ?? measure} is not answered by this person.`)
  }
}
