import { CHANGES_AT_MOST, changesNow } from '../../sleep/changes.ts'
import { habitAnswers, habitsLeft, habitsToTry } from '../../sleep/habits.ts'
import type { SleepEntry } from '../../sleep/diary.ts'
import type { OfferInput } from './offerInput.ts'
import { moduleEntries } from './moduleEntries.ts'

/** For the checklist: the habits that were not asked about yet. */
export const sleepHabitsLeft: OfferInput = async (asked) => {
  const habits = habitsLeft(habitAnswers(await moduleEntries(asked, 'sleep')))
  return habits.length === 0 ? undefined : { habits }
}

/** For a change: what could be tried, once something could be, while there are fewer than two. */
export const sleepChange: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'sleep')
  const habits = toTry(entries)
  return habits.length > 0 && changesNow(entries).length < CHANGES_AT_MOST ? { habits } : undefined
}

/** What could be tried and is not being tried. */
function toTry(entries: readonly SleepEntry[]) {
  const tried = changesNow(entries).map(({ habit }) => habit)
  return habitsToTry(habitAnswers(entries)).filter((habit) => !tried.includes(habit))
}
