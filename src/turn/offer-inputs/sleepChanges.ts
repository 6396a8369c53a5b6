import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { CHANGES_AT_MOST, changesNow, isAsked, isMeantFor, roundOf } from '../../sleep/changes.ts'
import { habitAnswers, habitsLeft, habitsToTry } from '../../sleep/habits.ts'
import { readNights, type SleepEntry } from '../../sleep/diary.ts'
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

/** For how it went last night: the changes that were meant for it and were not asked about yet. */
export const sleepTick: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'sleep')
  const night = addDays(londonDay(asked.now), -1)
  const school = readNights(entries).find(({ night_of }) => night_of === night)?.school_day_after
  const changes = changesNow(entries)
    .filter((change) => isMeantFor(change, night, school) && !isAsked(change, night, entries))
    .map((change) => ({ ...change, round: roundOf(change.plan, entries) }))
  return changes.length === 0 ? undefined : { night, changes, habits: toTry(entries) }
}

/** For looking at the changes again: those that are being tried. */
export const sleepChangesNow: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'sleep')
  const changes = changesNow(entries)
  if (changes.length === 0) return undefined
  return { changes, habits: toTry(entries), mayAdd: changes.length < CHANGES_AT_MOST }
}

/** For keeping what works: what is being tried, in their own words. */
export const sleepToKeep: OfferInput = async (asked) => ({
  changes: changesNow(await moduleEntries(asked, 'sleep')).map(({ what }) => ({ what })),
})

/** What could be tried and is not being tried. */
function toTry(entries: readonly SleepEntry[]) {
  const tried = changesNow(entries).map(({ habit }) => habit)
  return habitsToTry(habitAnswers(entries)).filter((habit) => !tried.includes(habit))
}
