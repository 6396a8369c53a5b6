import type { z } from 'zod'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { readAuthorised } from '../authorisations/readAuthorisations.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { assignment } from '../contract/personShapes.ts'
import type { StaffParts } from '../parts.ts'
import { titleOfModule, whyNotModule } from '../remit.ts'

export type Assignment = z.infer<typeof assignment>

/** Assigns a module to a person. Only what the role may do and what exists here (G3, G4); once at a time. */
export async function assignModule(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  module: string,
): Promise<Assignment> {
  const { database } = parts
  const now = parts.clock.now()
  const id = newId()
  const caseId = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    const authorised = await readAuthorised(client, person.caseId, londonDay(now))
    const why = whyNotModule(module, person.role, parts.programmes, authorised)
    if (why !== null) throw new Problem(422, 'module-not-available', why)
    const { rowCount } = await client.query(
      `insert into assignments (id, person_id, module, assigned_by, assigned_at) values ($1, $2, $3, $4, $5)
       on conflict (person_id, module) where ended_at is null do nothing`,
      [id, personId, module, caller.staffId, now],
    )
    if (rowCount !== 1) throw new Problem(409, 'already-assigned', 'This module is assigned already.')
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'assign-module',
      caseId: person.caseId,
      personId,
      subjectId: id,
      detail: { module },
    })
    return person.caseId
  })
  await database.publish('staff', caseId)
  return { id, module, title: titleOfModule(module), stepOpened: 1, assignedAt: now.toISOString(), endedAt: null }
}

/** Ends an assignment; nothing that was written is lost. Ending one that has ended changes nothing. */
export async function endAssignment(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  assignmentId: string,
): Promise<Assignment> {
  const { database } = parts
  const now = parts.clock.now()
  const { caseId, ended } = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    const { rows } = await client.query<{ module: string; step_opened: number; assigned_at: Date; ended_at: Date }>(
      `update assignments set ended_at = coalesce(ended_at, $3) where id = $1 and person_id = $2 returning module, step_opened, assigned_at, ended_at`,
      [assignmentId, personId, now],
    )
    const row = rows[0]
    if (!row) throw new Problem(404, 'no-such-assignment', 'There is no such assignment.')
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'end-assignment',
      caseId: person.caseId,
      personId,
      subjectId: assignmentId,
    })
    return { caseId: person.caseId, ended: row }
  })
  await database.publish('staff', caseId)
  return {
    id: assignmentId,
    module: ended.module,
    title: titleOfModule(ended.module),
    stepOpened: ended.step_opened,
    assignedAt: ended.assigned_at.toISOString(),
    endedAt: ended.ended_at.toISOString(),
  }
}
