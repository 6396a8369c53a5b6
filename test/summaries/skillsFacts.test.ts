import { factsOf, type SummaryEntry } from '../../src/summaries/facts.ts'

const entry = (module: string, name: string, fields: SummaryEntry['fields'], about: string | null = null) => ({
  id: `${module}-${name}`,
  module,
  name,
  fields,
  about,
  at: '2026-11-24T16:00',
})
const NOW = '2026-11-25T09:00'

test('panic stands in the brief with its n, and "none" as a result', () => {
  const attack = entry('panic', 'panic-attack', { date: '2026-11-24', peak: 7, did: ['stayed'], signs: ['fainted'] })
  expect(factsOf('panic', [attack], NOW)).toEqual([
    { words: '1 attack on 1 day; to look at: fainting', n: 1 },
    { words: 'Mean peak 7', n: 1 },
    { words: 'Stayed in 1 of 1', n: 1 },
  ])
  expect(factsOf('panic', [entry('panic', 'no-panic', { attacks: 0 })], NOW)).toEqual([
    { words: '“None” said 1 time', n: 1 },
  ])
})

test('thoughts: how far belief moved, and what is for the session', () => {
  const thought = entry('negative-thoughts', 'thought', { thought: 'they hate me', status: 'caught' })
  const check = entry('negative-thoughts', 'thought-check', { belief_before: 8, belief_after: 8, take_to_session: true }, thought.id) // prettier-ignore
  expect(factsOf('negative-thoughts', [thought, check], NOW)).toEqual([
    { words: '1 thought caught, 1 checked, 0 times too strong to begin', n: 2 },
    { words: 'Belief 8 before, 8 after; lower in 0', n: 1 },
    { words: 'To take to the session: “they hate me”', n: 1 },
  ])
})

test('exposure: goes, predictions beside what came, a surprise in their own words', () => {
  const go = entry('graded-exposure', 'exposure-practice', { outcome: 'left_early', came_true: 'part', surprise: 'it was dull' }) // prettier-ignore
  expect(factsOf('graded-exposure', [go], NOW)).toEqual([
    { words: '1 go, 1 left early; planned and not tried 0', n: 1 },
    { words: 'Predictions: 0 did not come true, 1 in part, 0 did', n: 1 },
    { words: 'Surprised by: “it was dull”', n: 1 },
  ])
})
