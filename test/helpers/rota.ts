import type { Queryable } from '../../src/database/database.ts'
import { idFrom } from '../../src/shared/ids.ts'
import { loadLadder } from '../../src/risk/ladder/loadLadder.ts'
import { createLadder } from '../../src/risk/ladder/ladder.ts'
import type { Rota } from '../../src/rota/rota.ts'
import { parseStaffedHours } from '../../src/rota/staffedHours.ts'
import { silentLogger } from '../../src/shared/logger.ts'

export const HOURS = parseStaffedHours('Mon-Fri 09:00-17:00')
/** The rungs and times as they ship. */
export const LADDER_RULES = await loadLadder(new URL('../../content/', import.meta.url))

/** A rota with nobody in it, for what depends on the service's hours alone. */
export const emptyRota = (hours = HOURS): Rota => ({
  hours,
  closures: new Set(),
  staff: new Map(),
  duty: [],
  onCall: [],
})

export const rotaInHand = { current: () => emptyRota() }

/** The real ladder, on the staff page alone. */
export const pageLadder = createLadder({ rules: LADDER_RULES, hours: HOURS, outside: [], logger: silentLogger })

/** A service whose alerts reach its staff on the staff page alone. */
export const ladderService = { hours: HOURS, outside: [], mustReachOutside: false }

/** The places of the ladder that belong to nobody's case: a duty worker every day, a manager, a safeguarding lead. */
export async function fillLadder(database: Queryable, now: Date): Promise<void> {
  const places = { Kit: 'duty-worker', Mo: 'service-manager', Lee: 'safeguarding-lead' }
  for (const [name, role] of Object.entries(places)) {
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', $2, $3, $4, $5, $6) on conflict do nothing`,
      [idFrom('ladder', name), `ladder-${name}`, `${name} Example`, name, [role], now],
    )
  }
  for (let weekday = 1; weekday <= 5; weekday++)
    await database.query('insert into rota_duty (id, staff_id, weekday) values ($1, $2, $3) on conflict do nothing', [
      idFrom('duty', String(weekday)),
      idFrom('ladder', 'Kit'),
      weekday,
    ])
}
