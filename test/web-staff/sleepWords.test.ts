import {
  changeTickWords,
  lengthWords,
  nightsWords,
  shiftWords,
  signWords,
  SLEEP_ROWS,
} from '../../src/web/staff/words/sleep.ts'

describe('sleep on the staff page', () => {
  test.each([
    [undefined, '–'],
    [45, '45 min'],
    [377.6, '6 h 18'],
    [59.6, '1 h 00'],
  ])('a length of %s minutes is "%s"', (minutes, words) => expect(lengthWords(minutes)).toBe(words))

  test('what there are no nights for is said to be missing, never zero', () => {
    expect(SLEEP_ROWS.map(([, words]) => words({ n: 0 }))).toEqual(SLEEP_ROWS.map(() => '–'))
  })

  test('a shift says which way, and is not there where one kind of night is missing', () => {
    expect(shiftWords(163.3)).toBe('Free nights run 2 h 43 later than school nights.')
    expect(shiftWords(-40)).toBe('Free nights run 40 min earlier than school nights.')
    expect(shiftWords(undefined)).toBeUndefined()
  })

  test('nights that were not ticked are neither done nor not done', () => {
    const change = { what: 'phone in the kitchen', days: 'every-day', of: 7 }
    expect(changeTickWords({ ...change, did: 5, partly: 0, no: 2 })).toBe('5 of 7 nights, 2 not')
    expect(changeTickWords({ ...change, did: 2, partly: 1, no: 0 })).toBe('2 of 7 nights, 1 in part, 4 not ticked')
  })

  test('signs are questions', () => {
    expect(signWords({ sign: 'told', what: 'snoring-gasping', on: '2026-03-29' })).toMatch(/snoring gasping.*\?$/)
    expect(signWords({ sign: 'long-awake', nights: 3, of: 5 })).toMatch(/3 of 5 nights.*\?$/)
    expect(signWords({ sign: 'little-sleep-yet-rested', nights: 2, of: 5 })).toMatch(/\?$/)
    expect(nightsWords({ valid: 5, declined: 2, short: 0, leftOut: 1 })).toMatch(/5 usable · 2 declined/)
  })
})
