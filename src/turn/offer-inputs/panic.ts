import { attacksIn, knownUntil, planIn } from '../../panic/entries.ts'
import { addDays, londonDay } from '../../shared/calendarDay.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** The rules of a panic log look at two weeks. */
const DAYS = 14

/** For the log: since when it is not known whether there were any, and the attacks of the last two weeks. */
export const panicLog: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'panic')
  const since = knownUntil(entries)
  const from = addDays(londonDay(asked.now), -DAYS)
  const before = attacksIn(entries).filter(({ day }) => day > from)
  return { ...(since === undefined ? {} : { since }), before: before.map((attack) => ({ ...attack })) }
}

/** For the moment itself: what the person calls it, and whether breathing out slowly helps them. */
export const panicPlan: OfferInput = async (asked) => {
  const plan = planIn(await moduleEntries(asked, 'panic'))
  return {
    ...(typeof plan?.called === 'string' ? { called: plan.called } : {}),
    ...(typeof plan?.breath === 'boolean' ? { breath: plan.breath } : {}),
  }
}
