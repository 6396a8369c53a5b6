import fc from 'fast-check'
import { lookBack } from '../../src/measures/lookBack.ts'
import type { MeasureAdministration } from '../../src/record/events.ts'
import { newId } from '../../src/shared/ids.ts'
import { realProduct } from '../helpers/pipeline.ts'
import { aMeasure } from '../outbox/events.ts'

const { measures, measurePlanRules } = await realProduct()
const share = measurePlanRules['look-back']['about-the-same']
const GOAL = [{ number: 1, words: 'See my mates' }]

const sent = (measure: string, day: number, total: number | null, goal?: number): MeasureAdministration => {
  const localDate = `2026-11-${String(day).padStart(2, '0')}`
  return aMeasure(newId(), {
    measure,
    localDate,
    occurredAt: `${localDate}T15:40:00.000Z`,
    answers: goal === undefined ? [] : [{ item: 'goal1', state: 'given', answer: goal }],
    score:
      total === null ? { state: 'not-scorable', reason: 'too few', rule: 'r' } : { state: 'scored', total, rule: 'r' },
  })
}
const phq9 = (...totals: (number | null)[]) => totals.map((total, n) => sent('phq-9', 3 + n, total))
const seen = (administrations: MeasureAdministration[]) => lookBack(administrations, GOAL, measures, share)

describe('what somebody sees of their own answers (brief 3.3)', () => {
  it.each<[string, (number | null)[], string | undefined]>([
    ['lighter', [14, 9], 'lighter'],
    ['heavier', [9, 14], 'heavier'],
    ['about the same within half of the reliable change', [9, 11], 'same'],
    ['heavier from half of it on', [9, 12], 'heavier'],
    ['against the time before, not the first', [20, 8, 12], 'heavier'],
    ['past one that could not be scored', [14, null, 9], 'lighter'],
    ['nothing of one score', [14], undefined],
  ])('%s', (_, totals, since) => {
    expect(seen(phq9(...totals))?.since).toBe(since)
  })

  it('is the line of what was sent in last, with no name of an instrument and no cut-off', () => {
    const back = seen([...phq9(14, 9), sent('gad-7', 20, 5), sent('gad-7', 27, 6)])!
    expect(back.line).toEqual({
      points: [
        { day: '2026-11-20', value: 5 },
        { day: '2026-11-27', value: 6 },
      ],
      min: 0,
      max: 21,
      heavier: 'up',
    })
    expect(JSON.stringify(back)).not.toMatch(/gad|phq|mild|moderate|severe|band/i)
  })

  it('has a ladder for a goal that was rated twice, and a declined rating is no rung', () => {
    const back = seen([sent('gbo', 3, null, 2), sent('gbo', 10, null), sent('gbo', 17, null, 5)])!
    expect(back.goals).toEqual([
      { number: 1, words: 'See my mates', points: [{ day: '2026-11-03', value: 2 }, { day: '2026-11-17', value: 5 }] },
    ]) // prettier-ignore
    expect(back.line).toBeUndefined()
  })

  it('is nothing while there is nothing to compare', () => {
    expect(seen([])).toBeUndefined()
    expect(seen([sent('gbo', 3, null, 2), ...phq9(4)])).toBeUndefined()
  })

  it('says the opposite for the opposite change', () => {
    const opposite = { lighter: 'heavier', heavier: 'lighter', same: 'same' } as const
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 27 }), fc.integer({ min: 0, max: 27 }), (a, b) => {
        expect(seen(phq9(a, b))!.since).toBe(opposite[seen(phq9(b, a))!.since!])
      }),
    )
  })
})
