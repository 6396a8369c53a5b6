import fc from 'fast-check'
import type { LowMoodEntry } from '../../src/low-mood/log.ts'
import { mayPlan, onlyJobs, plansOf, toReview, wasLower } from '../../src/low-mood/plans.ts'
import { RULES } from './moments.ts'

let n = 0
const entry = (
  name: string,
  at: string,
  fields: LowMoodEntry['fields'],
  more: Partial<LowMoodEntry> = {},
): LowMoodEntry => ({ id: `e${++n}`, name, fields, about: null, at, ...more })

/** The plan of scenario S1: made on Wednesday for Thursday, not done, halved for Saturday, done. */
const DANCE = [
  entry(
    'activity-plan',
    '2026-12-16T16:45',
    { activity: 'dance video', area: 'me', date: '2026-12-17', time: '17:15' },
    { id: 'dance' },
  ),
  entry('activity-check-in', '2026-12-18T17:20', { outcome: 'not-yet' }, { about: 'dance' }),
  entry('not-done', '2026-12-18T17:21', { change: 'halved', new_time: '2026-12-19T17:15' }, { about: 'dance' }),
  entry('activity-check-in', '2026-12-19T18:00', { outcome: 'done' }, { about: 'dance' }),
  entry(
    'activity-review',
    '2026-12-19T18:02',
    { outcome: 'done', mood_before: 3, mood_after: 5, enjoyment: 6, expected_enjoyment: 2 },
    { about: 'dance' },
  ),
]

describe('plans and what became of them (brief 1a)', () => {
  it('counts a new time as another time it was planned: planned 2, done 1, part 0 (S1)', () => {
    expect(plansOf(DANCE)).toMatchObject([
      { activity: 'dance video', when: '2026-12-19T17:15', times: 2, outcomes: ['not', 'done'] },
    ])
  })

  it.each([
    ['before its time', 1, '2026-12-17T17:00', false],
    ['from its time on', 1, '2026-12-17T17:15', true],
    ['once it was said to be not done, until the new time', 3, '2026-12-19T17:00', false],
    ['at the new time', 3, '2026-12-19T17:15', true],
    ['when it was done', 5, '2026-12-20T17:15', false],
  ])('is to be looked back at %s', (_, known, now, wanted) => {
    expect(toReview(plansOf(DANCE.slice(0, known)), now).length > 0).toBe(wanted)
  })

  it('asks after a plan without a day from the day after', () => {
    const plans = plansOf([entry('activity-plan', '2026-12-16T16:45', { activity: 'draw' })])
    expect(toReview(plans, '2026-12-16T23:59')).toEqual([])
    expect(toReview(plans, '2026-12-17T00:00')).toHaveLength(1)
  })

  it('opens at most two new plans a week, and none beside one that was not looked back at', () => {
    const done = (day: string, id: string) => [
      entry('activity-plan', `${day}T16:00`, { activity: id, date: day, time: '17:00' }, { id }),
      entry('activity-check-in', `${day}T18:00`, { outcome: 'done' }, { about: id }),
    ]
    const one = done('2026-12-14', 'a')
    const two = [...one, ...done('2026-12-16', 'b')]
    expect(mayPlan(plansOf(one), '2026-12-17T16:00', RULES)).toBe(true)
    expect(mayPlan(plansOf(two), '2026-12-17T16:00', RULES)).toBe(false)
    expect(mayPlan(plansOf(two), '2026-12-21T16:01', RULES)).toBe(true)
    expect(mayPlan(plansOf(one.slice(0, 1)), '2026-12-17T16:00', RULES)).toBe(false)
    expect(mayPlan(plansOf(one.slice(0, 1)), '2026-12-17T16:00', RULES, 'a')).toBe(true)
  })

  it('never lets there be two that were not looked back at, whatever is done in whatever order', () => {
    const step = fc.record({ days: fc.integer({ min: 0, max: 4 }), hears: fc.boolean(), withDay: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const entries: LowMoodEntry[] = []
        let day = Date.parse('2026-12-01')
        for (const { days, hears, withDay } of steps) {
          day += days * 86_400_000
          const today = new Date(day).toISOString().slice(0, 10)
          const now = `${today}T18:00`
          const open = toReview(plansOf(entries), now)
          expect(open.length).toBeLessThanOrEqual(1)
          if (hears && open[0])
            entries.push(entry('activity-check-in', now, { outcome: 'not-yet' }, { about: open[0].id }))
          // As the start offers it: nothing while one is ahead.
          const ahead = plansOf(entries).some((plan) => plan.outcomes.length < plan.times)
          if (!ahead && mayPlan(plansOf(entries), now, RULES))
            entries.push(
              entry('activity-plan', now, withDay ? { activity: 'x', date: today, time: '17:00' } : { activity: 'x' }),
            )
          const week = plansOf(entries).filter(
            ({ madeAt }) => madeAt > new Date(day - 7 * 86_400_000).toISOString().slice(0, 10) + 'T18:00',
          )
          expect(week.length).toBeLessThanOrEqual(2)
        }
      }),
    )
  })

  it.each([
    ['one job is no pattern', [['things', 'homework']], false],
    [
      'jobs by area or by their words',
      [
        ['things', 'homework'],
        [undefined, 'hoover my room'],
      ],
      true,
    ],
    [
      'one of another kind among them',
      [
        ['things', 'homework'],
        ['people', 'text Mia'],
        [undefined, 'chores'],
      ],
      false,
    ],
    [
      'only the latest three count',
      [
        ['me', 'draw'],
        ['things', 'form'],
        ['things', 'desk'],
        ['things', 'maths'],
      ],
      true,
    ],
  ])('asks for one for oneself after nothing but jobs: %s', (_, made, balance) => {
    const plans = made.map(([area, activity], i) =>
      entry('activity-plan', `2026-12-0${i + 1}T16:00`, { area, activity }),
    )
    expect(onlyJobs(plansOf(plans), RULES)).toBe(balance)
  })

  it('knows whether mood was two lower after the same activity the last time, however it was written', () => {
    const review = (id: string, activity: string, at: string, before: number, after?: number) => [
      entry('activity-plan', at, { activity }, { id }),
      entry('activity-review', at, { mood_before: before, mood_after: after }, { about: id }),
    ]
    const plans = plansOf([
      ...review('a', 'Town with Jo', '2026-12-01T16:00', 6, 4),
      ...review('b', 'draw', '2026-12-02T16:00', 6, 5),
      ...review('c', 'town with jo', '2026-12-03T16:00', 6),
    ])
    expect(wasLower(plans, 'town with Jo!', RULES)).toBe(true)
    expect(wasLower(plans, 'draw', RULES)).toBe(false)
    expect(wasLower(plans, 'swim', RULES)).toBe(false)
  })
})
