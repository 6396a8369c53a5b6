import fc from 'fast-check'
import {
  lastWorryTime,
  latestBefore,
  mayBegin,
  namedTime,
  nextWorryTime,
  openWorryTime,
} from '../../src/worry/worryTime.ts'

const daily = { time: '17:30', days: 'every-day' } as const
const schoolDays = { time: '17:30', days: 'school-days' } as const

describe('when worry time is (brief 1b)', () => {
  test.each([
    ['a day has one still to come', nextWorryTime(daily, '2026-11-24T17:29'), '2026-11-24T17:30'],
    ['at its very minute the next is tomorrow', nextWorryTime(daily, '2026-11-24T17:30'), '2026-11-25T17:30'],
    ['at night it is the next day', nextWorryTime(daily, '2026-11-23T22:40'), '2026-11-24T17:30'],
    ['after midnight it is the same day', nextWorryTime(daily, '2026-11-24T00:40'), '2026-11-24T17:30'],
    ['on a Friday evening, school days only', nextWorryTime(schoolDays, '2026-11-27T20:00'), '2026-11-30T17:30'],
    ['the last one before a Monday morning', lastWorryTime(schoolDays, '2026-11-30T09:00'), '2026-11-27T17:30'],
    ['open at its time', openWorryTime(daily, '2026-11-24T17:30'), '2026-11-24T17:30'],
    ['open a little early', openWorryTime(daily, '2026-11-24T17:15'), '2026-11-24T17:30'],
    ['not half an hour early', openWorryTime(daily, '2026-11-24T17:00'), undefined],
    ['still open at 20:29', openWorryTime(daily, '2026-11-24T20:29'), '2026-11-24T17:30'],
    ['never after 20:30', openWorryTime(daily, '2026-11-24T20:30'), undefined],
    ['not on a Saturday where it is school days', openWorryTime(schoolDays, '2026-11-28T17:30'), undefined],
    ['named by the clock within a day', namedTime('2026-11-24T17:30', '2026-11-23T22:40'), '17:30'],
    ['named with its day beyond that', namedTime('2026-11-30T17:30', '2026-11-27T20:00'), 'Monday, 17:30'],
    ['the latest is 90 minutes before bed', latestBefore('20:00'), '18:30'],
    ['and never after 19:30', latestBefore('23:00'), '19:30'],
    ['a bedtime after midnight leaves 19:30', latestBefore('00:30'), '19:30'],
  ])('%s', (_, found, expected) => expect(found).toBe(expected))

  const clock = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`)

  it('begins between 16:30 and 19:30, and 90 minutes or more before bed', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 18 * 60, max: 23 * 60 + 59 }), (time, bed) => {
        const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
        const bedtime = `${Math.floor(bed / 60)}:${String(bed % 60).padStart(2, '0')}`
        expect(mayBegin(time, bedtime)).toBe(minutes >= 990 && minutes <= 1170 && minutes <= bed - 90)
      }),
    )
  })

  it('always has a next one within four days, after now', () => {
    fc.assert(
      fc.property(clock, fc.integer({ min: 1, max: 28 }), fc.boolean(), (time, day, everyDay) => {
        const now = `2026-03-${String(day).padStart(2, '0')}T${time}`
        const next = nextWorryTime({ time: '17:30', days: everyDay ? 'every-day' : 'school-days' }, now)
        expect(next > now).toBe(true)
        expect(Date.parse(`${next}Z`) - Date.parse(`${now}Z`)).toBeLessThanOrEqual(4 * 86_400_000)
      }),
    )
  })
})
