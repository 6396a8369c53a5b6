import type { Queryable } from '../database/database.ts'
import { addDays, londonDay } from '../shared/calendarDay.ts'
import type { StaffRole } from '../shared/route.ts'
import type { DutyTurn, Rota, RotaStaff } from './rota.ts'
import type { StaffedHours } from './staffedHours.ts'

interface Row {
  service_hours: { weekday: number; from: string; until: string }[] | null
  closures: string[]
  staff: {
    id: string
    firstName: string
    displayName: string
    roles: StaffRole[]
    active: boolean
    hours: { weekday: number; from: string; until: string }[] | null
    absences: { from: string; until: string; coverId: string | null }[] | null
    coverId: string | null
    routes: string[] | null
  }[]
  duty: { staffId: string; weekday: number | null; day: string | null }[]
  on_call: { staffId: string; from: string; until: string }[]
}

/** What is over is left out: absences, on-call turns, closures and duty days that ended before yesterday. */
const QUERY = `
select
  (select json_agg(json_build_object('weekday', h.weekday, 'from', to_char(h.from_time, 'HH24:MI'), 'until', to_char(h.until_time, 'HH24:MI')) order by h.weekday)
    from rota_service_hours h) as service_hours,
  coalesce((select json_agg(c.day) from rota_closures c where c.day >= $2::date), '[]') as closures,
  coalesce((select json_agg(json_build_object('staffId', d.staff_id, 'weekday', d.weekday, 'day', d.day) order by d.id)
    from rota_duty d where d.day is null or d.day >= $2::date), '[]') as duty,
  coalesce((select json_agg(json_build_object('staffId', o.staff_id, 'from', o.from_at, 'until', o.until_at) order by o.from_at, o.id)
    from rota_on_call o where o.until_at > $1), '[]') as on_call,
  coalesce((select json_agg(json_build_object('id', s.id, 'firstName', s.first_name, 'displayName', s.display_name, 'roles', s.roles, 'active', s.active,
      'hours', (select json_agg(json_build_object('weekday', h.weekday, 'from', to_char(h.from_time, 'HH24:MI'), 'until', to_char(h.until_time, 'HH24:MI')))
        from rota_hours h where h.staff_id = s.id),
      'absences', (select json_agg(json_build_object('from', a.from_at, 'until', a.until_at, 'coverId', a.cover_id) order by a.from_at, a.id)
        from rota_absences a where a.staff_id = s.id and a.until_at > $1),
      'coverId', (select v.cover_id from rota_covers v where v.staff_id = s.id),
      'routes', (select json_agg(r.route order by r.route) from staff_addresses r where r.staff_id = s.id)) order by s.created_at, s.id)
    from staff s), '[]') as staff`

/** Reads the whole rota as it stands from a moment on, in one query. `hours` count until the service has set its own. */
export async function readRota(client: Queryable, hours: StaffedHours, now: Date): Promise<Rota> {
  const { rows } = await client.query<Row>(QUERY, [now, addDays(londonDay(now), -1)])
  const row = rows[0]!
  return {
    hours: row.service_hours ? byWeekday(row.service_hours) : hours,
    closures: new Set(row.closures),
    duty: row.duty.map(
      ({ staffId, weekday, day }): DutyTurn => (day === null ? { staffId, weekday: weekday! } : { staffId, day }),
    ),
    onCall: row.on_call.map((turn) => ({ ...turn, from: new Date(turn.from), until: new Date(turn.until) })),
    staff: new Map(row.staff.map((one) => [one.id, toStaff(one)])),
  }
}

const byWeekday = (days: readonly { weekday: number; from: string; until: string }[]): StaffedHours =>
  new Map(days.map(({ weekday, from, until }) => [weekday, { from, until }]))

const toStaff = (one: Row['staff'][number]): RotaStaff => ({
  ...one,
  hours: one.hours && byWeekday(one.hours),
  absences: (one.absences ?? []).map((a) => ({ ...a, from: new Date(a.from), until: new Date(a.until) })),
  routes: one.routes ?? [],
})
