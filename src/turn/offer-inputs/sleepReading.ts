import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { nextFact } from '../../sleep/facts.ts'
import { readTogether } from '../../sleep/together.ts'
import { nightsUpTo } from '../../sleep/week.ts'
import { nightsOf } from './sleepNights.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** An ideal diary has so many nights; what is older says little of now (brief 1c). */
const NIGHTS = 14
/** A diary is read together once in so many days. */
const READ_AGAIN_AFTER = 7

/** For one fact about sleep: the next one, once a day. */
export const sleepNextFact: OfferInput = async (asked) => {
  const fact = nextFact(await moduleEntries(asked, 'sleep'), londonDay(asked.now))
  return fact === undefined ? undefined : { fact }
}

/** For reading the diary together: the nights of the last fortnight, or what is still needed. Not again within a week. */
export const sleepWeekRead: OfferInput = async (asked) => {
  const today = londonDay(asked.now)
  const readOn = (await moduleEntries(asked, 'sleep')).findLast(({ name }) => name === 'sleep-week')?.at.slice(0, 10)
  if (readOn !== undefined && readOn > addDays(today, -READ_AGAIN_AFTER)) return undefined
  return readTogether(nightsUpTo(await nightsOf(asked), today, NIGHTS + 1))
}
