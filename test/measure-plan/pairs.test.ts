import fc from 'fast-check'
import { exitMeasure, pairStates, type PairFacts } from '../../src/measure-plan/pairs.ts'
import type { MeasureAdministration } from '../../src/record/events.ts'
import { newId } from '../../src/shared/ids.ts'
import { aMeasure } from '../outbox/events.ts'

const PLAN = [{ measure: 'phq-9', when: ['baseline' as const, 'end' as const] }]
const facts = (more: Partial<PairFacts> = {}): PairFacts => ({
  sessionNumber: 3,
  sessionsPlanned: 6,
  firstContactDay: '2026-11-03',
  engagement: 'active',
  ...more,
})
const on = (localDate: string, more: Partial<MeasureAdministration> = {}) =>
  aMeasure(newId(), {
    measure: 'phq-9',
    localDate,
    occurredAt: `${localDate}T15:40:00.000Z`,
    score: { state: 'scored', total: 9, rule: 'phq-9 1' },
    ...more,
  })
const notScored = { score: { state: 'not-scorable' as const, reason: 'too few', rule: 'phq-9 1' }, scales: [] }
const state = (administrations: MeasureAdministration[], more: Partial<PairFacts> = {}) =>
  pairStates(PLAN, administrations, facts(more))[0]!

describe('pairs of a first and a last score', () => {
  it('count from the first contact on, scored ones only', () => {
    expect(state([])).toMatchObject({ state: 'no-baseline', atRisk: null })
    expect(state([on('2026-11-02')])).toMatchObject({ state: 'no-baseline' })
    expect(state([on('2026-11-03')])).toMatchObject({ state: 'baseline-only', firstDay: '2026-11-03', lastDay: null })
    expect(state([on('2026-11-03'), on('2026-11-20', notScored)])).toMatchObject({ state: 'baseline-only' })
    expect(state([on('2026-11-03'), on('2026-11-20')])).toMatchObject({ state: 'paired', lastDay: '2026-11-20' })
  })

  it.each([
    ['towards the end', { sessionNumber: 5 }, 'last-sessions'],
    ['in the middle', { sessionNumber: 4 }, null],
    ['when somebody goes quiet', { engagement: 'quiet' as const }, 'dropping-out'],
  ])('are watched %s', (_, more, atRisk) => {
    expect(state([on('2026-11-03')], more).atRisk).toBe(atRisk)
    expect(state([on('2026-11-03'), on('2026-11-20')], more).atRisk).toBeNull()
  })

  it('do not depend on the order in which the administrations are given', () => {
    const some = [on('2026-11-03'), on('2026-11-10', notScored), on('2026-11-17'), on('2026-11-01')]
    fc.assert(
      fc.property(fc.shuffledSubarray(some, { minLength: some.length }), (shuffled) => {
        expect(state(shuffled)).toEqual(state(some))
      }),
    )
  })

  it('count for goals by each goal, because nothing is added up', () => {
    const rated = (day: string) =>
      on(day, {
        measure: 'gbo',
        score: { state: 'not-scorable', reason: 'its scores are never added up', rule: 'gbo 1' },
        scales: [{ scale: 'goal1', title: 'Goal 1', code: null, score: { state: 'scored', raw: 4 } }],
      })
    const pairs = pairStates(
      [{ measure: 'gbo', when: ['session'] }],
      [rated('2026-11-03'), rated('2026-11-10')],
      facts(),
    )
    expect(pairs[0]).toMatchObject({ state: 'paired' })
  })
})

describe('the one measure that is offered at the first sign of dropping out', () => {
  const pair = (measure: string, is: 'no-baseline' | 'baseline-only' | 'paired') =>
    ({ measure, state: is, firstDay: null, lastDay: null, atRisk: null }) as const
  const minutes = (id: string) => ({ gbo: 1, 'gad-7': 2, 'phq-9': 3 })[id]
  const exit = { exit: { 'minutes-at-most': 2 } }
  it('is the shortest of those that have a first score and no last', () => {
    const all = [pair('phq-9', 'baseline-only'), pair('gad-7', 'baseline-only'), pair('gbo', 'baseline-only')]
    expect(exitMeasure(all, minutes, exit)).toBe('gbo')
    expect(exitMeasure([all[0]!, all[1]!, pair('gbo', 'paired')], minutes, exit)).toBe('gad-7')
  })
  it('is none where it would take too long, or would make no pair', () => {
    expect(exitMeasure([pair('phq-9', 'baseline-only')], minutes, exit)).toBeUndefined()
    expect(exitMeasure([pair('gbo', 'no-baseline'), pair('gad-7', 'paired')], minutes, exit)).toBeUndefined()
  })
})
