import { isRated, readLog } from '../../low-mood/log.ts'
import { patternsIn } from '../../low-mood/patterns.ts'
import type { Json } from '../../shared/json.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** Fewer moments than this are not looked at together. */
const WORTH_A_LOOK = 3

/** For looking at the log: what it shows, once there is something new in it since it was last looked at. */
export const logPatterns: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'low-mood')
  const looked = entries.findLast(({ name }) => name === 'log-look')?.at ?? ''
  const isNew = entries.some(({ name, at }) => name === 'activity-log' && at > looked)
  const moments = readLog(entries)
  if (moments.length < WORTH_A_LOOK || !isNew) return undefined
  const { logged, enough, contrasts } = patternsIn(moments, asked.lowMood)
  const still = Math.max(0, asked.lowMood.patterns['rated-moments'] - moments.filter(isRated).length)
  return { logged, enough, still, contrasts: contrasts as unknown as Json }
}
