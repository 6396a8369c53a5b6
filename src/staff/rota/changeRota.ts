import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { readRota } from '../../rota/readRota.ts'
import type { Rota } from '../../rota/rota.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import type { serviceRota, staffRota } from '../contract/rotaShapes.ts'
import type { StaffParts } from '../parts.ts'
import { serviceFaults, staffFaults, type RotaFault } from './rotaFaults.ts'
import { writeServiceRota, writeStaffRota } from './writeRota.ts'

/** Keeps the service's hours, closures, duty and on-call turns. What is over stays as it was. */
export async function changeServiceRota(
  parts: StaffParts,
  caller: StaffCaller,
  given: z.output<typeof serviceRota>,
): Promise<void> {
  await change(parts, caller, given.version, null, {
    faults: (rota) => serviceFaults(given, rota),
    write: (client, now) => writeServiceRota(client, given, now, londonDay(now)),
    kept: { hours: given.hours, closures: given.closures, duty: given.duty, onCall: given.onCall },
  })
}

/** Keeps one person's working days, leave, cover and addresses. */
export async function changeStaffRota(
  parts: StaffParts,
  caller: StaffCaller,
  staffId: string,
  given: z.output<typeof staffRota>,
): Promise<void> {
  const { hours, coverId, absences, email, webhook, keepTeams } = given
  await change(parts, caller, given.version, staffId, {
    faults: (rota) => staffFaults(staffId, given, rota),
    write: (client, now) => writeStaffRota(client, staffId, given, now),
    // Which addresses there are, and not what they are.
    kept: { hours, coverId, absences, email: email !== null, webhook: webhook !== null, keepTeams },
  })
}

interface Change {
  faults(rota: Rota): RotaFault[]
  write(client: Queryable, now: Date): Promise<void>
  kept: object
}

async function change(
  { database, clock, ladder }: StaffParts,
  caller: StaffCaller,
  version: number,
  about: string | null,
  { faults, write, kept }: Change,
): Promise<void> {
  const now = clock.now()
  await database.transaction(async (client) => {
    await client.query(`select pg_advisory_xact_lock(hashtextextended('rota', 0))`)
    const { rows } = await client.query<{ version: number }>(
      'select coalesce(max(seq), 0)::int as version from rota_changes where about is not distinct from $1::uuid',
      [about],
    )
    if (rows[0]!.version !== version)
      throw new Problem(409, 'changed-meanwhile', 'Somebody changed the rota since you opened it. Look again, then change it.') // prettier-ignore
    const rota = await readRota(client, ladder.hours, now)
    if (about !== null && !rota.staff.get(about)?.active)
      throw new Problem(404, 'no-such-staff', 'There is no such member of staff any more.')
    const found = faults(rota)
    if (found.length > 0)
      throw new Problem(422, 'rota-not-right', 'Nothing was saved. What has to be put right:', { faults: found })
    await write(client, now)
    await client.query('insert into rota_changes (at, staff_id, about, body) values ($1, $2, $3, $4)', [
      now,
      caller.staffId,
      about,
      JSON.stringify(kept),
    ])
    await writeAudit(client, now, { staffId: caller.staffId, action: 'change-rota', subjectId: about })
  })
  await database.publish('staff', about ?? 'rota')
}
