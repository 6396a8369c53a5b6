import { sleepEfficiency, timeInBed, totalSleep } from '../sleep/formulas.ts'
import { clean } from './exact.ts'
import type { Scale, ScaleScore } from './scales.ts'

/** One night: times as minutes after midnight, durations in minutes. What was not answered is left out. */
export interface Night {
  bedTime?: number
  tryTime?: number
  solMin?: number
  wasoMin?: number
  finalWake?: number
  outOfBed?: number
  /** Was still trying to sleep between the final waking and getting up. */
  stillTrying: boolean
}

type SleepScale = Extract<Scale, { method: 'sleep-metric' }>

const DAY = 24 * 60
/** The times of a night in the order in which they come. */
const IN_ORDER = ['bedTime', 'tryTime', 'finalWake', 'outOfBed'] as const

/**
 * One metric of one night by the formulas of src/sleep, from clock times without a date: a night on which the clocks
 * change is an hour off here. Or the reason why there is none: an answer it needs was not given, times that cannot follow
 * each other, or more minutes awake than the night had. What each metric is: content/measures/sleep-diary-metrics.json.
 */
export function sleepMetric({ metric, items }: SleepScale, night: Night): ScaleScore {
  // Without a way to fall asleep again there is nothing to add, whatever the other answers are.
  if (metric === 'TASAFA' && !night.stillTrying) return { state: 'scored', raw: 0 }
  const without = items.filter((item) => night[item as keyof Night] === undefined)
  if (without.length > 0) return refuse(`needs ${without.join(', ')}`)
  const laid = onOneLine(night)
  if (laid === undefined) return refuse('the times of the night do not follow each other')
  const { bedTime = 0, tryTime = 0, finalWake = 0, outOfBed = 0 } = laid
  const { solMin = 0, wasoMin = 0 } = night
  const inBed = timeInBed(bedTime, outOfBed)
  const after = night.stillTrying ? outOfBed - finalWake : 0
  if (metric === 'TIB') return { state: 'scored', raw: inBed }
  if (metric === 'TASAFA') return { state: 'scored', raw: after }
  const asleep = clean(totalSleep(tryTime, solMin, wasoMin, finalWake))
  if (asleep < 0) return refuse('more minutes awake than there are between trying to sleep and waking')
  if (metric === 'TST') return { state: 'scored', raw: asleep }
  const whole = metric === 'SE' ? inBed : solMin + asleep + wasoMin + after
  if (whole === 0) return refuse('the night has no minutes')
  return { state: 'scored', raw: sleepEfficiency(asleep, whole) }
}

const refuse = (reason: string): ScaleScore => ({ state: 'not-scorable', reason })

/**
 * The times of a night as minutes on one line, each after the one before, across midnight; those not given are passed
 * over. Undefined where they take more than a day to follow each other.
 */
function onOneLine(night: Night): Partial<Record<(typeof IN_ORDER)[number], number>> | undefined {
  const laid: Partial<Record<(typeof IN_ORDER)[number], number>> = {}
  let first: number | undefined
  let at: number | undefined
  for (const name of IN_ORDER) {
    const time = night[name]
    if (time === undefined) continue
    at = at === undefined ? time : at + ((((time - at) % DAY) + DAY) % DAY)
    first ??= at
    laid[name] = at
    if (at - first >= DAY) return undefined
  }
  return laid
}
