import type { Queryable } from '../database/database.ts'
import { newId } from '../shared/ids.ts'
import type { Door } from './chatShapes.ts'
import { hashSecret, newSecret } from './secrets.ts'

/** A joined device as the doors see it. */
export interface Device {
  deviceId: string
  personId: string
  door: Door
  unlockedUntil: Date | null
}

/** Joins a new device to a person and gives the secret for its cookie. It starts locked: the PIN comes next. */
export async function addDevice(
  client: Queryable,
  device: { personId: string; now: Date },
): Promise<{ deviceId: string; secret: string }> {
  const secret = newSecret()
  const deviceId = newId()
  await client.query(
    'insert into devices (id, person_id, secret_hash, last_seen_at, created_at) values ($1, $2, $3, $4, $4)',
    [deviceId, device.personId, hashSecret(secret), device.now],
  )
  return { deviceId, secret }
}

/** Finds the device that a cookie's secret belongs to; undefined when there is none or it was revoked. */
export async function findDevice(client: Queryable, secret: string, now: Date): Promise<Device | undefined> {
  const { rows } = await client.query<{
    id: string
    person_id: string
    unlocked_until: Date | null
    pin_set: boolean
    pin_locked_at: Date | null
  }>(
    `select d.id, d.person_id, d.unlocked_until, p.pin_hash is not null as pin_set, p.pin_locked_at
     from devices d join people p on p.id = d.person_id where d.secret_hash = $1 and d.revoked_at is null`,
    [hashSecret(secret)],
  )
  const row = rows[0]
  if (row === undefined) return undefined
  const open = row.unlocked_until !== null && row.unlocked_until > now
  return {
    deviceId: row.id,
    personId: row.person_id,
    unlockedUntil: open ? row.unlocked_until : null,
    door: !row.pin_set ? 'set-pin' : open ? 'open' : row.pin_locked_at !== null ? 'pin-blocked' : 'locked',
  }
}

/** Cuts a device off for good: a lost phone, or a browser that another person joins with. */
export async function revokeDevice(client: Queryable, deviceId: string, now: Date): Promise<void> {
  await client.query('update devices set revoked_at = $2, unlocked_until = null where id = $1 and revoked_at is null', [
    deviceId,
    now,
  ])
}
