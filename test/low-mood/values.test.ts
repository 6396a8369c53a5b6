import fc from 'fast-check'
import type { LowMoodEntry } from '../../src/low-mood/log.ts'
import { byGap, CARDS, soundsSomeoneElses, valueCards, valuedActivities } from '../../src/low-mood/values.ts'

let n = 0
const entry = (name: string, fields: LowMoodEntry['fields'], at = '2026-12-03T16:00'): LowMoodEntry => ({
  id: `e${++n}`,
  name,
  fields,
  about: null,
  at,
})
const card = (sub_area: string, importance?: number, in_my_life_now?: number, at?: string) =>
  entry('value-card', { sub_area, importance, in_my_life_now }, at)

describe('values by area (brief 1a)', () => {
  it('reckons the gap as importance less what is there now, and has none where a number is missing', () => {
    expect(valueCards([card('fun', 8, 1), card('friends', 6, 7), card('body', 5)])).toMatchObject([
      { card: 'fun', area: 'me', gap: 7 },
      { card: 'body', area: 'me', gap: undefined },
      { card: 'friends', area: 'people', gap: -1 },
    ])
  })

  it('takes what was said last of a card', () => {
    const cards = [card('fun', 2, 2, '2026-12-08T16:00'), card('fun', 8, 1, '2026-12-03T16:00')]
    expect(valueCards(cards)).toMatchObject([{ card: 'fun', gap: 0 }])
  })

  it('puts the widest gap first, and a card without one last, whatever the order', () => {
    const level = fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined })
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...CARDS), level, level), { maxLength: 20 }), (said) => {
        const cards = valueCards(said.map(([which, importance, now]) => card(which, importance, now)))
        const gaps = byGap(cards).map(({ gap }) => gap ?? -11)
        expect(gaps).toEqual([...gaps].sort((a, b) => b - a))
        expect(new Set(cards.map((one) => one.card)).size).toBe(cards.length)
      }),
    )
  })

  it.each([
    ['mum wants me to do my homework', true],
    ['my dad says i have to', true],
    ['I’m supposed to be tidy', true],
    ['someone who turns up', false],
    ['a mate people can rely on', false],
    ['kind to mum', false],
  ])('hears whose line it is: %s', (line, someoneElses) => {
    expect(soundsSomeoneElses(line)).toBe(someoneElses)
  })

  it('keeps each listed activity once, with its card', () => {
    const list = (activities: string[]) => entry('valued-activities', { sub_area: 'fun', activities })
    expect(valuedActivities([list(['dance video', 'draw']), list(['draw', 'bake'])])).toEqual([
      { activity: 'dance video', card: 'fun', area: 'me' },
      { activity: 'draw', card: 'fun', area: 'me' },
      { activity: 'bake', card: 'fun', area: 'me' },
    ])
  })
})
