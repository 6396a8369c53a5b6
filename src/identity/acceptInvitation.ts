import type { Database } from '../database/database.ts'
import { hashSecret, matchesCode } from './secrets.ts'

/** Wrong codes before an invitation is dead (brief 2.1; the practitioner issues another). */
export const CODE_TRIES = 5

/** Why an invitation cannot be used. The page has words for each. */
export type Refusal = 'not-known' | 'expired' | 'used' | 'replaced' | 'locked' | 'wrong-code'
export type Accepted = { ok: true; personId: string } | { ok: false; why: Refusal; triesLeft: number }

interface Row {
  id: string
  person_id: string
  code_hash: string
  tries: number
  expires_at: Date
  used_at: Date | null
  replaced_at: Date | null
}

/**
 * Uses up an invitation with its code. The link's secret finds it, or the handle typed in Teams; a handle may fit several.
 * A try is counted before the code is compared, so tries sent side by side are no way round the limit.
 */
export async function acceptInvitation(
  database: Database,
  attempt: { link: string; code: string; now: Date } | { handle: string; code: string; now: Date },
): Promise<Accepted> {
  const { rows } = await database.query<Row>(
    `select id, person_id, code_hash, tries, expires_at, used_at, replaced_at from invitations
     where ${'link' in attempt ? 'link_hash = $1' : `link_hash like $1 || '%' and used_at is null and replaced_at is null`}
     order by created_at desc limit 5`,
    ['link' in attempt ? hashSecret(attempt.link) : attempt.handle],
  )
  let refused: Accepted = { ok: false, why: 'not-known', triesLeft: 0 }
  for (const row of rows) {
    const outcome = await tryRow(database, row, attempt.code, attempt.now)
    if (outcome.ok) return outcome
    refused = outcome
  }
  return refused
}

async function tryRow(database: Database, row: Row, code: string, now: Date): Promise<Accepted> {
  const dead = whyDead(row, now)
  if (dead !== undefined) return { ok: false, why: dead, triesLeft: 0 }
  const counted = await database.query<{ tries: number }>(
    'update invitations set tries = tries + 1 where id = $1 and tries < $2 and used_at is null returning tries',
    [row.id, CODE_TRIES],
  )
  const tries = counted.rows[0]?.tries
  if (tries === undefined) return { ok: false, why: 'locked', triesLeft: 0 }
  if (!(await matchesCode(code, row.code_hash)))
    return { ok: false, why: tries >= CODE_TRIES ? 'locked' : 'wrong-code', triesLeft: CODE_TRIES - tries }
  return database.transaction(async (client) => {
    const used = await client.query(
      'update invitations set used_at = $2 where id = $1 and used_at is null and replaced_at is null returning id',
      [row.id, now],
    )
    if (used.rows.length === 0) return { ok: false, why: 'used', triesLeft: 0 }
    await client.query(`update people set state = 'joined' where id = $1 and state = 'invited'`, [row.person_id])
    return { ok: true, personId: row.person_id }
  })
}

function whyDead(row: Row, now: Date): Refusal | undefined {
  if (row.used_at !== null) return 'used'
  if (row.replaced_at !== null) return 'replaced'
  if (row.expires_at <= now) return 'expired'
  if (row.tries >= CODE_TRIES) return 'locked'
  return undefined
}
