import { panicSummary } from '../../src/summaries/panic.ts'

const entry = (name: string, at: string, fields: object) => ({ name, at, fields: { ...fields } })

test('shows attacks by the day they were, what was done, and what asks for more', () => {
  const entries = [
    entry('panic-pattern', '2026-11-16T16:00', { gp_checked: 'yes' }),
    entry('panic-plan', '2026-11-17T16:00', { called: 'the wave' }),
    entry('panic-attack', '2026-11-19T18:00', { date: '2026-11-19', signs: ['heart', 'dizzy'], peak: 8, did: ['left'], scary_thought: 'cant get out' }), // prettier-ignore
    entry('panic-detail', '2026-11-19T18:01', { trigger: 'the full bus' }),
    entry('panic-attack', '2026-11-21T18:00', { date: '2026-11-20', signs: ['heart'], peak: 5, did: ['stayed'] }),
    entry('panic-attack', '2026-11-22T18:00', { date: '2026-11-22' }),
    entry('no-panic', '2026-11-24T18:00', { attacks: 0 }),
  ]
  expect(panicSummary(entries, '2026-11-24')).toEqual({
    attacks: 3,
    days: 3,
    quietChecks: 1,
    peak: { mean: 6.5, n: 2 },
    signs: [
      { what: 'heart', count: 2 },
      { what: 'dizzy', count: 1 },
    ],
    did: [
      { what: 'left', count: 1 },
      { what: 'stayed', count: 1 },
    ],
    stayed: { count: 1, n: 2 },
    triggers: ['the full bus'],
    scaryThoughts: ['cant get out'],
    hasPlan: true,
    gpChecked: 'yes',
    stepUp: [],
  })
})

test('says nothing of what was not given', () => {
  expect(panicSummary([], '2026-11-24')).toMatchObject({
    attacks: 0,
    peak: undefined,
    gpChecked: undefined,
    stepUp: [],
  })
})
