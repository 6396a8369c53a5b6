import type { RecordCases } from '../case-record/recordCases.ts'
import type { Database, Queryable } from '../database/database.ts'
import { addDays, instantOf, londonDay } from '../shared/calendarDay.ts'
import { idFrom } from '../shared/ids.ts'
import {
  DEMONSTRATION_CASES,
  DEMONSTRATION_ROTA,
  DEMONSTRATION_STAFF,
  type DemonstrationCase,
  type DemonstrationPerson,
} from './caseload.ts'

/** Sign-in of the demonstration's staff: an issuer that no OpenID provider can have. */
export const DEMONSTRATION_ISSUER = 'urn:demonstration'

const id = (...names: string[]) => idFrom('demonstration', ...names)

export const demonstrationStaffId = (key: string): string => id('staff', key)
export const demonstrationPersonId = (key: string): string => id('person', key)

/** What the demonstration is made from. `informationVersion` is what its consent records name. */
interface Parts {
  database: Database
  cases: RecordCases
  now: Date
  informationVersion: string
}

/**
 * Creates a small fictional caseload: the cases in the case record first, through its API, then the working data here. What
 * is there already stays as it is, so a second start changes nothing. Never called in production.
 */
export async function createDemonstration(parts: Parts): Promise<void> {
  for (const staff of DEMONSTRATION_STAFF) await addStaff(parts, staff)
  await addRota(parts)
  for (const [n, one] of DEMONSTRATION_CASES.entries()) {
    const { rows } = await parts.database.query('select 1 from cases where case_ref = $1', [one.caseRef])
    if (rows.length > 0) continue
    const kept = await parts.cases.make(
      one.caseRef,
      { state: 'open', practitioner: 'Dani Example', supervisor: 'Sol Example' },
      id('case', one.caseRef),
    )
    if (!kept.ok) throw new Error(`The case record did not take the demonstration case ${one.caseRef}.`)
    await parts.database.transaction((client) => addCase(client, one, n, parts))
  }
}

async function addStaff({ database, now }: Parts, staff: (typeof DEMONSTRATION_STAFF)[number]): Promise<void> {
  await database.query(
    `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
    [
      demonstrationStaffId(staff.key),
      DEMONSTRATION_ISSUER,
      staff.key,
      staff.displayName,
      staff.firstName,
      [...staff.roles],
      now,
    ],
  )
}

async function addRota({ database }: Parts): Promise<void> {
  for (const [key, weekdays] of Object.entries(DEMONSTRATION_ROTA.duty))
    for (const weekday of weekdays)
      await database.query('insert into rota_duty (id, staff_id, weekday) values ($1, $2, $3) on conflict do nothing', [
        id('duty', key, String(weekday)),
        demonstrationStaffId(key),
        weekday,
      ])
  for (const [key, cover] of Object.entries(DEMONSTRATION_ROTA.covers))
    await database.query('insert into rota_covers (staff_id, cover_id) values ($1, $2) on conflict do nothing', [
      demonstrationStaffId(key),
      demonstrationStaffId(cover),
    ])
}

async function addCase(
  client: Queryable,
  one: DemonstrationCase,
  n: number,
  { now, informationVersion }: Parts,
): Promise<void> {
  const caseId = id('case', one.caseRef)
  const nextSession = instantOf(`${addDays(londonDay(now), 3 + n)}T15:30`)
  await client.query(
    `insert into cases (id, case_ref, practitioner_id, supervisor_id, state, care_status, session_number, next_session_at, created_at, updated_at)
     values ($1, $2, $3, $4, 'active', $5, $6, $7, $8, $8)`,
    [
      caseId,
      one.caseRef,
      demonstrationStaffId('dani'),
      demonstrationStaffId('sol'),
      one.careStatus,
      one.sessionNumber,
      nextSession,
      now,
    ],
  )
  for (const person of one.people) await addPerson(client, caseId, person, now, informationVersion)
}

async function addPerson(
  client: Queryable,
  caseId: string,
  person: DemonstrationPerson,
  now: Date,
  informationVersion: string,
): Promise<void> {
  const personId = demonstrationPersonId(person.key)
  const today = londonDay(now)
  const born = person.age === null ? null : addDays(today, -Math.round(person.age * 365.25) - 100)
  await client.query(
    `insert into people (id, case_id, role, preferred_name, pronouns, band, date_of_birth, state, child_called, called, carer, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'invited', $8, $9, $10, $11)`,
    [
      personId,
      caseId,
      person.role,
      person.preferredName,
      person.pronouns,
      person.band,
      born,
      person.childCalled,
      person.called,
      person.carer,
      now,
    ],
  )
  await client.query(
    `insert into consents (id, person_id, capacity_basis, judged_by, judged_on, information_version, parents_may_see, assent, review_on, recorded_by, recorded_at)
     values ($1, $2, $3, 'Dani Example', $4, $5, $6, true, $7, $8, $9)`,
    [id('consent', person.key), personId, person.capacityBasis, today, informationVersion,
      person.role === 'young-person' ? 'agreed-items' : null, addDays(today, 60), demonstrationStaffId('dani'), now],
  ) // prettier-ignore
  for (const module of person.modules)
    await client.query(
      'insert into assignments (id, person_id, module, step_opened, assigned_by, assigned_at) values ($1, $2, $3, $4, $5, $6)',
      [id('assignment', person.key, module), personId, module, person.step, demonstrationStaffId('dani'), now],
    )
  for (const measure of person.measures)
    await client.query(
      `insert into measure_requests (id, person_id, measure, asked_by, reason, state, asked_at) values ($1, $2, $3, $4, 'session', 'asked', $5)`,
      [id('request', person.key, measure), personId, measure, demonstrationStaffId('dani'), now],
    )
}
