import type { Queryable } from '../../database/database.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { readRota } from '../../rota/readRota.ts'
import { ladderGaps } from '../cases/ladderGaps.ts'
import type { LadderService } from '../cases/ladderService.ts'
import { missingFromConsent, type Consent, type Missing } from '../consent.ts'

/**
 * What stands between a person and activation: consent that is not complete, or a ladder with a gap (brief 2.1, 2.2).
 * Empty: they may be invited and activated. Also for the turn that activates somebody after their first conversation.
 */
export async function activationGaps(
  client: Queryable,
  personId: string,
  now: Date,
  service: LadderService,
): Promise<Missing[]> {
  const { rows } = await client.query<{
    role: 'young-person' | 'parent-carer'
    date_of_birth: string | null
    consent: Consent | null
    practitioner_id: string
    supervisor_id: string | null
  }>(
    `select p.role, p.date_of_birth, k.practitioner_id, k.supervisor_id,
       (select json_build_object('capacityBasis', c.capacity_basis, 'judgedBy', c.judged_by, 'judgedOn', c.judged_on,
          'informationVersion', c.information_version, 'parentsMaySee', c.parents_may_see, 'assent', c.assent, 'reviewOn', c.review_on,
          'withdrawnOn', c.withdrawn_on)
        from consents c where c.person_id = p.id order by c.recorded_at desc, c.id desc limit 1) as consent
     from people p join cases k on k.id = p.case_id
     where p.id = $1`,
    [personId],
  )
  const row = rows[0]
  if (!row) return [{ code: 'no-record', words: 'There is no such person.' }]
  return [
    ...missingFromConsent(row.consent, { role: row.role, dateOfBirth: row.date_of_birth }, londonDay(now)),
    ...ladderGaps({
      ...service,
      practitionerId: row.practitioner_id,
      supervisorId: row.supervisor_id,
      rota: await readRota(client, service.hours, now),
      now,
    }),
  ]
}
