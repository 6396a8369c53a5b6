import type { Json } from '../shared/json.ts'

/** The first and the last of a row of numbers, with how many there are. */
export interface Trend {
  first: number
  last: number
  n: number
}

/** What the behaviour-support programme shows the practitioner (brief 1e): facts with their n, and the parent's own words. */
export interface BehaviourSupportSummary {
  checkIns: number
  /** Difficulty of the target behaviour, 0 to 10; a rating that was not given is missing, never 0. */
  difficulty: Trend | undefined
  stress: Trend | undefined
  confidence: Trend | undefined
  /** Days practised over the weeks that were told about. */
  practised: { days: number; of: number; n: number }
  /** What went well and where it stuck, as they wrote it, the newest first. */
  success: string[]
  stuck: string[]
  /** Of the notes that say whether family time was near: how many say so. */
  familyTime: { near: number; n: number }
}

interface Entry {
  readonly name: string
  readonly fields: { readonly [field: string]: Json | undefined }
}

const DAYS_A_WEEK = 7
const QUOTES = 2

/** The facts of a parent's entries, the oldest first, each in its newest version. Entries of other kinds are passed over. */
export function behaviourSupportSummary(entries: readonly Entry[]): BehaviourSupportSummary {
  const checkIns = entries.filter(({ name }) => name === 'weekly').map(({ fields }) => fields)
  const numbers = (field: string) => checkIns.map((one) => one[field]).filter((value) => typeof value === 'number')
  const words = (field: string) =>
    checkIns
      .map((one) => one[field])
      .filter((value) => typeof value === 'string')
      .reverse()
      .slice(0, QUOTES)
  const days = numbers('days_practised')
  const tagged = entries
    .filter(({ name }) => name === 'abc')
    .map(({ fields }) => fields.family_time_today)
    .filter((value) => typeof value === 'boolean')
  return {
    checkIns: checkIns.length,
    difficulty: trendOf(numbers('difficulty')),
    stress: trendOf(numbers('stress')),
    confidence: trendOf(numbers('confidence')),
    practised: { days: days.reduce((sum, one) => sum + one, 0), of: days.length * DAYS_A_WEEK, n: days.length },
    success: words('success'),
    stuck: words('stuck'),
    familyTime: { near: tagged.filter((near) => near).length, n: tagged.length },
  }
}

const trendOf = (numbers: readonly number[]): Trend | undefined =>
  numbers.length === 0 ? undefined : { first: numbers[0]!, last: numbers.at(-1)!, n: numbers.length }
