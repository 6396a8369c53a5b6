import fc from 'fast-check'
import { readNights } from '../../src/sleep/diary.ts'
import { readTogether } from '../../src/sleep/together.ts'
import { diaryEntry, samsEntries } from './sams-week.ts'

/** A night of eight hours, from half past ten; `at` counts the days of May. */
const night = (at: number, school: boolean, change: { tried?: string; finalWake?: string } = {}) =>
  diaryEntry({
    night_of: `2026-05-${String(at).padStart(2, '0')}`,
    into_bed: change.tried ?? '22:30',
    tried_to_sleep: change.tried ?? '22:30',
    sol_min: 0,
    wakings: 0,
    final_wake: change.finalWake ?? '06:30',
    out_of_bed: change.finalWake ?? '06:30',
    school_day_after: school,
  })
const read = (entries: ReturnType<typeof diaryEntry>[]) => readTogether(readNights(entries))

describe('what a young person sees of their own diary (brief 1c)', () => {
  test('Sam: school nights about 6 hours 20, free nights about 2¾ hours later, each with its n (S3)', () => {
    expect(read(samsEntries())).toEqual({
      read: {
        school: { nights: 3, hours: 6, minutes: 20 },
        free: { nights: 2, hours: 9, minutes: 10 },
        shift: { way: 'later', hours: '2¾' },
        bed: { from: '22:30', until: '00:40' },
        wake: { from: '06:50', until: '12:05' },
        steady: false,
      },
    })
  })

  test.each([
    ['nothing yet', [], { nights: 5, free: 1 }],
    ['four nights with a free one', [1, 2, 3, 4].map((at) => night(at, at > 1)), { nights: 1, free: 0 }],
    ['five school nights', [1, 2, 3, 4, 5].map((at) => night(at, true)), { nights: 0, free: 1 }],
  ])('with %s it says what is still needed and reads nothing', (_, entries, needed) => {
    expect(read(entries)).toEqual({ needed })
  })

  test.each([
    ['06:40', { way: 'same' }],
    ['07:30', { way: 'later-minutes', minutes: 30 }],
    ['08:30', { way: 'later-hour' }],
    ['09:00', { way: 'later', hours: '1¼' }],
    ['05:00', { way: 'earlier' }],
  ])('a free night that ends at %s is told as %j', (finalWake, shift) => {
    const entries = [...[1, 2, 3, 4].map((at) => night(at, true)), night(5, false, { finalWake })]
    expect(read(entries)).toMatchObject({ read: { shift } })
  })

  test('waking within about an hour all week is steady; nights in the holidays are read without school nights', () => {
    const holidays = [1, 2, 3, 4, 5].map((at) => night(at, false, { finalWake: at === 5 ? '07:30' : '06:30' }))
    expect(read(holidays)).toMatchObject({ read: { steady: true, free: { nights: 5, hours: 8, minutes: 10 } } })
    expect(read(holidays)).not.toHaveProperty('read.school')
    expect(read([...holidays.slice(0, 4), night(5, false, { finalWake: '07:31' })])).toMatchObject({
      read: { steady: false },
    })
  })

  test('nothing in it is a share of anything, and minutes are said by tens', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ waso: fc.nat(100), free: fc.boolean() }), { minLength: 5, maxLength: 14 }),
        (nights) => {
          const found = read(
            nights.map(({ waso, free }, at) => {
              const entry = night(at + 1, !free || at > 0 ? !free : false)
              return { ...entry, fields: { ...entry.fields, wakings: 1, waso_min: waso } }
            }),
          )
          if (!('read' in found)) return
          for (const said of [found.read.school, found.read.free])
            if (said) {
              expect(said.minutes % 10).toBe(0)
              expect(said.minutes).toBeLessThan(60)
              expect(said.hours).toBeLessThanOrEqual(8)
            }
          expect(JSON.stringify(found)).not.toMatch(/%|se"|efficiency/i)
        },
      ),
    )
  })
})
