import { londonDay } from '../../shared/calendarDay.ts'
import { mayCatch, thoughtToCheck } from '../../thoughts/rules.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** For catching a thought: while the day has not had enough of them. */
export const thoughtCatch: OfferInput = async (asked) =>
  mayCatch(await moduleEntries(asked, 'negative-thoughts'), londonDay(asked.now)) ? {} : undefined

/** For checking one: the newest that was caught and not checked. */
export const thoughtCheck: OfferInput = async (asked) => {
  const thought = thoughtToCheck(await moduleEntries(asked, 'negative-thoughts'))
  if (thought === undefined || typeof thought.fields.thought !== 'string') return undefined
  const { belief, strength } = thought.fields
  return {
    thought: thought.id,
    text: thought.fields.thought,
    ...(typeof belief === 'number' ? { belief } : {}),
    ...(typeof strength === 'number' ? { strength } : {}),
  }
}
