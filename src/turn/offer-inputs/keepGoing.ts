import { liftingActivities } from '../../low-mood/lifting.ts'
import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** A week is looked at once: nearer to the last look there is nothing new in it. */
const DAYS_BETWEEN = 6

/** For a look at the week, once a week. */
export const weekToLookAt: OfferInput = async (asked) => {
  const last = (await moduleEntries(asked, 'low-mood')).findLast(({ name }) => name === 'week-look')?.at
  return last === undefined || last.slice(0, 10) <= addDays(londonDay(asked.now), -DAYS_BETWEEN) ? {} : undefined
}

/** For keeping going: what went with a higher mood, in their own words. */
export const whatHelped: OfferInput = async (asked) => ({
  helped: liftingActivities(await moduleEntries(asked, 'low-mood')).map(({ activity }) => activity),
})
