import type { Queryable } from '../../database/database.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import type { Subject } from '../access.ts'
import { casesInReach } from '../reach.ts'

/** The same answer for a case that is not there and one out of reach: nobody learns which cases exist. */
export const noSuchCase = (): Problem => new Problem(404, 'no-such-case', 'There is no such case for you.')
export const noSuchPerson = (): Problem => new Problem(404, 'no-such-person', 'There is no such person in your cases.')

/** Refuses unless the caller reaches this case in this subject. */
export async function mustReachCase(
  client: Queryable,
  caller: StaffCaller,
  subject: Subject,
  caseId: string,
): Promise<{ state: string }> {
  const { rows } = await client.query<{ state: string }>(
    `select k.state from cases k where k.id = $2 and ${casesInReach(caller, subject)}`,
    [caller.staffId, caseId],
  )
  if (!rows[0]) throw noSuchCase()
  return rows[0]
}

/** What commands on a person need to know of them. */
interface ReachedPerson {
  id: string
  caseId: string
  role: 'young-person' | 'parent-carer'
  dateOfBirth: string | null
  state: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
  caseState: 'setting-up' | 'active' | 'paused' | 'closed'
}

/** Refuses unless the caller may change this person's case; a closed case or person is read-only (G5). */
export async function mustReachPerson(
  client: Queryable,
  caller: StaffCaller,
  personId: string,
): Promise<ReachedPerson> {
  const { rows } = await client.query<ReachedPerson>(
    `select p.id, p.case_id as "caseId", p.role, p.date_of_birth as "dateOfBirth", p.state, k.state as "caseState"
     from people p join cases k on k.id = p.case_id where p.id = $2 and ${casesInReach(caller, 'change-cases')}`,
    [caller.staffId, personId],
  )
  const person = rows[0]
  if (!person) throw noSuchPerson()
  if (person.caseState === 'closed' || person.state === 'closed')
    throw new Problem(409, 'closed', 'This is closed and can only be read.')
  return person
}
