import { Temporal } from 'temporal-polyfill'

/** The zone in which every time shown to a person is meant. */
export const LONDON = 'Europe/London'

/** A day as people in England name it, `2026-03-29`. Carries no time and no zone. */
export type CalendarDay = string

/** A clock time in England, `17:15`. */
export type ClockTime = string

/** A day and clock time in England without a zone, `2026-03-29T17:15`. */
export type LocalDateTime = string

/** Day and clock time in England; offsets change on whole minutes, so one minute has one answer. */
interface LondonMinute {
  day: CalendarDay
  time: ClockTime
}

const MINUTE_MS = 60_000
const REMEMBERED_AT_MOST = 256
/** Every message asks for the same few minutes again and again, and working them out is slow. */
const minutes = new Map<number, LondonMinute>()

function londonMinute(instant: Date): LondonMinute {
  const minute = Math.floor(instant.getTime() / MINUTE_MS)
  const known = minutes.get(minute)
  if (known !== undefined) return known
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(LONDON)
  const found = {
    day: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  }
  if (minutes.size >= REMEMBERED_AT_MOST) minutes.clear()
  minutes.set(minute, found)
  return found
}

/** The calendar day in England at an instant. */
export const londonDay = (instant: Date): CalendarDay => londonMinute(instant).day

/** The clock time in England at an instant, to the minute. */
export const londonTime = (instant: Date): ClockTime => londonMinute(instant).time

/** Day and clock time in England at an instant, to the minute. */
export const londonDateTime = (instant: Date): LocalDateTime => `${londonDay(instant)}T${londonTime(instant)}`

/** The moment as England's clocks showed it, with their offset: `2026-07-15T16:30:00+01:00`. */
export const londonTimestamp = (instant: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(LONDON)
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

/** The instant of a local date and time in England. A time that a clock change skips moves forward by an hour. */
export const instantOf = (local: LocalDateTime): Date =>
  new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(LONDON).epochMilliseconds)

/** How many days lie between two; negative where the second is the earlier one. */
export const daysBetween = (from: CalendarDay, until: CalendarDay): number =>
  Temporal.PlainDate.from(from).until(until).days

/** The day some days after (or, with a negative number, before) another. */
export const addDays = (day: CalendarDay, days: number): CalendarDay =>
  Temporal.PlainDate.from(day).add({ days }).toString()

/** The day and clock time some minutes after (or, with a negative number, before) another, on the clock on the wall. */
export const addMinutes = (local: LocalDateTime, minutes: number): LocalDateTime =>
  Temporal.PlainDateTime.from(local).add({ minutes }).toString({ smallestUnit: 'minute' })

/** 1 Monday … 7 Sunday. */
export const weekday = (day: CalendarDay): number => Temporal.PlainDate.from(day).dayOfWeek
