import { addDays, type CalendarDay } from '../shared/calendarDay.ts'
import type { DiaryNight } from './diary.ts'
import { afterMidnight, minuteOf } from './night.ts'

/** Nights with figures from which averages may be read, and how many of them must be before a free day (brief 1c). */
export const ENOUGH_NIGHTS = 5
export const ENOUGH_FREE = 1

/** Means over some nights, in minutes; times of day as minutes after midnight. Nothing is there where `n` is 0. */
export interface NightsTogether {
  n: number
  bed?: number
  wake?: number
  sol?: number
  waso?: number
  tst?: number
  phoneGap?: number
  midSleep?: number
  /** All sleep over all time in bed, per cent: not the mean of percentages. */
  se?: number
  seAttempt?: number
}

/** A person's nights over some days. School nights and free nights are always apart, each with its own number. */
export interface Week {
  all: NightsTogether
  school: NightsTogether
  free: NightsTogether
  /** Mean mid-sleep of free nights less that of school nights, in minutes. */
  weekendShift?: number
  /** Whether there is enough to read anything from it. */
  enough: boolean
  given: number
  declined: number
  short: number
  /** Told, but left out of averages. */
  leftOut: number
}

/** The nights of some days up to and with one. */
export const nightsUpTo = (nights: readonly DiaryNight[], last: CalendarDay, days: number): DiaryNight[] =>
  nights.filter(({ night_of }) => night_of > addDays(last, -days) && night_of <= last)

/** Puts nights together. Nights that nobody told of are simply not there. */
export function summariseWeek(nights: readonly DiaryNight[]): Week {
  const usable = nights.filter((night) => night.figures !== undefined)
  const school = together(usable.filter((night) => night.school_day_after === true))
  const free = together(usable.filter((night) => night.school_day_after === false))
  const shift =
    free.midSleep === undefined || school.midSleep === undefined ? undefined : free.midSleep - school.midSleep
  const full = nights.filter(({ night, form }) => night === 'given' && form === 'full')
  return {
    all: together(usable),
    school,
    free,
    ...(shift === undefined ? {} : { weekendShift: shift }),
    enough: usable.length >= ENOUGH_NIGHTS && free.n >= ENOUGH_FREE,
    given: nights.filter(({ night }) => night === 'given').length,
    declined: nights.filter(({ night }) => night === 'declined').length,
    short: nights.filter(({ night, form }) => night === 'given' && form === 'short').length,
    leftOut: full.length - usable.length,
  }
}

function together(nights: readonly DiaryNight[]): NightsTogether {
  const known = nights.flatMap(({ times, figures }) => (times && figures ? [{ ...times, ...figures }] : []))
  if (known.length === 0) return { n: 0 }
  type Known = (typeof known)[number]
  const sum = (of: (night: Known) => number) => known.reduce((all, night) => all + of(night), 0)
  const mean = (of: (night: Known) => number) => sum(of) / known.length
  return {
    n: known.length,
    bed: mean(({ night, intoBed }) => afterMidnight(night, minuteOf(night, intoBed))),
    wake: mean(({ night, finalWake }) => afterMidnight(night, minuteOf(night, finalWake))),
    sol: mean(({ solMin }) => solMin),
    waso: mean(({ wasoMin }) => wasoMin),
    tst: mean(({ tst }) => tst),
    phoneGap: mean(({ phoneGap }) => phoneGap),
    midSleep: mean(({ midSleep }) => midSleep),
    se: (100 * sum(({ tst }) => tst)) / sum(({ tib }) => tib),
    seAttempt: (100 * sum(({ tst }) => tst)) / sum(({ attempt }) => attempt),
  }
}
