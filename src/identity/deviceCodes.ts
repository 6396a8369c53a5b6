import type { Database } from '../database/database.ts'
import { newId } from '../shared/ids.ts'
import { hashCode, matchesCode, newLetters } from './secrets.ts'

/** Minutes a code for a second device lives. */
export const DEVICE_CODE_MINUTES = 10
const TRIES = 5
/** The first half finds the code, the second half proves it; only the second is secret. */
const HALF = 4

/** A single-use code for a second device, `BCDF-GHJK`. An earlier one of this person stops working. */
export async function issueDeviceCode(
  database: Database,
  personId: string,
  now: Date,
): Promise<{ code: string; expiresAt: Date }> {
  const handle = newLetters(HALF)
  const secret = newLetters(HALF)
  const expiresAt = new Date(now.getTime() + DEVICE_CODE_MINUTES * 60_000)
  const stored = `${handle}:${await hashCode(secret)}`
  await database.transaction(async (client) => {
    await client.query('update device_codes set used_at = $2 where person_id = $1 and used_at is null', [personId, now])
    await client.query(
      'insert into device_codes (id, person_id, code_hash, expires_at, created_at) values ($1, $2, $3, $4, $5)',
      [newId(), personId, stored, expiresAt, now],
    )
  })
  return { code: `${handle}-${secret}`, expiresAt }
}

/** Uses up a code and tells whose it was; undefined when it is wrong, old, used, or was guessed at too often. */
export async function redeemDeviceCode(database: Database, typed: string, now: Date): Promise<string | undefined> {
  const code = typed.toUpperCase().replace(/[^A-Z]/g, '')
  if (code.length !== 2 * HALF) return undefined
  const { rows } = await database.query<{ id: string; person_id: string; code_hash: string }>(
    `update device_codes set tries = tries + 1
     where split_part(code_hash, ':', 1) = $1 and used_at is null and expires_at > $2 and tries < $3
     returning id, person_id, code_hash`,
    [code.slice(0, HALF), now, TRIES],
  )
  for (const row of rows) {
    if (!(await matchesCode(code.slice(HALF), row.code_hash))) continue
    const used = await database.query(
      'update device_codes set used_at = $2 where id = $1 and used_at is null returning id',
      [row.id, now],
    )
    if (used.rows.length > 0) return row.person_id
  }
  return undefined
}
