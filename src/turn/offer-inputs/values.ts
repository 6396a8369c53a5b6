import { byGap, CARDS, valueCards, valuedActivities } from '../../low-mood/values.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { OfferInput } from './offerInput.ts'

/** For a card about what matters: those that were not answered yet, one a day (brief 1a, week 2). */
export const openValueCards: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'low-mood')
  const today = londonDay(asked.now)
  const answered = valueCards(entries).map(({ card }) => card)
  const cards = CARDS.filter((card) => !answered.includes(card))
  const hadOneToday = entries.some(({ name, at }) => name === 'value-card' && at.startsWith(today))
  return cards.length === 0 || hadOneToday ? undefined : { cards }
}

/** For things to do: the cards that were answered and have none yet, the widest gap first. */
export const cardsWithoutIdeas: OfferInput = async (asked) => {
  const entries = await moduleEntries(asked, 'low-mood')
  const filled = valuedActivities(entries).map(({ card }) => card)
  const cards = byGap(valueCards(entries).filter(({ card }) => !filled.includes(card)))
  return cards.length === 0
    ? undefined
    : { cards: cards.map(({ card, line }) => ({ card, ...(line === undefined ? {} : { line }) })) }
}
