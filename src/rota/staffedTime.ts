import { addDays, instantOf, londonDay, weekday, type CalendarDay, type ClockTime } from '../shared/calendarDay.ts'
import { bankHolidays } from './bankHolidays.ts'
import type { Rota } from './rota.ts'
import type { Hours } from './staffedHours.ts'

type Opening = Pick<Rota, 'hours' | 'closures'>

/** Nobody plans further: a service that opens on no day of a year opens never. */
const HORIZON_DAYS = 366
const MINUTE_MS = 60_000

/** The service's hours on a day; none on a weekday left out, a bank holiday or a closure. */
export function hoursOn({ hours, closures }: Opening, day: CalendarDay): Hours | undefined {
  if (closures.has(day) || bankHolidays(Number(day.slice(0, 4))).has(day)) return undefined
  return hours.get(weekday(day))
}

type Times = { from: Date; until: Date } | undefined
/** A rota is asked about the same days over and over, and the way over time zones is slow. */
const openingsOf = new WeakMap<Opening, Map<CalendarDay, Times>>()

/** From which instant until which the service is staffed on a day. */
export function openingOn(rota: Opening, day: CalendarDay): Times {
  const days = openingsOf.get(rota) ?? new Map<CalendarDay, Times>()
  openingsOf.set(rota, days)
  if (!days.has(day)) {
    const hours = hoursOn(rota, day)
    days.set(day, hours && { from: instantOf(`${day}T${hours.from}`), until: instantOf(`${day}T${hours.until}`) })
  }
  return days.get(day)
}

/** Whether the service is staffed at a moment. */
export function isOpen(rota: Opening, at: Date): boolean {
  const opening = openingOn(rota, londonDay(at))
  return opening !== undefined && at >= opening.from && at < opening.until
}

/** The moment itself while the service is staffed, otherwise its next opening; undefined where it never opens again. */
export function nextStaffed(rota: Opening, at: Date): Date | undefined {
  for (const opening of openingsFrom(rota, at)) return at > opening.from ? at : opening.from
  return undefined
}

/** Every opening that is not over at a moment, in order. */
export function* openingsFrom(rota: Opening, at: Date): Generator<{ day: CalendarDay; from: Date; until: Date }> {
  const today = londonDay(at)
  for (let ahead = 0; ahead < HORIZON_DAYS; ahead++) {
    const day = addDays(today, ahead)
    const opening = openingOn(rota, day)
    if (opening && at < opening.until) yield { day, ...opening }
  }
}

/** The moment at which some minutes of staffed time have gone by. Where the service never opens, the clock on the wall. */
export function addStaffedMinutes(rota: Opening, at: Date, minutes: number): Date {
  let left = minutes * MINUTE_MS
  for (const { from, until } of openingsFrom(rota, at)) {
    const start = Math.max(at.getTime(), from.getTime())
    if (start + left <= until.getTime()) return new Date(start + left)
    left -= until.getTime() - start
  }
  return new Date(at.getTime() + minutes * MINUTE_MS)
}

/** The last staffed minute of the n-th staffed day after the day of a moment: people are still there to be told. */
export function endOfStaffedDay(rota: Opening, at: Date, days: number): Date {
  const tomorrow = instantOf(`${addDays(londonDay(at), 1)}T00:00`)
  let n = 0
  for (const { until } of openingsFrom(rota, tomorrow)) if (++n === days) return new Date(until.getTime() - MINUTE_MS)
  return new Date(at.getTime() + days * 24 * 60 * MINUTE_MS)
}

/**
 * The next time the clock shows this on a staffed day, not before a moment. A day that closes earlier counts with its end,
 * one that opens later with its beginning.
 */
export function nextClockTime(rota: Opening, at: Date, time: ClockTime): Date | undefined {
  for (const { day, from, until } of openingsFrom(rota, at)) {
    const wanted = instantOf(`${day}T${time}`)
    const within = new Date(Math.min(Math.max(wanted.getTime(), from.getTime()), until.getTime()))
    if (within >= at) return within
  }
  return undefined
}
