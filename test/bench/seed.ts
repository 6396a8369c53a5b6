import type { Database } from '../../src/database/database.ts'
import { hashSecret, newSecret } from '../../src/identity/secrets.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { addDays, londonDay } from '../../src/shared/calendarDay.ts'
import { newId } from '../../src/shared/ids.ts'

/** One person of the benchmark as the driver knows them: a browser that has joined, and an account of a channel. */
export interface BenchPerson {
  caseRef: string
  /** Secret of the device's cookie. */
  secret: string
  account: string
}

export const BENCH_CHANNEL = 'emulator'
const TENANT = ''
const FIRST_LOCK_MS = 5 * 60_000

/**
 * Puts active young people into a database, each in a case of their own, with consent, the low-mood module, an unlocked
 * browser and a linked account: everything a turn reads, as if they had been here for weeks. Before the server starts.
 */
export async function seedPeople(database: Database, count: number): Promise<BenchPerson[]> {
  const now = systemClock.now()
  const today = londonDay(now)
  const [practitioner, supervisor] = [newId(), newId()]
  for (const [id, name, role] of [
    [practitioner, 'Dani', 'practitioner'],
    [supervisor, 'Sol', 'supervisor'],
  ] as const)
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'bench', $2, $3, $3, $4, $5)`,
      [id, id, name, [role], now],
    )
  const people: BenchPerson[] = []
  await database.transaction(async (client) => {
    for (let n = 0; n < count; n++) {
      const [caseId, personId] = [newId(), newId()]
      const person = { caseRef: `BENCH-${caseId}`, secret: newSecret(), account: personId }
      people.push(person)
      await client.query(
        `insert into cases (id, case_ref, practitioner_id, supervisor_id, state, session_number, created_at, updated_at) values ($1, $2, $3, $4, 'active', 3, $5, $5)`,
        [caseId, person.caseRef, practitioner, supervisor, now],
      )
      await client.query(
        `insert into people (id, case_id, role, preferred_name, band, date_of_birth, state, pin_hash, created_at)
         values ($1, $2, 'young-person', 'Leo', 'Y16-18', $3, 'active', 'none', $4)`,
        [personId, caseId, addDays(today, -16 * 366), now],
      )
      await client.query(
        `insert into consents (id, person_id, capacity_basis, judged_by, judged_on, information_version, parents_may_see, assent, review_on, recorded_at)
         values ($1, $2, 'presumed-16-or-over', 'Dani', $3, '1', 'nothing', true, $4, $5)`,
        [newId(), personId, today, addDays(today, 60), now],
      )
      await client.query(
        `insert into assignments (id, person_id, module, assigned_at) values ($1, $2, 'low-mood', $3)`,
        [newId(), personId, now],
      )
      await client.query(
        `insert into devices (id, person_id, secret_hash, unlocked_until, last_seen_at, created_at) values ($1, $2, $3, $4, $5, $5)`,
        [newId(), personId, hashSecret(person.secret), new Date(now.getTime() + FIRST_LOCK_MS), now],
      )
      await client.query(
        `insert into accounts (channel, tenant, account, person_id, linked_at) values ($1, $2, $3, $4, $5)`,
        [BENCH_CHANNEL, TENANT, person.account, personId, now],
      )
    }
  })
  return people
}
