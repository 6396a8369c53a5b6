import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { noSuchCase } from '../cases/refusals.ts'
import type { authoriseItem } from '../contract/authorisations.ts'
import type { StaffParts } from '../parts.ts'
import { casesInReach } from '../reach.ts'
import { LONGEST_DAYS, MAY_DO, readAuthorised } from './readAuthorisations.ts'

type NewAuthorisation = z.infer<NonNullable<typeof authoriseItem.body>>

/**
 * Authorises a `may-do` item for one case (brief G4): by the case's own supervisor, never by who holds the case, with a
 * reason and a last day. One at a time: to change it, it is withdrawn first.
 */
export async function authorise(
  { database, clock }: StaffParts,
  caller: StaffCaller,
  caseId: string,
  { item, reason, expiresOn }: NewAuthorisation,
): Promise<void> {
  const now = clock.now()
  const today = londonDay(now)
  await database.transaction(async (client) => {
    await mustSupervise(client, caller, caseId)
    if (!MAY_DO.some(({ id }) => id === item))
      throw new Problem(422, 'not-a-may-do-item', 'The guidance lists no such thing as needing an authorisation.')
    if (expiresOn < today) throw new Problem(422, 'day-past', 'The last day has passed already.')
    if (expiresOn > addDays(today, LONGEST_DAYS))
      throw new Problem(422, 'too-long', `An authorisation holds for ${LONGEST_DAYS} days at most.`)
    if ((await readAuthorised(client, caseId, today)).includes(item))
      throw new Problem(409, 'in-force-already', 'This is authorised already. Withdraw it first to change it.')
    const id = newId()
    await client.query(
      `insert into remit_authorisations (id, case_id, item, reason, authorised_by, authorised_at, expires_on)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, caseId, item, reason, caller.staffId, now, expiresOn],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'authorise-item',
      caseId,
      subjectId: id,
      detail: { item, expiresOn },
    })
  })
  await database.publish('staff', caseId)
}

/** Ends an authorisation at once. One that has ended already stays as it ended. */
export async function withdraw(
  { database, clock }: StaffParts,
  caller: StaffCaller,
  { caseId, authorisationId }: { caseId: string; authorisationId: string },
  reason: string,
): Promise<void> {
  const now = clock.now()
  await database.transaction(async (client) => {
    await mustSupervise(client, caller, caseId)
    const { rows } = await client.query<{ item: string; ended: boolean }>(
      `select item, withdrawn_at is not null or expires_on < $3 as ended from remit_authorisations where id = $1 and case_id = $2`,
      [authorisationId, caseId, londonDay(now)],
    )
    const row = rows[0]
    if (!row) throw new Problem(404, 'no-such-authorisation', 'There is no such authorisation.')
    if (row.ended) return
    await client.query(
      'update remit_authorisations set withdrawn_at = $2, withdrawn_by = $3, withdrawn_reason = $4 where id = $1',
      [authorisationId, now, caller.staffId, reason],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'withdraw-authorisation',
      caseId,
      subjectId: authorisationId,
      detail: { item: row.item },
    })
  })
  await database.publish('staff', caseId)
}

/** Locks the case, so that two at a time cannot both authorise. Nobody authorises what they hold themselves. */
async function mustSupervise(client: Queryable, caller: StaffCaller, caseId: string): Promise<void> {
  const { rows } = await client.query<{ practitionerId: string; state: string }>(
    `select k.practitioner_id as "practitionerId", k.state from cases k
     where k.id = $2 and ${casesInReach(caller, 'authorise-remit')} for update`,
    [caller.staffId, caseId],
  )
  const found = rows[0]
  if (!found) throw noSuchCase()
  if (found.practitionerId === caller.staffId)
    throw new Problem(403, 'own-case', 'Somebody else has to authorise this: you hold this case yourself.')
  if (found.state === 'closed') throw new Problem(409, 'closed', 'This is closed and can only be read.')
}
