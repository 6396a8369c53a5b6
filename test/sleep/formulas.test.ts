import fc from 'fast-check'
import { addDays } from '../../src/shared/calendarDay.ts'
import { implausibleIn, reckonNight, type NightTimes } from '../../src/sleep/formulas.ts'
import { clockAt } from '../../src/sleep/night.ts'
import { SAMS_WEEK } from './sams-week.ts'

describe('one night, worked out (brief 1c, scenario S3)', () => {
  test.each(SAMS_WEEK.map((night) => [night.night, night] as const))('%s', (_, night) => {
    const figures = reckonNight(night)!
    expect({
      tib: figures.tib,
      tst: figures.tst,
      se: figures.se.toFixed(1),
      seAttempt: figures.seAttempt.toFixed(1),
      midSleep: clockAt(figures.midSleep),
    }).toEqual({ tib: night.tib, tst: night.tst, se: night.se, seAttempt: night.seAttempt, midSleep: night.midSleep })
  })

  const night: NightTimes = {
    night: '2026-03-24',
    intoBed: '22:30',
    tried: '23:00',
    solMin: 20,
    wasoMin: 10,
    finalWake: '07:00',
    outOfBed: '07:30',
  }

  test.each([
    ['the clocks go back in the night: an hour more', '2026-10-24', 600],
    ['the clocks go forward in the night: an hour less', '2026-03-28', 480],
    ['any other night', '2026-10-25', 540],
  ])('%s', (_, day, tib) => expect(reckonNight({ ...night, night: day })!.tib).toBe(tib))

  test('an hour that comes twice is taken so that the night keeps its order', () => {
    const late = { ...night, night: '2026-10-24', intoBed: '00:50', tried: '01:50', solMin: 30, finalWake: '01:40', outOfBed: '08:00' } // prettier-ignore
    expect(reckonNight(late)).toMatchObject({ spt: 20, phoneGap: 60 })
  })

  test.each([
    ['lights out before getting into bed', { tried: '22:00' }],
    ['awake before falling asleep', { finalWake: '23:10', outOfBed: '23:30' }],
    ['awake at the very minute of falling asleep', { finalWake: '23:20' }],
    ['up before waking', { outOfBed: '06:30' }],
    ['11 in the morning for 11 at night', { intoBed: '10:30', tried: '11:00' }],
  ])('%s is no order of a night', (_, change) => {
    expect(reckonNight({ ...night, ...change })).toBeUndefined()
    expect(implausibleIn({ ...night, ...change })).toEqual(['order'])
  })

  test.each([
    ['two hours of sleep', { finalWake: '01:30', outOfBed: '01:30' }, []],
    ['less than two hours', { finalWake: '01:29', outOfBed: '01:30' }, ['sleep-under-2-hours']],
    ['fourteen hours', { finalWake: '13:30', outOfBed: '14:00' }, []],
    ['more than fourteen', { finalWake: '13:31', outOfBed: '14:00' }, ['sleep-over-14-hours']],
    ['four hours to fall asleep', { solMin: 240 }, []],
    ['longer', { solMin: 241 }, ['over-4-hours-to-sleep']],
    ['awake longer than from sleep to waking', { wasoMin: 461 }, ['sleep-under-2-hours', 'awake-longer-than-asleep']],
  ])('%s', (_, change, found) => expect(implausibleIn({ ...night, ...change })).toEqual(found))
})

describe('any night in order', () => {
  /** Lengths of the parts of a night, from a bedtime in the evening or the small hours, up before four in the afternoon. */
  const anyNight = fc
    .record({
      day: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2025-01-01', days)),
      bed: fc.integer({ min: -360, max: 240 }),
      gap: fc.integer({ min: 0, max: 120 }),
      sol: fc.integer({ min: 0, max: 120 }),
      spt: fc.integer({ min: 1, max: 420 }),
      linger: fc.integer({ min: 0, max: 59 }),
      waso: fc.nat(100),
    })
    .map(({ day, bed, gap, sol, spt, linger, waso }) => ({
      parts: { gap, sol, spt, linger, waso: Math.min(waso, spt) },
      times: {
        night: day,
        intoBed: clockAt(bed),
        tried: clockAt(bed + gap),
        solMin: sol,
        wasoMin: Math.min(waso, spt),
        finalWake: clockAt(bed + gap + sol + spt),
        outOfBed: clockAt(bed + gap + sol + spt + linger),
      } satisfies NightTimes,
    }))
  /** The clocks change in the night before the last Sunday of March and of October. */
  const changes = (night: string) => {
    const morning = addDays(night, 1)
    const sunday = new Date(`${morning}T12:00:00Z`).getUTCDay() === 0
    const last = Number(morning.slice(8)) > 24
    return sunday && last && (morning.slice(5, 7) === '03' || morning.slice(5, 7) === '10')
  }

  test('is made of its parts, sleeps no longer than it lies, and its two shares stand in their order', () => {
    fc.assert(
      fc.property(anyNight, ({ times, parts }) => {
        const figures = reckonNight(times)
        if (changes(times.night)) return
        expect(figures).toMatchObject({ phoneGap: parts.gap, spt: parts.spt, linger: parts.linger })
        expect(figures!.tib).toBe(parts.gap + parts.sol + parts.spt + parts.linger)
        expect(figures!.tst).toBe(parts.spt - parts.waso)
        expect(figures!.se).toBeLessThanOrEqual(figures!.seAttempt)
        expect(figures!.seAttempt).toBeLessThanOrEqual(100)
      }),
    )
  })

  test('is an hour longer or shorter in bed when the clocks change while somebody sleeps, and the same on any other day', () => {
    const usual = { intoBed: '22:30', tried: '23:00', solMin: 20, wasoMin: 0, finalWake: '07:00', outOfBed: '07:30' }
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 3000 }).map((days) => addDays('2024-01-01', days)),
        (night) => {
          const spring = addDays(night, 1).slice(5, 7) === '03'
          const expected = changes(night) ? (spring ? 480 : 600) : 540
          expect({ night, tib: reckonNight({ night, ...usual })!.tib }).toEqual({ night, tib: expected })
        },
      ),
    )
  })
})
