import type { CalendarDay, ClockTime } from '../shared/calendarDay.ts'
import { afterMidnight, minuteOf } from './night.ts'

/** One night as told: what sleep can be worked out from (brief 1c, after the Consensus Sleep Diary). */
export interface NightTimes {
  /** The calendar day of its evening. */
  night: CalendarDay
  intoBed: ClockTime
  /** Phone down, lights out. */
  tried: ClockTime
  /** Minutes from trying to sleeping. */
  solMin: number
  /** Minutes awake in the night, all together. */
  wasoMin: number
  finalWake: ClockTime
  outOfBed: ClockTime
}

/** What follows from a night's times, in minutes; `se` and `seAttempt` per cent, for staff only. */
export interface NightFigures {
  /** Time in bed. */
  tib: number
  /** From falling asleep to waking for good. */
  spt: number
  /** Total sleep time. */
  tst: number
  /** Sleep as a share of the time in bed. */
  se: number
  /** Sleep as a share of the time since trying: fairer to those who lie on a phone first. */
  seAttempt: number
  /** From getting into bed to trying to sleep. */
  phoneGap: number
  /** From waking to getting up. */
  linger: number
  /** Minutes after midnight by the clock on the wall. */
  midSleep: number
  /** Minutes since trying, in which `tst` was slept. */
  attempt: number
}

/** The formulas, on times as minutes of any one line that a night lies on. */
export const timeInBed = (intoBed: number, outOfBed: number): number => outOfBed - intoBed
/** From trying to the last waking, less what was spent falling asleep and awake. */
export const totalSleep = (tried: number, solMin: number, wasoMin: number, finalWake: number): number =>
  finalWake - tried - solMin - wasoMin
/** Sleep as a share of some minutes, per cent: of the time in bed, or of the time since trying. Publications differ, so both are told. */
export const sleepEfficiency = (sleep: number, of: number): number => (100 * sleep) / of

/** Works a night out; undefined where its times are not in the order a night has: into bed, tried, asleep, awake, up. */
export function reckonNight(times: NightTimes): NightFigures | undefined {
  const { night } = times
  const intoBed = minuteOf(night, times.intoBed)
  const tried = minuteOf(night, times.tried, intoBed)
  const onset = tried + times.solMin
  const wake = minuteOf(night, times.finalWake, onset)
  const out = minuteOf(night, times.outOfBed, wake)
  if (!(intoBed <= tried && tried <= onset && onset < wake && wake <= out)) return undefined
  const tib = timeInBed(intoBed, out)
  const spt = wake - onset
  const tst = totalSleep(tried, times.solMin, times.wasoMin, wake)
  const attempt = out - tried
  return {
    tib,
    spt,
    tst,
    se: sleepEfficiency(tst, tib),
    seAttempt: sleepEfficiency(tst, attempt),
    phoneGap: tried - intoBed,
    linger: out - wake,
    midSleep: afterMidnight(night, onset + spt / 2),
    attempt,
  }
}

/** Why a night is left out of averages. `order`: its times do not follow one another. */
export type Implausible = 'order' | 'sleep-under-2-hours' | 'sleep-over-14-hours' | 'over-4-hours-to-sleep' | 'awake-longer-than-asleep' // prettier-ignore

/** What cannot well be so about a night (brief 1c); empty for a plausible one. It is asked about once and then kept as told. */
export function implausibleIn(times: NightTimes): Implausible[] {
  const figures = reckonNight(times)
  if (figures === undefined) return ['order']
  const found: Implausible[] = []
  if (figures.tst < 2 * 60) found.push('sleep-under-2-hours')
  if (figures.tst > 14 * 60) found.push('sleep-over-14-hours')
  if (times.solMin > 240) found.push('over-4-hours-to-sleep')
  if (times.wasoMin > figures.spt) found.push('awake-longer-than-asleep')
  return found
}
