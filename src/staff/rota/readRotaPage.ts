import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { bankHolidays } from '../../rota/bankHolidays.ts'
import { isAtWork } from '../../rota/presence.ts'
import { readRota } from '../../rota/readRota.ts'
import type { Rota, RotaStaff } from '../../rota/rota.ts'
import type { StaffedHours } from '../../rota/staffedHours.ts'
import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { ladderGaps } from '../cases/ladderGaps.ts'
import type { Missing } from '../consent.ts'
import type { rotaPage } from '../contract/rotaShapes.ts'
import type { StaffParts } from '../parts.ts'

export type RotaPage = z.infer<typeof rotaPage>
type StaffOnRota = RotaPage['staff'][number]

/** The whole rota as the set-up screen shows it. It holds no case and no young person. */
export async function readRotaPage({ database, clock, ladder }: StaffParts): Promise<RotaPage> {
  const now = clock.now()
  const [rota, kept, pairs] = await Promise.all([
    readRota(database, ladder.hours, now),
    readKept(database, londonDay(now)),
    readPairs(database),
  ])
  return {
    version: kept.version,
    hours: toDays(rota.hours),
    hoursFromSettings: !kept.own_hours,
    closures: kept.closures,
    bankHolidays: nextBankHolidays(londonDay(now)),
    duty: rota.duty.map((turn) => ({ weekday: null, day: null, ...turn })),
    onCall: rota.onCall.map(({ staffId, from, until }) => ({ staffId, ...inIso({ from, until }) })),
    staff: [...rota.staff.values()].filter((staff) => staff.active).map((staff) => toStaff(staff, rota, kept, now)),
    routes: [...ladder.outside],
    gaps: gapsOf(pairs, rota, ladder, now),
    changed: kept.changed && { ...kept.changed, at: new Date(kept.changed.at).toISOString() },
  }
}

interface Kept {
  version: number
  /** Of each person's part. */
  versions: Record<string, number>
  own_hours: boolean
  closures: RotaPage['closures']
  addresses: { staffId: string; route: string; address: string }[]
  changed: RotaPage['changed']
}

async function readKept(client: Queryable, today: string): Promise<Kept> {
  const { rows } = await client.query<Kept>(
    `select coalesce((select max(seq) from rota_changes where about is null), 0)::int as version,
       coalesce((select json_object_agg(v.about, v.seq) from (select about, max(seq) as seq from rota_changes where about is not null group by about) v), '{}') as versions,
       exists (select 1 from rota_service_hours) as own_hours,
       coalesce((select json_agg(json_build_object('day', c.day, 'reason', c.reason) order by c.day)
         from rota_closures c where c.day >= $1::date), '[]') as closures,
       coalesce((select json_agg(json_build_object('staffId', a.staff_id, 'route', a.route,
         'address', case when a.route = 'teams' then '' else a.address end)) from staff_addresses a), '[]') as addresses,
       (select json_build_object('at', h.at, 'by', json_build_object('staffId', s.id, 'name', s.display_name))
         from rota_changes h join staff s on s.id = h.staff_id order by h.seq desc limit 1) as changed`,
    [today],
  )
  return rows[0]!
}

interface Pair {
  practitioner_id: string
  supervisor_id: string | null
}

/** Who runs cases under whom, without the cases. */
async function readPairs(client: Queryable): Promise<Pair[]> {
  const { rows } = await client.query<Pair>(
    `select distinct practitioner_id, supervisor_id from cases where state <> 'closed' order by 1, 2`,
  )
  return rows
}

/** Every gap of every ladder in use, each once; where no case is open, of each practitioner as if they had one. */
function gapsOf(pairs: readonly Pair[], rota: Rota, ladder: StaffParts['ladder'], now: Date): Missing[] {
  const asIf = [...rota.staff.values()].filter((s) => s.active && s.roles.includes('practitioner'))
  const supervisor = [...rota.staff.values()].find((s) => s.active && s.roles.includes('supervisor'))
  const used =
    pairs.length > 0 ? pairs : asIf.map((s) => ({ practitioner_id: s.id, supervisor_id: supervisor?.id ?? null }))
  const all = used.flatMap(({ practitioner_id, supervisor_id }) =>
    ladderGaps({ ...ladder, practitionerId: practitioner_id, supervisorId: supervisor_id, rota, now }),
  )
  return [...new Map(all.map((gap) => [gap.words, gap])).values()]
}

function toStaff(staff: RotaStaff, rota: Rota, { addresses, versions }: Kept, now: Date): StaffOnRota {
  const addressBy = (route: string) => addresses.find((a) => a.staffId === staff.id && a.route === route)?.address
  return {
    version: versions[staff.id] ?? 0,
    staff: { staffId: staff.id, name: staff.displayName },
    roles: [...staff.roles],
    atWork: isAtWork(rota, staff.id, now),
    hours: staff.hours && toDays(staff.hours),
    coverId: staff.coverId,
    absences: staff.absences.map(({ from, until, coverId }) => ({ ...inIso({ from, until }), coverId })),
    email: addressBy('email') ?? null,
    webhook: addressBy('webhook') ?? null,
    inTeams: addressBy('teams') !== undefined,
  }
}

const toDays = (hours: StaffedHours) =>
  [...hours].map(([weekday, { from, until }]) => ({ weekday, from, until })).sort((a, b) => a.weekday - b.weekday)

const inIso = ({ from, until }: { from: Date; until: Date }) => ({
  from: from.toISOString(),
  until: until.toISOString(),
})

function nextBankHolidays(today: string): string[] {
  const year = Number(today.slice(0, 4))
  const until = addDays(today, 365)
  return [...bankHolidays(year), ...bankHolidays(year + 1)].filter((day) => day >= today && day <= until).sort()
}
