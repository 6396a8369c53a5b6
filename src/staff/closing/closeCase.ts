import type { Queryable } from '../../database/database.ts'
import type { Closure } from '../../record/events.ts'
import { keepEvents } from '../../record/keepEvents.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { noSuchCase } from '../cases/refusals.ts'
import type { StaffParts } from '../parts.ts'
import { casesInReach } from '../reach.ts'
import { gapsOfRequest, type ClosingRequest } from './closingGaps.ts'
import { readClosingFacts } from './readClosing.ts'

/**
 * Closes a case: one commit with the closure for the case record. What was still to come stops: reminders, measures asked
 * for, assignments. The people's pages become read-only with help (G5), because nobody reads there any more. Refused with
 * every gap at once while recording or outcome measures are incomplete without a reason.
 */
export async function closeCase(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  { version, ...request }: ClosingRequest,
): Promise<void> {
  const { database, outbox, contentVersion } = parts
  const now = parts.clock.now()
  await database.transaction(async (client) => {
    const found = await lockCase(client, caller, caseId, version)
    if (found.state === 'closed') throw new Problem(409, 'closed', 'This case is closed already.')
    const facts = await readClosingFacts(client, caseId, parts)
    const gaps = gapsOfRequest(facts, { version, ...request }, found.supervised)
    if (gaps.length > 0) throw new Problem(422, 'cannot-close', gaps.map(({ words }) => words).join(' '), { gaps })
    const id = newId()
    const signedOff = found.supervised && request.reason === 'not-attended'
    await client.query(
      `insert into case_closings (id, case_id, closed_by, closed_at, signed_off_by, body) values ($1, $2, $3, $4, $5, $6)`,
      [id, caseId, caller.staffId, now, signedOff ? caller.staffId : null, JSON.stringify({ ...request, sessionsHeld: facts.sessionsHeld })],
    ) // prettier-ignore
    await client.query(`update cases set state = 'closed', version = version + 1, updated_at = $2 where id = $1`, [
      caseId,
      now,
    ])
    await stopWhatWasToCome(client, caseId, now)
    const personId = await whoseClosure(client, caseId)
    // A case that was opened by mistake has nobody in it, and the record has nothing to be told.
    if (personId !== undefined) {
      const event: Omit<Closure, 'version'> = {
        type: 'closure',
        entryId: id,
        personId,
        respondent: 'practitioner',
        occurredAt: now.toISOString(),
        localDate: londonDay(now),
        contentVersion,
        reason: request.reason,
        destination: request.destination,
        destinationDetail: request.specialist ?? null,
        sessionsHeld: facts.sessionsHeld,
        measuresMissing: request.measuresMissing,
        note: request.note ?? null,
        recordedBy: caller.displayName,
        signedOffBy: signedOff ? caller.displayName : null,
      }
      await keepEvents(client, [{ event, caseId, personId, at: now }], outbox)
    }
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'close-case',
      caseId,
      subjectId: id,
      detail: { reason: request.reason, destination: request.destination },
    })
  })
  await database.publish('staff', caseId)
}

/** Opens a closed case again. What was assigned stays ended: the practitioner decides anew what is open. */
export async function reopenCase(
  { database, clock }: StaffParts,
  caller: StaffCaller,
  caseId: string,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const now = clock.now()
  await database.transaction(async (client) => {
    const found = await lockCase(client, caller, caseId, version)
    if (found.state !== 'closed') throw new Problem(409, 'not-closed', 'This case is not closed.')
    await client.query(
      `update case_closings set reopened_at = $2, reopened_by = $3, reopened_reason = $4 where case_id = $1 and reopened_at is null`,
      [caseId, now, caller.staffId, reason],
    )
    await client.query(`update cases set state = 'active', version = version + 1, updated_at = $2 where id = $1`, [
      caseId,
      now,
    ])
    await writeAudit(client, now, { staffId: caller.staffId, action: 'reopen-case', caseId, detail: { reason } })
  })
  await database.publish('staff', caseId)
}

/** The case as the caller saw it, held until the end of the transaction; a change made meanwhile is never overwritten. */
async function lockCase(
  client: Queryable,
  caller: StaffCaller,
  caseId: string,
  version: number,
): Promise<{ state: string; supervised: boolean }> {
  const { rows } = await client.query<{ state: string; version: number; supervised: boolean }>(
    `select k.state, k.version, coalesce(k.supervisor_id = $1, false) as supervised from cases k
     where k.id = $2 and ${casesInReach(caller, 'change-cases')} for update of k`,
    [caller.staffId, caseId],
  )
  const found = rows[0]
  if (!found) throw noSuchCase()
  if (found.version !== version)
    throw new Problem(409, 'changed-meanwhile', 'Somebody changed this case since you opened it. Look again.', {
      version: found.version,
    })
  return found
}

async function stopWhatWasToCome(client: Queryable, caseId: string, now: Date): Promise<void> {
  const people = '(select id from people where case_id = $1)'
  await client.query(
    `update reminders set state = 'cancelled', nudge_at = null where state = 'waiting' and person_id in ${people}`,
    [caseId],
  )
  await client.query(
    `update measure_requests set state = 'withdrawn', finished_at = $2 where state in ('asked', 'started') and person_id in ${people}`,
    [caseId, now],
  )
  await client.query(`update assignments set ended_at = $2 where ended_at is null and person_id in ${people}`, [
    caseId,
    now,
  ])
}

/** The young person, or where the work went through a parent or carer, the adult. */
async function whoseClosure(client: Queryable, caseId: string): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    'select id from people where case_id = $1 order by role desc, created_at, id limit 1',
    [caseId],
  )
  return rows[0]?.id
}
