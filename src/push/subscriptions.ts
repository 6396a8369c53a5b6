import type { Queryable } from '../database/database.ts'
import type { PushSubscription } from './pushSubscription.ts'

/** Keeps where this device takes notices; what it had before is replaced. */
export async function keepSubscription(
  client: Queryable,
  deviceId: string,
  { endpoint, keys }: PushSubscription,
  now: Date,
): Promise<void> {
  await client.query(
    `insert into push_subscriptions (device_id, endpoint, p256dh, auth, created_at) values ($1, $2, $3, $4, $5)
     on conflict (device_id) do update
       set endpoint = excluded.endpoint, p256dh = excluded.p256dh, auth = excluded.auth, created_at = excluded.created_at`,
    [deviceId, endpoint, keys.p256dh, keys.auth, now],
  )
}

/** The person does not want notices on this device any more, or its push service no longer knows it. */
export async function forgetSubscription(client: Queryable, deviceId: string): Promise<void> {
  await client.query('delete from push_subscriptions where device_id = $1', [deviceId])
}

/** Where a person's devices take notices. A device that was taken away takes none. */
export async function subscriptionsOf(
  client: Queryable,
  personId: string,
): Promise<(PushSubscription & { deviceId: string })[]> {
  const { rows } = await client.query<{ device_id: string; endpoint: string; p256dh: string; auth: string }>(
    `select s.device_id, s.endpoint, s.p256dh, s.auth from push_subscriptions s join devices d on d.id = s.device_id
     where d.person_id = $1 and d.revoked_at is null order by s.created_at, s.device_id`,
    [personId],
  )
  return rows.map(({ device_id: deviceId, endpoint, p256dh, auth }) => ({ deviceId, endpoint, keys: { p256dh, auth } }))
}
