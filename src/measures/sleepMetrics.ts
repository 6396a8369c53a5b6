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

/** From one clock time to the next, across midnight; local wall time, so not for the night the clocks change. */
const minutesFrom = (from: number, to: number): number => (((to - from) % DAY) + DAY) % DAY

/**
 * One metric of one night, or the reason why there is none: an answer it needs was not given, times that cannot follow
 * each other, or more minutes awake than the night had. Formulas: content/measures/sleep-diary-metrics.json.
 */
export function sleepMetric({ metric, items }: SleepScale, night: Night): ScaleScore {
  // Without a way to fall asleep again there is nothing to add, whatever the other answers are.
  if (metric === 'TASAFA' && !night.stillTrying) return { state: 'scored', raw: 0 }
  const without = items.filter((item) => night[item as keyof Night] === undefined)
  if (without.length > 0) return refuse(`needs ${without.join(', ')}`)
  if (!inOrder(night)) return refuse('the times of the night do not follow each other')
  const { bedTime = 0, tryTime = 0, solMin = 0, wasoMin = 0, finalWake = 0, outOfBed = 0 } = night
  const inBed = minutesFrom(bedTime, outOfBed)
  const after = night.stillTrying ? minutesFrom(finalWake, outOfBed) : 0
  if (metric === 'TIB') return { state: 'scored', raw: inBed }
  if (metric === 'TASAFA') return { state: 'scored', raw: after }
  const asleep = clean(minutesFrom(tryTime, finalWake) - solMin - wasoMin)
  if (asleep < 0) return refuse('more minutes awake than there are between trying to sleep and waking')
  if (metric === 'TST') return { state: 'scored', raw: asleep }
  const whole = metric === 'SE' ? inBed : solMin + asleep + wasoMin + after
  if (whole === 0) return refuse('the night has no minutes')
  return { state: 'scored', raw: (100 * asleep) / whole }
}

const refuse = (reason: string): ScaleScore => ({ state: 'not-scorable', reason })

/** Into bed, trying to sleep, waking, getting up: each after the one before, within one day. Those not given are passed over. */
function inOrder(night: Night): boolean {
  const times = [night.bedTime, night.tryTime, night.finalWake, night.outOfBed].filter((t) => t !== undefined)
  let passed = 0
  for (const [i, time] of times.entries()) {
    if (i === 0) continue
    passed += minutesFrom(times[i - 1]!, time)
    if (passed >= DAY) return false
  }
  return true
}
