import { readLog } from '../../low-mood/log.ts'
import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** So many moments of one day are asked for and no more: asking every hour ends in no log at all (brief 1a). */
const MOMENTS_A_DAY = 3

/** For the day's log: two or three moments of today, until there are three. */
export const logOfToday: OfferInput = async (asked) => {
  const moments = readLog(await moduleEntries(asked, 'low-mood'))
  const today = londonDay(asked.now)
  return moments.filter(({ day }) => day === today).length < MOMENTS_A_DAY ? { about: 'today' } : undefined
}

/** For those who have begun, and logged nothing yesterday or today: one look at yesterday, and no other day (brief 1a, "If not done"). */
export const logCatchUp: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'low-mood')
  const yesterday = addDays(londonDay(asked.now), -1)
  const began = entries.some(({ at }) => at.slice(0, 10) < yesterday)
  return began && !readLog(entries).some(({ day }) => day >= yesterday) ? { about: 'yesterday' } : undefined
}
