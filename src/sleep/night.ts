import { Temporal } from 'temporal-polyfill'
import { addDays, LONDON, type CalendarDay, type ClockTime, type LocalDateTime } from '../shared/calendarDay.ts'

/** From here on a clock time belongs to the night of its own day; before it, to the night of the day before (brief 1c). */
const ANCHOR: ClockTime = '16:00'
const MINUTE_MS = 60_000

/** The night a moment belongs to, named by the calendar day of its evening. Copes with midnight and with waking at noon. */
export const nightAt = (at: LocalDateTime): CalendarDay =>
  at.slice(11, 16) >= ANCHOR ? at.slice(0, 10) : addDays(at.slice(0, 10), -1)

/** Day and clock time of a time in a night. */
export const momentIn = (night: CalendarDay, time: ClockTime): LocalDateTime =>
  `${time >= ANCHOR ? night : addDays(night, 1)}T${time}`

/**
 * A time of a night as a minute on the one line of time, so that nights on which the clocks change come out right by
 * subtracting. Of an hour that comes twice the first is meant, unless that lies before `notBefore`; a time that is
 * skipped is an hour later.
 */
export function minuteOf(night: CalendarDay, time: ClockTime, notBefore = -Infinity): number {
  const local = Temporal.PlainDateTime.from(momentIn(night, time))
  const first = local.toZonedDateTime(LONDON).epochMilliseconds / MINUTE_MS
  if (first >= notBefore) return first
  const second = local.toZonedDateTime(LONDON, { disambiguation: 'later' }).epochMilliseconds / MINUTE_MS
  return second >= notBefore ? second : first
}

/** The clock on the wall at a minute, as minutes after the midnight in a night: what clock times are averaged by. Before midnight it is negative. */
export function afterMidnight(night: CalendarDay, minute: number): number {
  const zoned = Temporal.Instant.fromEpochMilliseconds(minute * MINUTE_MS).toZonedDateTimeISO(LONDON)
  const midnight = Temporal.PlainDate.from(night).add({ days: 1 }).toPlainDateTime()
  return zoned.toPlainDateTime().since(midnight).total('minutes')
}

const DAY = 24 * 60

/** Minutes after midnight as a clock time again, to the minute begun. */
export function clockAt(minutes: number): ClockTime {
  const within = ((Math.floor(minutes) % DAY) + DAY) % DAY
  return `${String(Math.floor(within / 60)).padStart(2, '0')}:${String(within % 60).padStart(2, '0')}`
}

/** When the diary for last night is offered. */
const MORNING = { from: '06:00', until: '14:00' }
/** How long a night may still be added, from the morning after it (brief 1c). The clinical safety officer confirms it. */
const BACKFILL_HOURS = 48

/** Whether a diary at this moment is for a night other than last night, or later than the morning after. */
export const isBackfilled = (night: CalendarDay, at: LocalDateTime): boolean =>
  at.slice(0, 10) !== addDays(night, 1) || at.slice(11, 16) < MORNING.from || at.slice(11, 16) >= MORNING.until

/** Whether a night is too long ago to be remembered as it was. */
export function isTooLate(night: CalendarDay, at: LocalDateTime): boolean {
  const morning = Temporal.PlainDateTime.from(`${addDays(night, 1)}T${MORNING.from}`).toZonedDateTime(LONDON)
  return Temporal.PlainDateTime.from(at).toZonedDateTime(LONDON).since(morning).total('hours') > BACKFILL_HOURS
}

/** Last night, where its morning is now; undefined outside the hours at which its diary is offered. */
export const lastNight = (at: LocalDateTime): CalendarDay | undefined =>
  at.slice(11, 16) >= MORNING.from && at.slice(11, 16) < MORNING.until ? addDays(at.slice(0, 10), -1) : undefined

/** Nights that may still be added now, the nearest first: never in the small hours. */
export function earlierNights(at: LocalDateTime): CalendarDay[] {
  if (at.slice(11, 16) < MORNING.from) return []
  return [-1, -2, -3]
    .map((days) => addDays(at.slice(0, 10), days))
    .filter((night) => isBackfilled(night, at) && !isTooLate(night, at))
}
