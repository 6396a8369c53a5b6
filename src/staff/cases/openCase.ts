import type { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import type { newCase } from '../contract/caseShapes.ts'
import type { StaffParts } from '../parts.ts'
import { recordReferral } from '../reports/recordReferral.ts'
import { mustBeSupervisor } from './supervisor.ts'

/**
 * Opens a case for its practitioner. The case record is asked first, and no connection of ours is held meanwhile: a case
 * exists there or it does not exist. Returns our id of it.
 */
export async function openCase(
  parts: StaffParts,
  caller: StaffCaller,
  request: z.output<typeof newCase>,
): Promise<string> {
  const { database, clock } = parts
  const supervisor = request.supervisorId === null ? null : await mustBeSupervisor(database, request.supervisorId)
  await mustExistInRecord(parts, caller, request, supervisor)
  const id = newId()
  const now = clock.now()
  const created = await database.transaction(async (client) => {
    const { rowCount } = await client.query(
      `insert into cases (id, case_ref, practitioner_id, supervisor_id, state, care_status, sessions_planned, session_number,
         next_session_at, setup, created_at, updated_at)
       values ($1, $2, $3, $4, 'setting-up', $5, $6, 1, $7, $8, $9, $9) on conflict (case_ref) do nothing`,
      [id, request.caseRef, caller.staffId, request.supervisorId, request.careStatus, request.sessionsPlanned, request.nextSessionAt, JSON.stringify(request.setup), now],
    ) // prettier-ignore
    if (rowCount === 1 && request.referral) await recordReferral(client, caller, id, request.referral, now)
    if (rowCount === 1) await writeAudit(client, now, { staffId: caller.staffId, action: 'open-case', caseId: id })
    return rowCount === 1
  })
  if (!created) throw new Problem(409, 'case-already-open', 'A case with this reference is open here already.')
  await database.publish('staff', id)
  return id
}

async function mustExistInRecord(
  parts: StaffParts,
  caller: StaffCaller,
  request: z.output<typeof newCase>,
  supervisor: string | null,
): Promise<void> {
  const { caseRecord, logger } = parts
  let there: boolean
  try {
    there = await caseRecord.findCase(request.caseRef)
    if (there) return
    if (request.createInRecord)
      there = await caseRecord.createCase({ caseRef: request.caseRef, practitioner: caller.displayName, supervisor })
  } catch (error) {
    logger.warn('case-record-not-reached', { errorName: (error as Error).name, staffId: caller.staffId })
    throw new Problem(
      503,
      'case-record-not-reached',
      'The case record cannot be reached right now. Nothing was opened; try again in a while.',
    )
  }
  if (there) return
  if (request.createInRecord)
    throw new Problem(
      422,
      'record-does-not-allow',
      'The case record does not let this service create cases. Create it there first.',
    )
  throw new Problem(422, 'not-in-record', 'There is no case with this reference in the case record.')
}
