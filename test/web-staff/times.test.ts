import { instantOf as instantByTemporal } from '../../src/shared/calendarDay.ts'
import {
  ageWords,
  agoWords,
  dayWords,
  instantOf,
  localInput,
  londonDay,
  whenWords,
} from '../../src/web/staff/words/times.ts'
import { valueWords } from '../../src/web/staff/words/values.ts'

const now = new Date('2026-03-28T18:00:00Z') // the evening before the clocks go forward

describe('times on the staff page', () => {
  test.each([
    ['2026-03-28T17:44:00Z', 'today 17:44'],
    ['2026-03-27T23:59:00Z', 'yesterday 23:59'],
    ['2026-03-29T08:30:00Z', 'tomorrow 09:30'],
    ['2026-03-31T08:30:00Z', 'Tue 09:30'],
    ['2026-03-19T17:44:00Z', 'Thu 19 Mar 17:44'],
    ['2025-12-31T23:30:00Z', 'Wed, 31 Dec 2025 23:30'],
  ])('%s is read as "%s", in England’s time with the day named', (iso, words) => {
    expect(whenWords(iso, now)).toBe(words)
  })

  test('a moment just before midnight in summer belongs to the next day in England', () => {
    expect(londonDay(new Date('2026-06-30T23:30:00Z'))).toBe('2026-07-01')
  })

  test.each([
    [20, 'just now', 'just now'],
    [14 * 60, '14 min', '14 min ago'],
    [120 * 60, '2 h', '2 h ago'],
    [125 * 60, '2 h 5 min', '2 h 5 min ago'],
    [25 * 3600, '1 day', '1 day ago'],
    [80 * 3600, '3 days', '3 days ago'],
  ])('%i seconds ago is "%s"', (seconds, age, ago) => {
    const iso = new Date(now.getTime() - seconds * 1000).toISOString()
    expect(ageWords(iso, now)).toBe(age)
    expect(agoWords(iso, now)).toBe(ago)
  })

  test.each([
    '2026-01-15T09:30', '2026-07-15T09:30', '2026-03-29T00:59', '2026-03-29T01:30', '2026-03-29T02:00',
    '2026-10-25T00:30', '2026-10-25T01:30', '2026-10-25T02:00', '2026-12-31T23:59',
  ])('a next session typed as %s is the same instant as by the calendar library, clock changes included', (local) => {
    expect(instantOf(local)).toBe(instantByTemporal(local).toISOString())
  }) // prettier-ignore

  test('a time outside a clock change comes back as it was typed', () => {
    expect(localInput(instantOf('2026-07-15T09:30') ?? '')).toBe('2026-07-15T09:30')
    expect(instantOf('soon')).toBeNull()
  })
})

describe('saved values on the staff page', () => {
  test.each([
    [0, '0'],
    [false, 'No'],
    ['part-of-it', 'Part of it'],
    ['walk with sam - short one', 'walk with sam - short one'],
    ['2026-03-29T17:15', 'tomorrow 17:15'],
    ['2026-03-19', 'Thu, 19 Mar 2026'],
    [['people', 'place'], 'people, place'],
    [{ moodBefore: 3, note: 'ok' }, 'Mood before: 3; Note: ok'],
  ])('%j is read as "%s"', (value, words) => {
    expect(valueWords(value, now)).toBe(words)
  })

  test('an empty value shows nothing, and 0 is not empty', () => {
    expect([null, undefined, '', [], {}].map((value) => valueWords(value, now))).toEqual([null, null, null, null, null])
    expect(dayWords('2026-03-29')).toBe('Sun, 29 Mar 2026')
  })
})
