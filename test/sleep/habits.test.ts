import fc from 'fast-check'
import { HABITS, habitAnswers, habitsLeft, habitsToTry, type HabitAnswer } from '../../src/sleep/habits.ts'
import { diaryEntry } from './sams-week.ts'

const portion = (habits: { habit: string; answer: string | null; up_for: number | null }[], at?: string) =>
  diaryEntry({ habits }, { name: 'sleep-checklist', ...(at === undefined ? {} : { at }) })

describe('the checklist (brief 1c)', () => {
  test('goes on where it stopped; what was passed over is not asked again', () => {
    const answers = habitAnswers([
      portion([
        { habit: 'wake-time', answer: 'no', up_for: 7 },
        { habit: 'morning-light', answer: null, up_for: null },
      ]),
    ])
    expect(habitsLeft(answers)).toEqual(HABITS.slice(2))
    expect(habitsLeft([])).toEqual([...HABITS])
  })

  test('of two answers about one habit the later counts', () => {
    const answers = habitAnswers([
      portion([{ habit: 'caffeine', answer: 'yes', up_for: null }], '2026-04-02T10:00'),
      portion([{ habit: 'caffeine', answer: 'no', up_for: 3 }], '2026-03-30T10:00'),
    ])
    expect(answers).toEqual([{ habit: 'caffeine', answer: 'yes', upFor: null }])
  })

  test('what somebody is most up for comes first; "yes" and "not up to me" are not proposed', () => {
    const answers: HabitAnswer[] = [
      { habit: 'wake-time', answer: 'no', upFor: 7 },
      { habit: 'morning-light', answer: 'yes', upFor: null },
      { habit: 'caffeine', answer: 'sometimes', upFor: 7 },
      { habit: 'phone-away', answer: 'sometimes', upFor: 9 },
      { habit: 'dark-quiet', answer: 'not-up-to-me', upFor: null },
      { habit: 'hunger', answer: 'no', upFor: null },
    ]
    expect(habitsToTry(answers)).toEqual(['phone-away', 'wake-time', 'caffeine', 'hunger'])
  })

  test('waking comes before anything else that is as welcome (fix waking first)', () => {
    const answer = fc.record({
      answer: fc.constantFrom('yes', 'sometimes', 'no', 'not-up-to-me', null),
      upFor: fc.option(fc.nat(10)),
    })
    fc.assert(
      fc.property(fc.array(answer, { minLength: HABITS.length, maxLength: HABITS.length }), (given) => {
        const answers = HABITS.map((habit, at): HabitAnswer => ({ habit, ...given[at]! }))
        const proposed = habitsToTry(answers).map((habit) => answers.find((one) => one.habit === habit)!)
        for (const [at, one] of proposed.entries()) {
          expect(['no', 'sometimes']).toContain(one.answer)
          const next = proposed[at + 1]
          if (next === undefined) continue
          expect(one.upFor ?? 0).toBeGreaterThanOrEqual(next.upFor ?? 0)
          if ((one.upFor ?? 0) === (next.upFor ?? 0))
            expect(HABITS.indexOf(one.habit)).toBeLessThan(HABITS.indexOf(next.habit))
        }
      }),
    )
  })
})
