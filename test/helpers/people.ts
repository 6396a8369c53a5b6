import type { Database } from '../../src/database/database.ts'
import type { Band } from '../../src/dialog-kit/index.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { addDays, londonDay } from '../../src/shared/calendarDay.ts'
import { newId } from '../../src/shared/ids.ts'
import { fillLadder } from './rota.ts'

export interface MadePerson {
  personId: string
  caseId: string
  practitionerId: string
  conversationId: string
}

/** Makes people as the staff page would have made them, each in a case of its own unless one is given. */
export function createDemonstrationPeople(database: Database, clock: Clock) {
  return async (
    wanted: {
      role?: 'young-person' | 'parent-carer'
      band?: Band
      state?: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
      name?: string
      consent?: boolean
      modules?: string[]
      /** How far sessions have opened the modules; the first step of most, planning of low mood. */
      step?: number
      measures?: string[]
      caseId?: string
      caseState?: string
    } = {},
  ): Promise<MadePerson> => {
    const now = clock.now()
    const {
      role = 'young-person',
      band = role === 'young-person' ? 'Y16-18' : 'P5-7',
      state = 'active',
      name = 'Leo',
      consent = true,
    } = wanted
    const practitionerId = newId()
    const supervisorId = newId()
    const personId = newId()
    const caseId = wanted.caseId ?? newId()
    const staff = async (id: string, first: string, roles: string[]) =>
      database.query(
        `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', $2, $3, $4, $5, $6)`,
        [id, id, `${first} Example`, first, roles, now],
      )
    if (wanted.caseId === undefined) {
      await staff(practitionerId, 'Dani', ['practitioner'])
      await staff(supervisorId, 'Sol', ['supervisor'])
      await fillLadder(database, now)
      await database.query(
        `insert into cases (id, case_ref, practitioner_id, supervisor_id, state, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)`,
        [caseId, `C-${caseId}`, practitionerId, supervisorId, wanted.caseState ?? 'active', now],
      )
    }
    const born = role === 'young-person' ? addDays(londonDay(now), -16 * 366) : null
    await database.query(
      `insert into people (id, case_id, role, preferred_name, band, date_of_birth, state, child_called, created_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [personId, caseId, role, name, band, born, state, role === 'parent-carer' ? 'Tyler' : null, now],
    )
    if (consent)
      await database.query(
        `insert into consents (id, person_id, capacity_basis, judged_by, judged_on, information_version, parents_may_see, assent, review_on, recorded_at)
         values ($1, $2, $3, 'Dani Example', $4, '1', $5, true, $6, $7)`,
        [
          newId(),
          personId,
          role === 'young-person' ? 'presumed-16-or-over' : 'adult',
          londonDay(now),
          role === 'young-person' ? 'nothing' : null,
          addDays(londonDay(now), 60),
          now,
        ],
      )
    for (const module of wanted.modules ?? [role === 'young-person' ? 'low-mood' : 'behaviour-support'])
      await database.query(
        'insert into assignments (id, person_id, module, step_opened, assigned_at) values ($1, $2, $3, $4, $5)',
        [newId(), personId, module, wanted.step ?? (module === 'low-mood' ? 4 : 1), now],
      )
    for (const measure of wanted.measures ?? [])
      await database.query(
        `insert into measure_requests (id, person_id, measure, state, asked_at) values ($1, $2, $3, 'asked', $4)`,
        [newId(), personId, measure, now],
      )
    const conversationId = `web-${personId}`
    await database.query(
      `insert into conversations (id, channel, person_id, created_at) values ($1, 'directline', $2, $3)`,
      [conversationId, personId, now],
    )
    return { personId, caseId, practitionerId, conversationId }
  }
}

/** Authorises an item of the remit for a case, as its supervisor would on the staff page. */
export async function authoriseItem(
  database: Database,
  clock: Clock,
  personId: string,
  item: string,
  expiresOn = '2030-01-01',
): Promise<void> {
  await database.query(
    `insert into remit_authorisations (id, case_id, item, reason, authorised_by, authorised_at, expires_on)
     select $1, k.id, $2, 'Agreed in supervision', k.supervisor_id, $3, $4
     from people p join cases k on k.id = p.case_id where p.id = $5`,
    [newId(), item, clock.now(), expiresOn, personId],
  )
}
