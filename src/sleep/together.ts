import type { ClockTime } from '../shared/calendarDay.ts'
import type { DiaryNight } from './diary.ts'
import { afterMidnight, clockAt, minuteOf } from './night.ts'
import { ENOUGH_FREE, ENOUGH_NIGHTS, summariseWeek, type NightsTogether } from './week.ts'

/** Sleep of some nights as it is said: hours, and minutes by tens. */
type SaidSleep = {
  nights: number
  hours: number
  minutes: number
}

/** How much later free nights run than school nights. `hours` in quarters, as "2¾"; there only over an hour. */
type SaidShift =
  { way: 'same' | 'earlier' | 'later-hour' } | { way: 'later-minutes'; minutes: number } | { way: 'later'; hours: string } // prettier-ignore

type SaidTimes = {
  from: ClockTime
  until: ClockTime
}

/**
 * A diary as its own young person sees it (brief 1c): hours and clock times, school and free nights apart, each with its
 * n. Never a percentage, never what ought to be.
 */
export type ReadTogether = {
  school?: SaidSleep
  free?: SaidSleep
  shift?: SaidShift
  bed: SaidTimes
  wake: SaidTimes
  /** Waking times lie within about an hour of one another. */
  steady: boolean
}

/** How many more nights it takes before anything is read from a diary, and how many of them before a free day. */
export type StillNeeded = {
  nights: number
  free: number
}

const ABOUT_AN_HOUR = 60
const QUARTER = 15
const TENS = 10
const QUARTERS = ['', '¼', '½', '¾'] as const

/** Reads nights for the person they are of; what is still missing where there are too few. */
export function readTogether(nights: readonly DiaryNight[]): { read: ReadTogether } | { needed: StillNeeded } {
  const { all, school, free, weekendShift, enough } = summariseWeek(nights)
  if (!enough)
    return {
      needed: { nights: Math.max(0, ENOUGH_NIGHTS - all.n), free: Math.max(0, ENOUGH_FREE - free.n) },
    }
  const known = nights.flatMap(({ times, figures }) => (times && figures ? [times] : []))
  const wake = range(known.map(({ night, finalWake }) => afterMidnight(night, minuteOf(night, finalWake))))
  const bed = range(known.map(({ night, intoBed }) => afterMidnight(night, minuteOf(night, intoBed))))
  return {
    read: {
      ...(school.n === 0 ? {} : { school: sleepOf(school) }),
      ...(free.n === 0 ? {} : { free: sleepOf(free) }),
      ...(weekendShift === undefined ? {} : { shift: shiftOf(weekendShift) }),
      bed: asTimes(bed),
      wake: asTimes(wake),
      steady: wake.until - wake.from <= ABOUT_AN_HOUR,
    },
  }
}

function sleepOf({ n, tst }: NightsTogether): SaidSleep {
  const minutes = Math.round(tst! / TENS) * TENS
  return { nights: n, hours: Math.floor(minutes / 60), minutes: minutes % 60 }
}

/** Within about a quarter of an hour free nights run the same as school nights. */
function shiftOf(minutes: number): SaidShift {
  const quarters = Math.round(minutes / QUARTER)
  if (Math.abs(quarters) <= 1) return { way: 'same' }
  if (quarters < 0) return { way: 'earlier' }
  if (quarters < 4) return { way: 'later-minutes', minutes: quarters * QUARTER }
  if (quarters === 4) return { way: 'later-hour' }
  return { way: 'later', hours: `${Math.floor(quarters / 4)}${QUARTERS[quarters % 4]}` }
}

const range = (minutes: readonly number[]) => ({ from: Math.min(...minutes), until: Math.max(...minutes) })
const asTimes = ({ from, until }: { from: number; until: number }): SaidTimes => ({
  from: clockAt(from),
  until: clockAt(until),
})
