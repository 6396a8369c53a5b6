import type { Database } from '../database/database.ts'
import { hashCode, matchesCode } from './secrets.ts'

/** Wrong PINs before the person needs a new invitation (architecture: identity, roles, data). */
export const PIN_TRIES = 5

export type PinCheck = { ok: true } | { ok: false; why: 'wrong-pin' | 'pin-blocked' | 'no-pin'; triesLeft: number }

/** Sets a person's PIN where none is set. False when there is one already: a PIN is only changed by knowing it or by a new start. */
export async function setFirstPin(database: Database, personId: string, pin: string): Promise<boolean> {
  const { rows } = await database.query(
    'update people set pin_hash = $2, pin_tries = 0, pin_locked_at = null where id = $1 and pin_hash is null returning id',
    [personId, await hashCode(pin)],
  )
  return rows.length > 0
}

/** Checks a PIN. Every try is counted before it is compared; the right one clears the count, the fifth wrong one blocks. */
export async function checkPin(database: Database, personId: string, pin: string, now: Date): Promise<PinCheck> {
  const counted = await database.query<{ pin_hash: string; pin_tries: number }>(
    `update people set pin_tries = pin_tries + 1
     where id = $1 and pin_hash is not null and pin_locked_at is null and pin_tries < $2 returning pin_hash, pin_tries`,
    [personId, PIN_TRIES],
  )
  const row = counted.rows[0]
  if (row === undefined) return refuse(database, personId)
  if (await matchesCode(pin, row.pin_hash)) {
    await database.query('update people set pin_tries = 0 where id = $1 and pin_hash = $2', [personId, row.pin_hash])
    return { ok: true }
  }
  if (row.pin_tries < PIN_TRIES) return { ok: false, why: 'wrong-pin', triesLeft: PIN_TRIES - row.pin_tries }
  await database.query('update people set pin_locked_at = $2 where id = $1 and pin_locked_at is null', [personId, now])
  return { ok: false, why: 'pin-blocked', triesLeft: 0 }
}

async function refuse(database: Database, personId: string): Promise<PinCheck> {
  const { rows } = await database.query<{ pin_set: boolean }>(
    'select pin_hash is not null as pin_set from people where id = $1',
    [personId],
  )
  return { ok: false, why: rows[0]?.pin_set === true ? 'pin-blocked' : 'no-pin', triesLeft: 0 }
}

/**
 * The practitioner's reset after forgotten or blocked PINs: no PIN, and every device is cut off, because whoever holds an
 * old device could otherwise choose the new PIN. A new invitation follows (`issueInvitation`), given in person.
 */
export async function resetPin(database: Database, personId: string, now: Date): Promise<void> {
  await database.transaction(async (client) => {
    await client.query('update people set pin_hash = null, pin_tries = 0, pin_locked_at = null where id = $1', [
      personId,
    ])
    await client.query(
      'update devices set revoked_at = $2, unlocked_until = null where person_id = $1 and revoked_at is null',
      [personId, now],
    )
  })
}
