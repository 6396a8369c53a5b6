import {
  addDays,
  addMinutes,
  weekday,
  type CalendarDay,
  type ClockTime,
  type LocalDateTime,
} from '../shared/calendarDay.ts'

/** When somebody's worry time is, as settled with them. */
export interface WorryTimePlan {
  time: ClockTime
  days: 'every-day' | 'school-days'
}

/** Until a time is settled: the middle of the hours in which worry time may be. */
export const USUAL_WORRY_TIME: WorryTimePlan = { time: '17:30', days: 'every-day' }

/** Worry time begins between these (brief 1b). */
export const EARLIEST = '16:30'
export const LATEST = '19:30'
/** Held worries are not gone through again after this: it would be too near to bed. */
const NOT_AFTER = '20:30'
const MINUTES_BEFORE_BED = 90
/** Somebody a little early is not sent away. */
const MINUTES_EARLY = 15
const SATURDAY = 6

/** The latest time to begin, an hour and a half or more before bed. A bedtime after midnight leaves the latest there is. */
export function latestBefore(bedtime: ClockTime): ClockTime {
  if (bedtime < '12:00') return LATEST
  const before = addMinutes(`2026-01-02T${bedtime}`, -MINUTES_BEFORE_BED).slice(11)
  return before < EARLIEST ? EARLIEST : before > LATEST ? LATEST : before
}

/** Whether worry time may begin then, for somebody who goes to bed at that time. */
export const mayBegin = (time: ClockTime, bedtime: ClockTime | undefined): boolean =>
  time >= EARLIEST && time <= (bedtime === undefined ? LATEST : latestBefore(bedtime))

/** The next worry time that is still to come. */
export function nextWorryTime({ time, days }: WorryTimePlan, now: LocalDateTime): LocalDateTime {
  for (let day = now.slice(0, 10); ; day = addDays(day, 1))
    if (`${day}T${time}` > now && (days === 'every-day' || weekday(day) < SATURDAY)) return `${day}T${time}`
}

/** The worry time that is open now: from a little before its time until 20:30. Undefined on other hours and days. */
export function openWorryTime({ time, days }: WorryTimePlan, now: LocalDateTime): LocalDateTime | undefined {
  const at = `${now.slice(0, 10)}T${time}`
  const isItsDay = days === 'every-day' || weekday(now.slice(0, 10)) < SATURDAY
  return isItsDay && now >= addMinutes(at, -MINUTES_EARLY) && now.slice(11) < NOT_AFTER ? at : undefined
}

/** The last worry time before now. */
export function lastWorryTime({ time, days }: WorryTimePlan, now: LocalDateTime): LocalDateTime {
  for (let day = now.slice(0, 10); ; day = addDays(day, -1))
    if (`${day}T${time}` <= now && (days === 'every-day' || weekday(day) < SATURDAY)) return `${day}T${time}`
}

const dayName = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' })

/** A worry time as it is named: the clock time alone within a day from now, else with its day. */
export const namedTime = (at: LocalDateTime, now: LocalDateTime): string =>
  at < `${addDays(now.slice(0, 10), 1)}T${now.slice(11)}`
    ? at.slice(11)
    : `${dayName.format(Date.parse(`${at}Z`))}, ${at.slice(11)}`

/** A day as it is named: Thursday. Nothing for no day. */
export const namedDay = (day: CalendarDay | undefined): string | undefined =>
  day === undefined ? undefined : dayName.format(Date.parse(`${day}T12:00Z`))
