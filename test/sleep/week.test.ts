import fc from 'fast-check'
import { readNights } from '../../src/sleep/diary.ts'
import { nightsUpTo, summariseWeek } from '../../src/sleep/week.ts'
import { diaryEntry, samsEntries } from './sams-week.ts'

describe("Sam's week (scenario S3)", () => {
  const nights = readNights(samsEntries())
  const week = summariseWeek(nights)

  test('has five usable nights and two declined, which are not zero', () => {
    expect(week).toMatchObject({ all: { n: 5 }, given: 5, declined: 2, leftOut: 0, enough: true })
  })

  test('pools sleep over time in bed, keeps school and free nights apart with their n, and gives the shift', () => {
    expect(week.all.se!.toFixed(1)).toBe('78.6')
    expect([week.school.n, Math.round(week.school.tst!)]).toEqual([3, 378])
    expect([week.free.n, Math.round(week.free.tst!)]).toEqual([2, 550])
    expect(Math.round(week.weekendShift!)).toBe(163)
  })

  test('is not enough with four nights, or without one before a free day', () => {
    expect(summariseWeek(nights.filter((night) => night.night_of !== '2026-03-23')).enough).toBe(false)
    const schoolOnly = nights.map((night) => ({ ...night, school_day_after: true }))
    expect(summariseWeek(schoolOnly)).toMatchObject({ enough: false, free: { n: 0 } })
    expect(summariseWeek(schoolOnly)).not.toHaveProperty('weekendShift')
  })
})

describe('reading a diary back', () => {
  const full = {
    night_of: '2026-03-23',
    into_bed: '22:30',
    tried_to_sleep: '23:15',
    sol_min: 45,
    wakings: 0,
    final_wake: '07:00',
    out_of_bed: '07:30',
    school_day_after: true,
  }

  test('what was written last about a night counts', () => {
    const nights = readNights([
      diaryEntry({ ...full, sol_min: 10 }, { at: '2026-03-24T12:00' }),
      diaryEntry(full, { at: '2026-03-24T07:00' }),
    ])
    expect(nights).toHaveLength(1)
    expect(nights[0]).toMatchObject({ sol_min: 10, figures: { tst: 455 } })
  })

  test.each([
    ['a time that was not given', { sol_min: undefined }, { leftOut: 1, given: 1 }],
    ['minutes awake that were not given, after waking twice', { wakings: 2 }, { leftOut: 1, given: 1 }],
    ['an implausible night', { sol_min: 400 }, { leftOut: 1, given: 1 }],
    ['times out of order', { out_of_bed: '06:00' }, { leftOut: 1, given: 1 }],
    ['a night remembered too late', { too_late: true }, { leftOut: 1, given: 1 }],
    ['the short form', { form: 'short', tried_to_sleep: undefined }, { leftOut: 0, short: 1, given: 1 }],
    ['a declined night', { night: 'declined' }, { leftOut: 0, declined: 1, given: 0 }],
  ])('%s is kept and stays out of averages, never as zero', (_, change, counts) => {
    const fields = Object.fromEntries(Object.entries({ ...full, ...change }).filter(([, value]) => value !== undefined))
    const week = summariseWeek(readNights([diaryEntry(fields)]))
    expect(week).toMatchObject({ all: { n: 0 }, school: { n: 0 }, ...counts })
    expect(week.all).toEqual({ n: 0 })
  })

  test('a night whose day after is not known counts among all, and among neither school nor free nights', () => {
    const { school_day_after: _, ...unknown } = full
    expect(summariseWeek(readNights([diaryEntry(unknown)]))).toMatchObject({
      all: { n: 1 },
      school: { n: 0 },
      free: { n: 0 },
    })
  })

  test('entries of other modules and broken ones are no nights', () => {
    expect(readNights([diaryEntry(full, { name: 'activity-log' }), diaryEntry({ night_of: 'monday' })])).toEqual([])
  })

  test('a week is its days, not its entries', () => {
    const nights = readNights(samsEntries())
    expect(nightsUpTo(nights, '2026-03-27', 3).map(({ night_of }) => night_of)).toEqual([
      '2026-03-25',
      '2026-03-26',
      '2026-03-27',
    ])
  })
})

test('a pooled share lies between the lowest and the highest of its nights', () => {
  const part = fc.record({ sol: fc.nat(200), waso: fc.nat(200) })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 14 }), (parts) => {
      const nights = readNights(
        parts.map(({ sol, waso }, n) =>
          diaryEntry({
            night_of: `2026-05-${String(n + 1).padStart(2, '0')}`,
            into_bed: '22:00',
            tried_to_sleep: '22:00',
            sol_min: sol,
            wakings: 1,
            waso_min: waso,
            final_wake: '08:00',
            out_of_bed: '08:10',
            school_day_after: n % 2 === 0,
          }),
        ),
      )
      const each = nights.map(({ figures }) => figures!.se)
      const { all, school, free } = summariseWeek(nights)
      expect(all.se).toBeGreaterThanOrEqual(Math.min(...each) - 1e-9)
      expect(all.se).toBeLessThanOrEqual(Math.max(...each) + 1e-9)
      expect(school.n + free.n).toBe(all.n)
    }),
  )
})
