import type { z } from 'zod'
import { londonDay } from '../../shared/calendarDay.ts'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { ageOn } from '../age.ts'
import { writeAudit } from '../audit.ts'
import { mustReachCase } from '../cases/refusals.ts'
import type { newPerson } from '../contract/personShapes.ts'
import type { StaffParts } from '../parts.ts'

type NewPerson = z.output<typeof newPerson>

/** Ages of the young people's bands. Which route an 11-year-old is on, the practitioner decides (G8). */
const YEARS = { 'Y11-13': [11, 13], 'Y14-15': [14, 15], 'Y16-18': [16, 18] } as const

/** Why a band cannot be right for this person; null when it can. A parent's band is the child's age group. */
function whyNotBand(person: Pick<NewPerson, 'role' | 'band' | 'dateOfBirth'>, today: string): string | null {
  const isYoung = person.band.startsWith('Y')
  if (isYoung !== (person.role === 'young-person')) return 'This age band does not belong to this kind of person.'
  if (!isYoung || person.dateOfBirth === null) return null
  const [from, to] = YEARS[person.band as keyof typeof YEARS]
  const age = ageOn(person.dateOfBirth, today) ?? 0
  return age >= from && age <= to ? null : `The date of birth makes them ${age}, which is not in this age band.`
}

/** Adds a person to a case; they can do nothing until invited. Returns their id. */
export async function addPerson(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  person: NewPerson,
): Promise<string> {
  const { database } = parts
  const now = parts.clock.now()
  const why = whyNotBand(person, londonDay(now))
  if (why !== null) throw new Problem(422, 'band-does-not-fit', why)
  const id = newId()
  await database.transaction(async (client) => {
    const { state } = await mustReachCase(client, caller, 'change-cases', caseId)
    if (state === 'closed') throw new Problem(409, 'closed', 'This case is closed and can only be read.')
    await client.query(
      `insert into people (id, case_id, role, preferred_name, pronouns, band, date_of_birth, state, child_called, called, carer, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'invited', $8, $9, $10, $11)`,
      [
        id,
        caseId,
        person.role,
        person.preferredName,
        person.pronouns,
        person.band,
        person.dateOfBirth,
        person.childCalled,
        person.called,
        person.role === 'parent-carer' ? person.carer : null,
        now,
      ],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'add-person',
      caseId,
      personId: id,
      detail: { role: person.role },
    })
  })
  await database.publish('staff', caseId)
  return id
}
