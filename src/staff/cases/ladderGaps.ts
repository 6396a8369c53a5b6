import type { Rota, RotaStaff } from '../../rota/rota.ts'
import { atWorkAs, dutyTurnsOn, dutyWorkersAt, isAtWork, standsInFor, withRole } from '../../rota/presence.ts'
import { openingsFrom } from '../../rota/staffedTime.ts'
import { addDays, londonDay, weekday } from '../../shared/calendarDay.ts'
import type { Missing } from '../consent.ts'

/** The case's own places on its ladder, with the rota they are looked up in. */
export interface LadderPlaces {
  practitionerId: string
  /** Null: no supervisor is named. */
  supervisorId: string | null
  rota: Rota
  now: Date
  /** Routes outside the staff page that are set up. None outside production is the demonstration's own affair. */
  outside: readonly string[]
  mustReachOutside: boolean
}

/** Nobody can be blamed for a rota that is not made yet further on. */
const LOOKS_AHEAD_DAYS = 28
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays']

/**
 * Where nobody would be told (brief 4.4, 6.3), each gap by name: places of the ladder that nobody holds, days and leave that
 * nobody covers, people whom no alert reaches. Any of them blocks activation (brief 2.1).
 */
export function ladderGaps(places: LadderPlaces): Missing[] {
  const openings = openingsAhead(places)
  return [
    ...emptyPlaces(places),
    ...daysWithoutDuty(places, openings),
    ...absencesWithoutCover(places, openings),
    ...daysOnSupervisorAlone(places, openings),
    ...peopleWithoutRoute(places),
  ]
}

const gap = (code: string, words: string): Missing => ({ code, words })

function emptyPlaces({ practitionerId, supervisorId, rota }: LadderPlaces): Missing[] {
  const gaps: Missing[] = []
  if (!rota.staff.get(practitionerId)?.active)
    gaps.push(gap('practitioner-not-active', 'The practitioner cannot sign in any more: hand the case over.'))
  if (supervisorId === null) gaps.push(gap('no-supervisor', 'No supervisor is named for this case.'))
  else if (!rota.staff.get(supervisorId)?.active)
    gaps.push(gap('supervisor-not-active', 'The supervisor cannot sign in any more: name another.'))
  if (withRole(rota, 'duty-worker').every((id) => id === practitionerId))
    gaps.push(gap('no-duty-worker', 'The service has no other duty worker who covers alerts.'))
  if (withRole(rota, 'service-manager').length === 0)
    gaps.push(gap('no-service-manager', 'The service has no service manager: nobody comes after the supervisor.'))
  if (withRole(rota, 'safeguarding-lead').length === 0)
    gaps.push(gap('no-safeguarding-lead', 'The service has no safeguarding lead.'))
  return gaps
}

type Openings = readonly { day: string; from: Date; until: Date }[]

/** Openings of the next weeks. */
function openingsAhead({ rota, now }: LadderPlaces): Openings {
  const end = addDays(londonDay(now), LOOKS_AHEAD_DAYS)
  const ahead: { day: string; from: Date; until: Date }[] = []
  for (const opening of openingsFrom(rota, now)) {
    if (opening.day >= end) break
    ahead.push(opening)
  }
  return ahead
}

function daysWithoutDuty({ rota, practitionerId }: LadderPlaces, openings: Openings): Missing[] {
  if (withRole(rota, 'duty-worker').every((id) => id === practitionerId)) return []
  const without = openings.filter(({ from }) => dutyTurnsOn(rota, from).every((id) => id === practitionerId))
  const weekdays = [...new Set(without.map(({ day }) => weekday(day)))].sort()
  return weekdays.map((n) =>
    gap(`no-duty-worker-on-${n}`, `No duty worker is on the rota on ${WEEKDAYS[n - 1]}, besides the practitioner.`),
  )
}

/** The practitioner is away, or does not work that day, and nobody stands in. */
function absencesWithoutCover({ rota, practitionerId }: LadderPlaces, openings: Openings): Missing[] {
  const practitioner = rota.staff.get(practitionerId)
  if (!practitioner?.active) return []
  const alone = openings.filter(({ from, until }) => {
    const noon = new Date((from.getTime() + until.getTime()) / 2)
    return !isAtWork(rota, practitionerId, noon) && standsInFor(rota, practitionerId, noon) === undefined
  })
  const away = alone.filter(({ from, until }) => isAway(practitioner, from, until))
  const off = alone.filter((opening) => !away.includes(opening))
  const name = practitioner.displayName
  return [
    ...(away.length > 0
      ? [gap('no-cover-during-leave', `Nobody covers for ${name} while away from ${shown(away[0]!.day)} to ${shown(away.at(-1)!.day)}.`)]
      : []),
    ...[...new Set(off.map(({ day }) => weekday(day)))]
      .sort()
      .map((n) => gap(`no-cover-on-${n}`, `Nobody covers for ${name} on ${WEEKDAYS[n - 1]}.`)),
  ] // prettier-ignore
}

const isAway = (staff: RotaStaff, from: Date, until: Date) =>
  staff.absences.some((a) => a.from < until && a.until > from)
const shown = (day: string) => `${Number(day.slice(8))}/${Number(day.slice(5, 7))}`

/** The supervisor is never the only rung (brief 6.3). */
function daysOnSupervisorAlone({ rota, practitionerId, supervisorId }: LadderPlaces, openings: Openings): Missing[] {
  const alone = openings.filter(({ from, until }) => {
    const noon = new Date((from.getTime() + until.getTime()) / 2)
    const there = [
      standsInFor(rota, practitionerId, noon),
      ...dutyWorkersAt(rota, noon),
      ...atWorkAs(rota, 'service-manager', noon),
    ].filter((id) => id !== undefined)
    return there.every((id) => id === supervisorId)
  })
  return alone.length === 0
    ? []
    : [gap('supervisor-is-the-only-rung', `On ${shown(alone[0]!.day)} nobody but the supervisor would be told.`)]
}

function peopleWithoutRoute({
  rota,
  outside,
  mustReachOutside,
  practitionerId,
  supervisorId,
}: LadderPlaces): Missing[] {
  if (outside.length === 0)
    return mustReachOutside
      ? [gap('no-alert-route', 'Alerts reach nobody outside this page: no mail server and no pager is set up.')]
      : []
  const people = new Set([practitionerId, supervisorId, ...withRole(rota, 'duty-worker'), ...withRole(rota, 'service-manager'), ...withRole(rota, 'safeguarding-lead')]) // prettier-ignore
  return [...people]
    .map((id) => rota.staff.get(id ?? ''))
    .filter((staff) => staff !== undefined && staff.active && !staff.routes.some((route) => outside.includes(route)))
    .map((staff) => gap('no-route', `No alert reaches ${staff!.displayName} outside this page.`))
}
