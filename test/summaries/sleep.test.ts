import { sleepSummary } from '../../src/summaries/sleep.ts'
import type { SleepEntry } from '../../src/sleep/diary.ts'
import { diaryEntry, samsEntries } from '../sleep/sams-week.ts'

const MONDAY = '2026-03-30T16:00'
const entry = (name: string, fields: SleepEntry['fields'], more: Partial<SleepEntry> = {}) =>
  diaryEntry(fields, { name, ...more })
const short = (night: string, change: SleepEntry['fields']) =>
  diaryEntry({
    night_of: night, into_bed: '02:00', tried_to_sleep: '02:00', sol_min: 5, wakings: 0,
    final_wake: '06:00', out_of_bed: '06:30', school_day_after: true, ...change,
  }) // prettier-ignore

describe('what the practitioner sees of sleep (brief 1c)', () => {
  test("Sam's week: nights with their n, school and free apart, pooled share, shift (S3)", () => {
    const summary = sleepSummary(samsEntries(), MONDAY)
    expect(summary.nights).toEqual({ valid: 5, declined: 2, short: 0, leftOut: 0 })
    expect(summary.enough).toBe(true)
    expect(summary.all.se!.toFixed(1)).toBe('78.6')
    expect(Math.round(summary.weekendShift!)).toBe(163)
    const { school, free } = summary
    expect([school.n, Math.round(school.tst!), school.bed, school.wake]).toEqual([3, 378, '23:01', '06:56'])
    expect([free.n, Math.round(free.tst!), free.bed, free.wake]).toEqual([2, 550, '00:05', '11:02'])
    expect([school.sol, Math.round(school.waso!), Math.round(school.phoneGap!)]).toEqual([45, 12, 40])
    expect(school.se!.toFixed(1)).toBe('75.9')
    expect(school.seAttempt!.toFixed(1)).toBe('82.5')
  })

  test('nothing is there of nothing: no zero stands for what was not given', () => {
    expect(sleepSummary([], MONDAY)).toEqual({
      nights: { valid: 0, declined: 0, short: 0, leftOut: 0 },
      all: { n: 0 },
      school: { n: 0 },
      free: { n: 0 },
      enough: false,
      rested: [],
      changes: [],
      notUpToThem: [],
      notes: [],
      noticed: [],
      signs: [],
    })
  })

  test('how rested is told by weeks, only from nights with the number', () => {
    const rested = (night: string, rested?: number) =>
      diaryEntry({ night_of: night, form: 'short', ...(rested === undefined ? {} : { rested }) })
    const entries = [rested('2026-03-20', 2), rested('2026-03-21'), rested('2026-03-22', 4), rested('2026-03-29', 6)]
    expect(sleepSummary(entries, MONDAY).rested).toEqual([
      { from: '2026-03-20', mean: 3, n: 2 },
      { from: '2026-03-27', mean: 6, n: 1 },
    ])
  })

  test('a change is told with its nights of seven, in part and not apart', () => {
    const plan = entry('sleep-plan', { habit: 'phone-away', what: 'phone in the kitchen' }, { at: '2026-03-20T16:00' })
    const ticks = ['did', 'did', 'partly', 'no'].map((outcome, n) =>
      entry('sleep-tick', { night_of: `2026-03-${26 + n}`, outcome }, { about: plan.id }),
    )
    expect(sleepSummary([plan, ...ticks], MONDAY).changes).toEqual([
      { what: 'phone in the kitchen', days: 'every-day', did: 2, partly: 1, no: 1, of: 7 },
    ])
  })

  test('signs for somebody else: told, awake for long on three nights, hardly asleep and well rested on two', () => {
    const read = entry('sleep-week', { noticed: 'weekends are late', signs: ['snoring-gasping', 'none'] })
    expect(sleepSummary([read], MONDAY)).toMatchObject({
      noticed: ['weekends are late'],
      signs: [{ sign: 'told', what: 'snoring-gasping', on: '2026-03-29' }],
    })
    const nights = ['2026-03-27', '2026-03-28', '2026-03-29']
    const awake = nights.map((night) => short(night, { sol_min: 31 }))
    expect(sleepSummary(awake, MONDAY).signs).toEqual([{ sign: 'long-awake', nights: 3, of: 3 }])
    expect(sleepSummary(awake.slice(1), MONDAY).signs).toEqual([])
    const lively = nights.slice(1).map((night) => short(night, { rested: 8 }))
    expect(sleepSummary(lively, MONDAY).signs).toEqual([{ sign: 'little-sleep-yet-rested', nights: 2, of: 2 }])
    expect(sleepSummary(nights.map((night) => short(night, {})), MONDAY).signs).toEqual([]) // prettier-ignore
  })

  test('notes stand with their night, and what is not up to them is named', () => {
    const checklist = entry('sleep-checklist', {
      habits: [{ habit: 'dark-quiet', answer: 'not-up-to-me', up_for: null }],
    })
    expect(sleepSummary([short('2026-03-29', { note: 'hot room' }), checklist], MONDAY)).toMatchObject({
      notes: [{ night: '2026-03-29', note: 'hot room' }],
      notUpToThem: ['dark-quiet'],
    })
  })
})
