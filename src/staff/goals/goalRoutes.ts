import type { Reply, Route } from '../../shared/route.ts'
import { serve } from '../contract/endpoint.ts'
import * as contract from '../contract/goals.ts'
import type { StaffParts } from '../parts.ts'
import { describeGoals, type ShownGoal } from './describeGoals.ts'
import { agreeGoal, changeGoal } from './keepGoal.ts'
import { readAdministrations, readCaseGoals } from './readCaseGoals.ts'

/** Goals agreed in a session (GBO): recorded here in the person's own words, rated by them in chat. */
export function goalRoutes(parts: StaffParts): Route[] {
  const { database, measures } = parts
  const shown = async (personId: string, goalId: string, status: number): Promise<Reply<ShownGoal>> => {
    const { rows } = await database.query<{ case_id: string }>('select case_id from people where id = $1', [personId])
    const caseId = rows[0]!.case_id
    const [goals, administrations] = await Promise.all([
      readCaseGoals(database, caseId),
      readAdministrations(database, caseId),
    ])
    const goal = describeGoals(goals, administrations, measures.get('gbo')).find((one) => one.goalId === goalId)!
    return { status, body: goal }
  }
  return [
    serve(contract.agreeGoal, async ({ caller, params, body }) =>
      shown(params.personId, await agreeGoal(parts, caller, params.personId, body), 201),
    ),
    serve(contract.changeGoal, async ({ caller, params, body }) => {
      await changeGoal(parts, caller, params, body)
      return shown(params.personId, params.goalId, 200)
    }),
  ]
}
