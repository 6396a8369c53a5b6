import fc from 'fast-check'
import { attacksIn, knownUntil, planIn } from '../../src/panic/entries.ts'
import { newStepUps, panicStepUp, type Attack } from '../../src/panic/stepUp.ts'
import { addDays } from '../../src/shared/calendarDay.ts'

const TODAY = '2026-11-24'
const daysAgo = (days: number, more: Partial<Attack> = {}): Attack => ({
  day: addDays(TODAY, -days),
  fainted: false,
  keptAway: false,
  ...more,
})
const attack = fc
  .record({ ago: fc.integer({ min: 0, max: 30 }), fainted: fc.boolean(), keptAway: fc.boolean() })
  .map(({ ago, ...more }) => daysAgo(ago, more))

describe('when panic asks for more (brief 1d, step-up)', () => {
  test.each<[string, Attack[], string[]]>([
    ['nothing was written down', [], []],
    ['three days of seven', [daysAgo(0), daysAgo(2), daysAgo(4)], []],
    ['most days: four of the last seven', [daysAgo(0), daysAgo(1), daysAgo(3), daysAgo(6)], ['most-days']],
    ['four attacks on one day are one day', [daysAgo(1), daysAgo(1), daysAgo(1), daysAgo(1)], []],
    ['the eighth day back is another week', [daysAgo(0), daysAgo(1), daysAgo(3), daysAgo(7)], []],
    ['fainting, once', [daysAgo(2, { fainted: true })], ['fainting']],
    ['fainting, long ago', [daysAgo(9, { fainted: true })], []],
    ['staying away once', [daysAgo(1, { keptAway: true })], []],
    [
      'staying away more often than the week before',
      [daysAgo(9, { keptAway: true }), daysAgo(3, { keptAway: true }), daysAgo(1, { keptAway: true })],
      ['avoidance-spreading'],
    ],
    ['staying away as often as the week before', [9, 8, 3, 1].map((ago) => daysAgo(ago, { keptAway: true })), []],
  ])('%s', (_, attacks, expected) => expect(panicStepUp(attacks, TODAY)).toEqual(expected))

  test('does not depend on the order in which attacks were written down', () => {
    fc.assert(
      fc.property(fc.array(attack), (attacks) => {
        expect(panicStepUp(attacks.toReversed(), TODAY)).toEqual(panicStepUp(attacks, TODAY))
      }),
    )
  })

  test('is told once: with the attack that brings it, and not again', () => {
    fc.assert(
      fc.property(fc.array(attack), attack, (before, next) => {
        const told = newStepUps(before, next, TODAY)
        for (const one of told) expect(panicStepUp(before, TODAY)).not.toContain(one)
        expect(newStepUps([...before, next], next, TODAY).filter((one) => told.includes(one))).toEqual([])
      }),
    )
  })
})

describe('what the record knows of panic', () => {
  const entries = [
    { name: 'panic-plan', at: '2026-11-17T16:00', fields: { called: 'the wave', breath: false } },
    { name: 'panic-attack', at: '2026-11-19T16:00', fields: { date: '2026-11-17', signs: ['fainted'] } },
    { name: 'no-panic', at: '2026-11-22T16:00', fields: { attacks: 0 } },
  ]
  test('an attack is of the day it was, not of the day it was written down', () => {
    expect(attacksIn(entries)).toEqual([{ day: '2026-11-17', fainted: true, keptAway: false }])
  })
  test('"none" is known up to the day it was said', () => {
    expect(knownUntil(entries)).toBe('2026-11-22')
    expect(knownUntil([])).toBeUndefined()
  })
  test('the newest plan counts', () => {
    expect(planIn([...entries, { name: 'panic-plan', at: '2026-11-23T10:00', fields: { called: 'x' } }])).toEqual({
      called: 'x',
    })
  })
})
