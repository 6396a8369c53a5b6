import type { z } from 'zod'
import type { Rota, RotaStaff } from '../../rota/rota.ts'
import { hoursOn } from '../../rota/staffedTime.ts'
import { londonDateTime } from '../../shared/calendarDay.ts'
import { mayAtAll } from '../access.ts'
import type { serviceRota, staffRota } from '../contract/rotaShapes.ts'

/** One thing wrong with what was sent: where, and what. */
export interface RotaFault {
  place: string
  problem: string
}

type ServiceRota = z.output<typeof serviceRota>
type StaffRota = z.output<typeof staffRota>
type DayHours = ServiceRota['hours'][number]
type Span = { from: string; until: string }

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const dayWords = (weekday: number): string => DAYS[weekday - 1] ?? ''
const spanWords = ({ from, until }: Span): string => `${whenWords(from)} to ${whenWords(until)}`
const whenWords = (iso: string): string => londonDateTime(new Date(iso)).replace('T', ' ')
const fault = (place: string, problem: string): RotaFault => ({ place, problem })

/** Everything that is wrong with the service's part of the rota. Gaps that may be meant are shown afterwards, and not refused. */
export function serviceFaults(given: ServiceRota, rota: Rota): RotaFault[] {
  const hours = new Map(given.hours.map(({ weekday, from, until }) => [weekday, { from, until }]))
  const opening = { hours, closures: new Set(given.closures.map((closure) => closure.day)) }
  return [
    ...(given.hours.length === 0 ? [fault('Staffed hours', 'with no day at all nobody would ever be told')] : []),
    ...hoursFaults('Staffed hours', given.hours),
    ...repeated(given.closures.map(({ day }) => day)).map((day) => fault(`Closure ${day}`, 'is there twice')),
    ...given.duty.flatMap((turn) => {
      const place = `Duty ${turn.day ?? dayWords(turn.weekday ?? 0)}`
      if ((turn.day === null) === (turn.weekday === null))
        return [fault('Duty', 'needs a weekday or a day, and not both')]
      const closed = turn.day === null ? !hours.has(turn.weekday!) : hoursOn(opening, turn.day) === undefined
      return [
        ...personFaults(place, turn.staffId, rota, (staff) =>
          staff.roles.includes('duty-worker') ? undefined : 'is not a duty worker',
        ),
        ...(closed ? [fault(place, 'the service is closed then')] : []),
      ]
    }),
    ...repeated(given.duty.map((turn) => `${turn.day ?? dayWords(turn.weekday ?? 0)} ${turn.staffId}`)).map((key) =>
      fault(`Duty ${key.split(' ')[0]}`, 'the same person is there twice'),
    ),
    ...given.onCall.flatMap((turn) => [
      ...personFaults('On call', turn.staffId, rota, mustDealWithAlerts),
      ...spanFaults(`On call, ${nameOf(rota, turn.staffId)}`, turn),
    ]),
    ...overlaps(given.onCall).map((turn) =>
      fault(`On call, ${nameOf(rota, turn.staffId)}`, `${spanWords(turn)} overlaps another turn of theirs`),
    ),
  ]
}

/** Everything that is wrong with one person's part of the rota. */
export function staffFaults(staffId: string, given: StaffRota, rota: Rota): RotaFault[] {
  const name = nameOf(rota, staffId)
  return [
    ...(given.hours === null ? [] : hoursFaults('Working days', given.hours)),
    ...(given.hours ?? [])
      .filter(({ weekday }) => !rota.hours.has(weekday))
      .map(({ weekday }) => fault(`Working days, ${dayWords(weekday)}`, 'the service is not staffed on that day')),
    ...(given.hours?.length === 0 ? [fault('Working days', 'needs at least one day, or none of their own')] : []),
    ...(given.coverId === null ? [] : coverFaults('Cover', given.coverId, staffId, rota)),
    ...given.absences.flatMap((absence) => {
      const place = `Away ${spanWords(absence)}`
      return [
        ...spanFaults(place, absence),
        ...(absence.coverId === null ? [] : coverFaults(place, absence.coverId, staffId, rota)),
        ...(absence.coverId === null ? [] : awayAsWell(place, absence.coverId, absence, rota)),
      ]
    }),
    ...overlaps(given.absences.map((absence) => ({ ...absence, staffId }))).map((absence) =>
      fault(`Away ${spanWords(absence)}`, `overlaps another absence of ${name}`),
    ),
    ...(given.email !== null && !/^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]+$/.test(given.email)
      ? [fault('E-mail', `“${given.email}” is no e-mail address`)]
      : []),
    ...(given.webhook !== null && !/^[\w+@.:-]{2,200}$/.test(given.webhook)
      ? [fault('Pager', `“${given.webhook}” must be one word of letters, digits and + @ . : -`)]
      : []),
  ]
}

function hoursFaults(place: string, hours: readonly DayHours[]): RotaFault[] {
  return [
    ...repeated(hours.map(({ weekday }) => dayWords(weekday))).map((day) =>
      fault(`${place}, ${day}`, 'is there twice'),
    ),
    ...hours
      .filter(({ from, until }) => from >= until)
      .map(({ weekday, from, until }) => fault(`${place}, ${dayWords(weekday)}`, `${from} is not before ${until}`)),
  ]
}

const spanFaults = (place: string, { from, until }: Span): RotaFault[] =>
  Date.parse(from) < Date.parse(until) ? [] : [fault(place, 'ends before it begins')]

function coverFaults(place: string, coverId: string, staffId: string, rota: Rota): RotaFault[] {
  if (coverId === staffId) return [fault(place, 'nobody covers for themselves')]
  return personFaults(`${place}, cover`, coverId, rota, mustDealWithAlerts)
}

/** Somebody who is away all the time that they are to cover answers nothing. */
function awayAsWell(place: string, coverId: string, span: Span, rota: Rota): RotaFault[] {
  const cover = rota.staff.get(coverId)
  const [from, until] = [new Date(span.from), new Date(span.until)]
  return cover?.absences.some((away) => away.from <= from && away.until >= until)
    ? [fault(place, `${cover.displayName} covers, and is away then too`)]
    : []
}

const mustDealWithAlerts = (staff: RotaStaff): string | undefined =>
  mayAtAll(staff, 'act-on-alerts') ? undefined : 'cannot deal with alerts'

function personFaults(
  place: string,
  staffId: string,
  rota: Rota,
  why: (staff: RotaStaff) => string | undefined,
): RotaFault[] {
  const staff = rota.staff.get(staffId)
  if (!staff?.active) return [fault(place, 'the chosen person is not a member of staff any more')]
  const problem = why(staff)
  return problem === undefined ? [] : [fault(place, `${staff.displayName} ${problem}`)]
}

const nameOf = (rota: Rota, staffId: string): string => rota.staff.get(staffId)?.displayName ?? 'somebody'

const repeated = (values: readonly string[]): string[] => [
  ...new Set(values.filter((value, n) => values.indexOf(value) !== n)),
]

/** Spans of one person that begin before an earlier one of theirs has ended. */
const overlaps = <T extends Span & { staffId: string }>(spans: readonly T[]): T[] =>
  spans.filter((one, n) =>
    spans.some(
      (other, m) =>
        m !== n &&
        other.staffId === one.staffId &&
        (Date.parse(other.from) < Date.parse(one.from) || (other.from === one.from && m < n)) &&
        Date.parse(other.until) > Date.parse(one.from),
    ),
  )
