import { adherence, changesNow, isMeantFor, roundOf, ticksOf } from '../../src/sleep/changes.ts'
import type { SleepEntry } from '../../src/sleep/diary.ts'
import { diaryEntry } from './sams-week.ts'

const id = (n: number) => `11111111-0000-4000-8000-${String(n).padStart(12, '0')}`
const plan = (n: number, fields: SleepEntry['fields'], about: string | null = null) =>
  diaryEntry(fields, { name: 'sleep-plan', id: id(n), about, at: `2026-04-0${n}T10:00` }) // prettier-ignore
const tick = (of: number, day: number, outcome: string) =>
  diaryEntry(
    { night_of: `2026-04-${String(day).padStart(2, '0')}`, outcome },
    { name: 'sleep-tick', about: id(of), at: `2026-04-${String(day + 1).padStart(2, '0')}T08:00` },
  )
const notDone = (of: number, day: number) =>
  diaryEntry({}, { name: 'not-done', about: id(of), at: `2026-04-${String(day + 1).padStart(2, '0')}T08:01` }) // prettier-ignore

const wake = plan(1, { habit: 'wake-time', what: 'up by 9:30', days: 'free-nights' })
const phone = plan(2, { habit: 'phone-away', what: 'phone in the kitchen' })

describe('changes that are being tried (brief 1c)', () => {
  test('are those planned, unless another took their place or they were ended', () => {
    expect(changesNow([wake, phone])).toMatchObject([
      { plan: id(1), habit: 'wake-time', what: 'up by 9:30', days: 'free-nights' },
      { plan: id(2), what: 'phone in the kitchen', days: 'every-day' },
    ])
    const smaller = plan(3, { habit: 'wake-time', what: 'up by 9:30', smaller: 'lamp on at 9:30' }, id(1))
    expect(changesNow([wake, phone, smaller]).map(({ what }) => what)).toEqual([
      'phone in the kitchen',
      'up by 9:30: lamp on at 9:30',
    ])
    expect(changesNow([phone, diaryEntry({}, { name: 'sleep-change-ended', about: id(2) })])).toEqual([])
  })

  test.each([
    ['a Friday night', '2026-04-03', undefined, true],
    ['a Sunday night', '2026-04-05', undefined, false],
    ['a weekday night that the diary calls free', '2026-04-07', false, true],
    ['a Saturday night before work', '2026-04-04', true, false],
    ['a night before it was planned', '2026-03-28', undefined, false],
  ])('one for free nights on %s', (_, night, school, meant) => {
    expect(isMeantFor(changesNow([wake])[0]!, night, school)).toBe(meant)
  })

  test('five of seven: done, in part and not are counted apart, what was not ticked is none of them', () => {
    const ticks = ticksOf([
      ...[1, 2, 3, 4, 5].map((day) => tick(2, day, 'did')),
      tick(2, 6, 'partly'),
      tick(2, 7, 'did'),
      tick(2, 7, 'no'),
    ])
    const change = changesNow([phone])[0]!
    expect(adherence(change, ticks, '2026-04-07')).toEqual({ did: 5, partly: 1, no: 1, of: 7 })
    expect(adherence(change, ticks, '2026-04-09')).toEqual({ did: 3, partly: 1, no: 1, of: 7 })
    expect(adherence(change, [], '2026-04-07')).toEqual({ did: 0, partly: 0, no: 0, of: 7 })
  })

  test('rounds of "not done" count over what it was made smaller to, and begin again once something was done', () => {
    const smaller = plan(3, { habit: 'phone-away', what: 'phone in the kitchen', smaller: '15 minutes' }, id(2))
    expect(roundOf(id(2), [phone])).toBe(1)
    expect(roundOf(id(3), [phone, tick(2, 3, 'no'), notDone(2, 3), smaller])).toBe(2)
    expect(roundOf(id(3), [phone, tick(2, 3, 'no'), notDone(2, 3), smaller, tick(3, 4, 'partly')])).toBe(1)
  })
})
