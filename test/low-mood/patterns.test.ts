import fc from 'fast-check'
import { kindsOf } from '../../src/low-mood/kinds.ts'
import type { LoggedMoment, PartOfDay } from '../../src/low-mood/log.ts'
import { patternsIn } from '../../src/low-mood/patterns.ts'
import { AMIRAS_WEEK, moment, RULES } from './moments.ts'

const some = (n: number, given: Partial<LoggedMoment>) => Array.from({ length: n }, () => moment(given))

describe('patterns of a log (brief 1a, pattern feedback)', () => {
  it('shows people against alone with counts, in the week of scenario S1', () => {
    const { rated, enough, contrasts } = patternsIn(AMIRAS_WEEK, RULES)
    expect({ rated, enough }).toEqual({ rated: 8, enough: true })
    expect(contrasts).toContainEqual({
      about: 'people',
      label: '',
      higher: { mean: 5.7, n: 3 },
      lower: { mean: 2.4, n: 5 },
    })
  })

  it('stays hidden until there are six moments with a mood; a moment without one is none of them', () => {
    const five = [...some(3, { with: 'friends', mood: 9 }), ...some(2, { with: 'alone', mood: 1 })]
    expect(patternsIn([...five, moment({ with: 'alone' })], RULES)).toMatchObject({ enough: false, contrasts: [] })
    expect(patternsIn([...five, moment({ with: 'alone', mood: 1 })], RULES).contrasts).toHaveLength(1)
  })

  it.each([
    ['exactly 1.5 apart is shown', [6, 6, 7, 5, 5, 4.5 * 3 - 10], 1],
    ['a little less is not', [6, 6, 6, 5, 5, 4], 0],
  ])('%s', (_, [a, b, c, d, e, f], shown) => {
    const moments = [
      ...[a, b, c].map((mood) => moment({ with: 'friends', mood: mood! })),
      ...[d, e, f].map((mood) => moment({ with: 'alone', mood: Math.round(mood!) })),
    ]
    expect(patternsIn(moments, RULES).contrasts).toHaveLength(shown)
  })

  it('needs two moments on each side', () => {
    expect(
      patternsIn([...some(5, { with: 'alone', mood: 2 }), moment({ with: 'friends', mood: 9 })], RULES).contrasts,
    ).toEqual([])
  })

  it('shows that time alone went with a higher mood, but never where that would make less of family', () => {
    const alone = some(3, { with: 'alone', mood: 7 })
    expect(patternsIn([...alone, ...some(3, { with: 'friends', mood: 3 })], RULES).contrasts).toMatchObject([
      { about: 'alone', higher: { mean: 7, n: 3 }, lower: { mean: 3, n: 3 } },
    ])
    const family = [...some(2, { with: 'friends', mood: 3 }), moment({ with: 'family', mood: 3 })]
    expect(patternsIn([...alone, ...family], RULES).contrasts).toEqual([])
  })

  it('counts a pet neither as people nor as being alone', () => {
    const moments = [
      ...some(2, { with: 'pet', mood: 9 }),
      ...some(2, { with: 'friends', mood: 5 }),
      ...some(2, { with: 'alone', mood: 2 }),
    ]
    expect(patternsIn(moments, RULES).contrasts).toMatchObject([{ about: 'people', higher: { mean: 5, n: 2 } }])
  })

  it('names the part of the day and the kind of activity that went with a higher mood, three contrasts at most', () => {
    const moments = [
      ...some(3, { part: 'evening', activity: 'netball', with: 'friends', mood: 8 }),
      ...some(3, { part: 'morning', activity: 'in bed', with: 'alone', mood: 2 }),
    ]
    const { contrasts } = patternsIn(moments, RULES)
    expect(contrasts.map(({ about, label }) => [about, label])).toEqual(
      expect.arrayContaining([
        ['people', ''],
        ['time', 'evenings'],
        ['kind', 'moving about'],
      ]),
    )
    expect(contrasts).toHaveLength(3)
    // Rest is never held up as the low side by name.
    expect(contrasts.map(({ label }) => label)).not.toContain('resting')
  })

  it('takes words for what they say and guesses nothing', () => {
    expect(kindsOf('Scrolling, in bed…', RULES)).toEqual(['screens', 'rest'])
    expect(kindsOf('a brunch thing', RULES)).toEqual([])
  })

  const anyMoment = fc.record({
    day: fc.constant('2026-11-26'),
    part: fc.constantFrom<PartOfDay | undefined>('morning', 'afternoon', 'evening', 'night', undefined),
    activity: fc.constantFrom('netball', 'in bed', 'homework', 'lunch', undefined),
    with: fc.constantFrom('alone', 'family', 'friends', 'online', 'adult', 'pet', undefined),
    mood: fc.option(fc.integer({ min: 0, max: 10 }), { nil: undefined }),
    enjoyment: fc.constant(undefined),
    achievement: fc.constant(undefined),
    closeness: fc.constant(undefined),
    importance: fc.constant(undefined),
  })

  it('holds to its rules whatever was logged', () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { maxLength: 40 }), (moments) => {
        const { logged, rated, enough, contrasts } = patternsIn(moments, RULES)
        expect(logged).toBe(moments.length)
        expect(rated).toBe(moments.filter(({ mood }) => mood !== undefined).length)
        expect(enough).toBe(rated >= 6)
        if (!enough) expect(contrasts).toEqual([])
        expect(contrasts.length).toBeLessThanOrEqual(3)
        expect(new Set(contrasts.map(({ about }) => (about === 'alone' ? 'people' : about))).size).toBe(
          contrasts.length,
        )
        for (const { about, higher, lower } of contrasts) {
          // Means are rounded for showing: two roundings of 0.05 each.
          expect(higher.mean - lower.mean).toBeGreaterThanOrEqual(1.4)
          expect(Math.min(higher.n, lower.n)).toBeGreaterThanOrEqual(2)
          expect(higher.n + lower.n).toBeLessThanOrEqual(rated)
          if (about === 'alone')
            expect(moments.some((one) => one.with === 'family' && one.mood !== undefined)).toBe(false)
        }
      }),
    )
  })

  it('does not depend on the order, nor on where on the scale somebody rates', () => {
    fc.assert(
      fc.property(fc.array(anyMoment, { maxLength: 30 }), (moments) => {
        const shown = (list: readonly LoggedMoment[]) =>
          patternsIn(list, RULES)
            .contrasts.map(({ about, higher, lower }) => `${about} ${higher.n} ${lower.n}`)
            .sort()
        const found = patternsIn(moments, RULES).contrasts
        // Two parts of the day that are equally clear may stand for one another.
        expect(shown(moments.toReversed()).length).toBe(found.length)
        const lower = moments.map((one) => ({ ...one, mood: one.mood === undefined ? undefined : one.mood - 3 }))
        expect(shown(lower)).toEqual(shown(moments))
      }),
    )
  })
})
