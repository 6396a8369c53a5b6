import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { isAtWork, onCallAt } from '../../rota/presence.ts'
import { readRota } from '../../rota/readRota.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { mayAtAll } from '../access.ts'
import type { colleagues } from '../contract/alertShapes.ts'
import type { Moment } from './readAlerts.ts'

type Colleague = z.infer<typeof colleagues>['colleagues'][number]

/** Everybody besides the caller whom an alert may be handed over to; those who are at work or on call first. */
export async function readColleagues(
  client: Queryable,
  caller: StaffCaller,
  { now, hours }: Moment,
): Promise<Colleague[]> {
  const rota = await readRota(client, hours, now)
  const onCall = onCallAt(rota, now)
  return [...rota.staff.values()]
    .filter((staff) => staff.active && staff.id !== caller.staffId && mayAtAll(staff, 'act-on-alerts'))
    .map((staff) => ({
      staffId: staff.id,
      name: staff.displayName,
      roles: [...staff.roles],
      atWork: isAtWork(rota, staff.id, now) || onCall.includes(staff.id),
      reachedOutside: staff.routes.length > 0,
    }))
    .sort((a, b) => Number(b.atWork) - Number(a.atWork) || a.name.localeCompare(b.name))
}
