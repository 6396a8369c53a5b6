import { newId } from '../../shared/ids.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { Consent } from '../consent.ts'
import type { StaffParts } from '../parts.ts'

/** Records consent as it stands; a new row each time, so that earlier judgements stay readable. */
export async function recordConsent(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  consent: Consent,
): Promise<void> {
  const { database } = parts
  const now = parts.clock.now()
  const caseId = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    await client.query(
      `insert into consents (id, person_id, capacity_basis, judged_by, judged_on, information_version, parents_may_see, assent, review_on,
         withdrawn_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [newId(), personId, consent.capacityBasis, consent.judgedBy, consent.judgedOn, consent.informationVersion, consent.parentsMaySee, consent.assent, consent.reviewOn, consent.withdrawnOn, caller.staffId, now],
    ) // prettier-ignore
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'record-consent',
      caseId: person.caseId,
      personId,
    })
    return person.caseId
  })
  await database.publish('staff', caseId)
}
