import { addDays } from '../../src/shared/calendarDay.ts'
import { clockAt, earlierNights, isBackfilled, isTooLate, lastNight, momentIn, nightAt } from '../../src/sleep/night.ts'

describe('the night a time belongs to (brief 1c)', () => {
  test.each([
    ['2026-03-24T16:00', '2026-03-24', 'four in the afternoon begins the night'],
    ['2026-03-24T15:59', '2026-03-23', 'a minute before it still belongs to the night before'],
    ['2026-03-24T23:59', '2026-03-24', 'before midnight'],
    ['2026-03-25T00:00', '2026-03-24', 'midnight itself'],
    ['2026-03-25T12:05', '2026-03-24', 'waking after noon'],
    ['2026-01-01T01:30', '2025-12-31', 'over the new year'],
  ])('%s is of the night of %s: %s', (at, night) => {
    expect(nightAt(at)).toBe(night)
    expect(momentIn(night, at.slice(11))).toBe(at)
  })

  test('minutes after midnight are clock times again, on both sides of midnight', () => {
    expect([0, 90, -30, 725.5, -1, 1440].map(clockAt)).toEqual(['00:00', '01:30', '23:30', '12:05', '23:59', '00:00'])
  })
})

describe('when a diary may be given (brief 1c)', () => {
  const night = '2026-03-24'
  const on = (days: number, time: string) => `${addDays(night, days)}T${time}`
  test.each([
    [on(1, '05:59'), undefined],
    [on(1, '06:00'), night],
    [on(1, '13:59'), night],
    [on(1, '14:00'), undefined],
    [on(1, '00:30'), undefined],
    [on(1, '03:59'), undefined],
  ])('at %s last night is %s', (at, last) => expect(lastNight(at)).toBe(last))

  test.each([
    ['the morning after', on(1, '09:00'), false, false],
    ['the afternoon after', on(1, '15:00'), true, false],
    ['two mornings after', on(2, '09:00'), true, false],
    ['48 hours after its morning', on(3, '06:00'), true, false],
    ['a minute later', on(3, '06:01'), true, true],
  ])('%s it is backfilled: %s, %s; too late: %s', (_, at, backfilled, late) => {
    expect([isBackfilled(night, at), isTooLate(night, at)]).toEqual([backfilled, late])
  })

  test('earlier nights are those that can still be remembered, the nearest first, and none in the small hours', () => {
    expect(earlierNights(on(1, '15:00'))).toEqual([night, addDays(night, -1)])
    expect(earlierNights(on(1, '09:00'))).toEqual([addDays(night, -1)])
    expect(earlierNights(on(1, '00:00'))).toEqual([])
    expect(earlierNights(on(1, '03:59'))).toEqual([])
  })
})
