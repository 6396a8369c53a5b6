import type { Queryable } from '../../database/database.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { StaffParts } from '../parts.ts'
import { titleOfModule } from '../remit.ts'
import type { Assignment } from './assignments.ts'

/**
 * Opens a step of an assigned module: what a session does, never the calendar (G3). `from` is the step the caller saw; an
 * earlier step may be gone back to.
 */
export async function openStep(
  parts: StaffParts,
  caller: StaffCaller,
  { personId, assignmentId }: { personId: string; assignmentId: string },
  { from, step }: { from: number; step: number },
): Promise<Assignment> {
  const opened = await parts.database.transaction(async (client) => {
    const { caseId } = await mustReachPerson(client, caller, personId)
    return openStepWithin(client, parts, caller, { personId, assignmentId, caseId, from, step })
  })
  await parts.database.publish('staff', opened.caseId)
  return {
    id: assignmentId,
    module: opened.module,
    title: titleOfModule(opened.module),
    stepOpened: step,
    assignedAt: opened.assignedAt.toISOString(),
    endedAt: null,
  }
}

interface StepToOpen {
  personId: string
  assignmentId: string
  caseId: string
  from: number
  step: number
}

/** The same as part of something larger, in its transaction; that the caller reaches the case was looked at before. */
export async function openStepWithin(
  client: Queryable,
  parts: StaffParts,
  caller: StaffCaller,
  { personId, assignmentId, caseId, from, step }: StepToOpen,
): Promise<{ caseId: string; module: string; assignedAt: Date }> {
  const now = parts.clock.now()
  const { rows } = await client.query<{ module: string; step_opened: number; assigned_at: Date }>(
    `select module, step_opened, assigned_at from assignments
       where id = $1 and person_id = $2 and ended_at is null for update`,
    [assignmentId, personId],
  )
  const row = rows[0]
  if (!row) throw new Problem(404, 'no-such-assignment', 'There is no such assignment, or it has ended.')
  const steps = parts.programmes.get(row.module)?.steps.length ?? 0
  if (step > steps) throw new Problem(422, 'no-such-step', `${titleOfModule(row.module)} has ${steps} steps.`)
  if (row.step_opened !== from)
    throw new Problem(409, 'step-changed', `Step ${row.step_opened} is open by now. Look again before you open one.`)
  await client.query('update assignments set step_opened = $2 where id = $1', [assignmentId, step])
  await writeAudit(client, now, {
    staffId: caller.staffId,
    action: 'open-step',
    caseId,
    personId,
    subjectId: assignmentId,
    detail: { module: row.module, from, step },
  })
  return { caseId, module: row.module, assignedAt: row.assigned_at }
}
