import { settled } from './kinds.ts'
import { isRated, readLog, type LowMoodEntry } from './log.ts'
import { plansOf } from './plans.ts'

/** An activity in the person's own words that went with a higher mood: by how much, to one decimal place, and how often seen. */
export interface Lifting {
  activity: string
  lift: number
  n: number
}

/**
 * What went with a higher mood, the most first (brief 1a, what the practitioner sees): a logged moment against the mean of the
 * whole log, a plan that was done against mood before it. What went with no higher mood is not in the list.
 */
export function liftingActivities(entries: readonly LowMoodEntry[], atMost = 3): Lifting[] {
  const rated = readLog(entries).filter(isRated)
  const usual = rated.reduce((sum, { mood }) => sum + mood, 0) / rated.length
  const seen = [
    ...rated.map(({ activity, mood }) => ({ activity, lift: mood - usual })),
    ...plansOf(entries).flatMap(({ activity, reviews }) =>
      reviews.flatMap(({ moodBefore, moodAfter }) =>
        moodBefore === undefined || moodAfter === undefined ? [] : [{ activity, lift: moodAfter - moodBefore }],
      ),
    ),
  ]
  const byWords = new Map<string, { activity: string; lifts: number[] }>()
  for (const { activity, lift } of seen) {
    const words = settled(activity ?? '')
    if (words === '') continue
    const known = byWords.get(words)
    if (known) known.lifts.push(lift)
    else byWords.set(words, { activity: activity!, lifts: [lift] })
  }
  return [...byWords.values()]
    .map(({ activity, lifts }) => ({ activity, lift: meanOf(lifts), n: lifts.length }))
    .filter(({ lift }) => lift > 0)
    .toSorted((a, b) => b.lift - a.lift || b.n - a.n)
    .slice(0, atMost)
}

const meanOf = (numbers: readonly number[]): number =>
  Math.round((numbers.reduce((sum, one) => sum + one, 0) / numbers.length) * 10) / 10
