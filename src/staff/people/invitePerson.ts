import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { StaffParts } from '../parts.ts'
import { activationGaps } from './activationGaps.ts'

/** Invites a person: link and code, shown this once. Refused while anything stands between them and activation. */
export async function invitePerson(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
): Promise<{ link: string; code: string; teamsCode: string; expiresAt: string }> {
  const { database } = parts
  const now = parts.clock.now()
  const person = await mustReachPerson(database, caller, personId)
  const missing = await activationGaps(database, personId, now, parts.ladder)
  if (missing.length > 0)
    throw new Problem(409, 'not-ready', 'An invitation can be given when nothing is missing any more.', { missing })
  const { link, code, teamsCode, expiresAt } = await parts.issueInvitation({ personId, issuedBy: caller.staffId, now })
  await database.transaction(async (client) => {
    await client.query(
      `update cases set state = 'active', version = version + 1, updated_at = $2 where id = $1 and state = 'setting-up'`,
      [person.caseId, now],
    )
    await writeAudit(client, now, { staffId: caller.staffId, action: 'invite-person', caseId: person.caseId, personId })
  })
  await database.publish('staff', person.caseId)
  return { link, code, teamsCode, expiresAt: expiresAt.toISOString() }
}
