import type { z } from 'zod'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { mustReachPerson } from '../cases/refusals.ts'
import type { keepCopingPlan } from '../contract/plans.ts'
import type { StaffParts } from '../parts.ts'
import { readPlan } from './readPlan.ts'

type Change = z.infer<NonNullable<typeof keepCopingPlan.body>>

/** Keeps a new version beside the earlier ones. Only the practitioner, with the young person; never from an older version. */
export async function keepPlan(
  parts: StaffParts,
  caller: StaffCaller,
  personId: string,
  change: Change,
): Promise<void> {
  const { database } = parts
  const now = parts.clock.now()
  const caseId = await database.transaction(async (client) => {
    const person = await mustReachPerson(client, caller, personId)
    const today = londonDay(now)
    if (change.madeOn > today || (change.reviewedOn ?? change.madeOn) > today)
      throw new Problem(422, 'day-ahead', 'A day that is still to come cannot be when it was made or looked at.')
    await client.query('select 1 from people where id = $1 for update', [personId])
    const { version, mayChange } = await readPlan(client, caller, personId)
    if (!mayChange) throw new Problem(403, 'not-yours', 'Only the practitioner changes a plan, with the young person.')
    if (version !== change.version)
      throw new Problem(409, 'changed-meanwhile', 'This plan was changed since you opened it.', { version })
    await client.query(
      `insert into coping_plans (id, person_id, case_id, version, parts, made_on, reviewed_on, copies, offline, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [newId(), personId, person.caseId, version + 1, JSON.stringify(change.parts), change.madeOn, change.reviewedOn, change.copies, change.offline, caller.staffId, now],
    ) // prettier-ignore
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'keep-coping-plan',
      caseId: person.caseId,
      personId,
      detail: { version: version + 1 },
    })
    return person.caseId
  })
  await database.publish('staff', caseId)
}
