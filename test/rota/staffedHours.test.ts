import { describe, expect, it } from '@jest/globals'
import { weekday } from '../../src/shared/calendarDay.ts'
import { bankHolidays } from '../../src/rota/bankHolidays.ts'
import { nextLook, nextLookWords } from '../../src/rota/nextLook.ts'
import { isOpen } from '../../src/rota/staffedTime.ts'
import { parseStaffedHours } from '../../src/rota/staffedHours.ts'
import { emptyRota } from '../helpers/rota.ts'

const hours = parseStaffedHours('Mon-Thu 09:00-17:00, Fri 09:30-13:00')
const words = (at: string, of = hours) => nextLookWords(nextLook(emptyRota(of), new Date(at)), new Date(at))

describe('bank holidays in England', () => {
  it.each([
    [
      2021,
      ['2021-01-01', '2021-04-02', '2021-04-05', '2021-05-03', '2021-05-31', '2021-08-30', '2021-12-27', '2021-12-28'],
    ],
    [
      2022,
      [
        '2022-01-03',
        '2022-04-15',
        '2022-04-18',
        '2022-05-02',
        '2022-06-02',
        '2022-06-03',
        '2022-08-29',
        '2022-09-19',
        '2022-12-26',
        '2022-12-27',
      ],
    ],
    [
      2026,
      ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ],
  ])('knows those of %d that fall on a weekday, with substitute and one-off days', (year, days) => {
    expect([...bankHolidays(year)].filter((day) => weekday(day) < 6)).toEqual(days)
  })
})

describe('staffed hours', () => {
  it.each([
    ['2026-11-18T09:00:00Z', true],
    ['2026-11-18T16:59:00Z', true],
    ['2026-11-18T17:00:00Z', false],
    ['2026-11-20T13:00:00Z', false],
    ['2026-11-21T10:00:00Z', false],
    ['2026-12-25T10:00:00Z', false],
    ['2026-07-01T08:30:00Z', true],
  ])('at %s somebody is there: %s', (at, staffed) => {
    expect(isOpen(emptyRota(hours), new Date(at))).toBe(staffed)
  })

  it.each([
    ['2026-11-18T10:00:00Z', 'today 17:00'],
    ['2026-11-18T07:00:00Z', 'today 9:00'],
    ['2026-11-18T22:40:00Z', 'tomorrow 9:00'],
    ['2026-11-20T20:00:00Z', 'Mon 9:00'],
    ['2026-12-24T22:00:00Z', 'Tue 9:00'],
  ])('at %s the next look is %s', (at, expected) => {
    expect(words(at)).toBe(expected)
  })

  it('names the date when the next look is a week or more away', () => {
    expect(words('2026-12-23T18:00:00Z', parseStaffedHours('Wed 10:00-12:00'))).toBe('Wed 30 Dec 10:00')
  })

  it('keeps the clock time in England when the clocks change in between', () => {
    expect(nextLook(emptyRota(hours), new Date('2026-03-28T12:00:00Z')).at.toISOString()).toBe(
      '2026-03-30T08:00:00.000Z',
    )
  })

  it.each(['', 'always', 'Mon-Fri', 'Mon-Fri 17:00-09:00', 'Fri-Mon 09:00-17:00', 'Mon 25:00-26:00'])(
    'refuses "%s"',
    (text) => {
      expect(() => parseStaffedHours(text)).toThrow('cannot be used')
    },
  )
})
