import { activeGoals, goalWords, nextGoalNumber } from '../../src/measures/goals.ts'

describe('goals (GBO)', () => {
  it('never gives a number twice, and has three in all (FACTS 5.9)', () => {
    expect(nextGoalNumber([])).toBe(1)
    expect(nextGoalNumber([{ number: 1 }])).toBe(2)
    // Number 2 was dropped and number 1 reached: both stay used.
    expect(nextGoalNumber([{ number: 2 }, { number: 1 }])).toBe(3)
    expect(nextGoalNumber([{ number: 3 }])).toBeUndefined()
  })

  it('asks about those that are being worked on, by number', () => {
    const goals = [
      { number: 3, state: 'active' as const },
      { number: 2, state: 'dropped' as const },
      { number: 1, state: 'active' as const },
    ]
    expect(activeGoals(goals).map(({ number }) => number)).toEqual([1, 3])
  })

  it.each([
    ['See my mates once a week', true],
    ['  go to  school 3 days  ', true],
    ['Kłaść się spać o 22', true],
    ['hi', false],
    ['two\nlines', false],
    ['be like {practitioner}', false],
    ['see www.example.org', false],
    ['ring 0800 1111 222', false],
    ['x'.repeat(141), false],
  ])('takes "%s" as a goal’s words: %s', (words, fits) => {
    expect(goalWords.safeParse(words).success).toBe(fits)
  })
})
