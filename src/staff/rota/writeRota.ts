import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { newId } from '../../shared/ids.ts'
import type { serviceRota, staffRota } from '../contract/rotaShapes.ts'

/** Puts the service's part of the rota in place of what there was, from today on. Checked before. */
export async function writeServiceRota(
  client: Queryable,
  { hours, closures, duty, onCall }: z.output<typeof serviceRota>,
  now: Date,
  today: string,
): Promise<void> {
  await client.query('delete from rota_service_hours')
  for (const { weekday, from, until } of hours)
    await client.query('insert into rota_service_hours (weekday, from_time, until_time) values ($1, $2, $3)', [
      weekday,
      from,
      until,
    ])
  await client.query('delete from rota_closures where day >= $1', [today])
  for (const { day, reason } of closures)
    await client.query('insert into rota_closures (day, reason) values ($1, $2) on conflict (day) do nothing', [
      day,
      reason,
    ])
  await client.query('delete from rota_duty where day is null or day >= $1', [today])
  for (const { staffId, weekday, day } of duty)
    await client.query(
      'insert into rota_duty (id, staff_id, weekday, day) values ($1, $2, $3, $4) on conflict do nothing',
      [newId(), staffId, weekday, day],
    )
  await client.query('delete from rota_on_call where until_at > $1', [now])
  for (const { staffId, from, until } of onCall)
    await client.query('insert into rota_on_call (id, staff_id, from_at, until_at) values ($1, $2, $3, $4)', [
      newId(),
      staffId,
      from,
      until,
    ])
}

/** Puts one person's part of the rota in place of what there was. Absences that are over stay. Checked before. */
export async function writeStaffRota(
  client: Queryable,
  staffId: string,
  { hours, coverId, absences, email, webhook, keepTeams }: z.output<typeof staffRota>,
  now: Date,
): Promise<void> {
  await client.query('delete from rota_hours where staff_id = $1', [staffId])
  for (const { weekday, from, until } of hours ?? [])
    await client.query('insert into rota_hours (staff_id, weekday, from_time, until_time) values ($1, $2, $3, $4)', [
      staffId,
      weekday,
      from,
      until,
    ])
  await client.query('delete from rota_covers where staff_id = $1', [staffId])
  if (coverId !== null)
    await client.query('insert into rota_covers (staff_id, cover_id) values ($1, $2)', [staffId, coverId])
  await client.query('delete from rota_absences where staff_id = $1 and until_at > $2', [staffId, now])
  for (const { from, until, coverId: by } of absences)
    await client.query(
      'insert into rota_absences (id, staff_id, from_at, until_at, cover_id, created_at) values ($1, $2, $3, $4, $5, $6)',
      [newId(), staffId, from, until, by, now],
    )
  for (const [route, address] of [['email', email], ['webhook', webhook]] as const) // prettier-ignore
    if (address === null || address === '') await forget(client, staffId, route)
    else
      await client.query(
        `insert into staff_addresses (staff_id, route, address) values ($1, $2, $3)
         on conflict (staff_id, route) do update set address = excluded.address`,
        [staffId, route, address],
      )
  if (!keepTeams) await forget(client, staffId, 'teams')
}

const forget = (client: Queryable, staffId: string, route: string) =>
  client.query('delete from staff_addresses where staff_id = $1 and route = $2', [staffId, route])
