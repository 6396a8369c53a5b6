import type { Database, Queryable } from '../../database/database.ts'
import { newId } from '../../shared/ids.ts'
import type { StaffCaller, StaffRole } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** A working day; then staff sign in again. */
const SIGN_IN_HOURS = 12

interface StaffRow {
  staffId: string
  displayName: string
  roles: StaffRole[]
}

const STAFF = `s.id as "staffId", s.display_name as "displayName", s.roles`

/** Starts a sign-in; only its hash is kept. Null when this is no active member of staff. */
export async function startSignIn(
  database: Database,
  staffId: string,
  how: string,
  now: Date,
): Promise<{ secret: string; seconds: number } | null> {
  const secret = newSecret()
  const seconds = SIGN_IN_HOURS * 3600
  return database.transaction(async (client) => {
    const { rowCount } = await client.query(
      `insert into staff_sign_ins (id, secret_hash, staff_id, expires_at, created_at)
       select $1, $2, s.id, $4, $5 from staff s where s.id = $3 and s.active`,
      [newId(), hashSecret(secret), staffId, new Date(now.getTime() + seconds * 1000), now],
    )
    if (rowCount !== 1) return null
    await writeAudit(client, now, { staffId, action: 'sign-in', detail: { how } })
    return { secret, seconds }
  })
}

/** Who holds this secret now. Roles are read each time: taking one away acts at once. */
export async function findSignIn(client: Queryable, secret: string, now: Date): Promise<StaffCaller | null> {
  const { rows } = await client.query<StaffRow>(
    `select ${STAFF} from staff_sign_ins i join staff s on s.id = i.staff_id
     where i.secret_hash = $1 and i.expires_at > $2 and i.ended_at is null and s.active`,
    [hashSecret(secret), now],
  )
  return rows[0] ?? null
}

/** Ends a sign-in; the secret is worth nothing from then on. */
export async function endSignIn(client: Queryable, secret: string, now: Date): Promise<void> {
  await client.query('update staff_sign_ins set ended_at = $2 where secret_hash = $1 and ended_at is null', [
    hashSecret(secret),
    now,
  ])
}

/** The member of staff an issuer speaks of, by issuer and subject. Null: not in our table, or not active any more. */
export async function findStaff(
  client: Queryable,
  issuer: string,
  subjects: readonly string[],
): Promise<StaffCaller | null> {
  const { rows } = await client.query<StaffRow>(
    `select ${STAFF} from staff s where s.issuer = $1 and s.subject = any($2::text[]) and s.active order by array_position($2::text[], s.subject) limit 1`,
    [issuer, subjects],
  )
  return rows[0] ?? null
}
