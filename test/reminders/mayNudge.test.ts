import fc from 'fast-check'
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { mayNudge, isSchoolDay, type NudgeFacts } from '../../src/reminders/mayNudge.ts'
import { engagementOf } from '../../src/reminders/engagement.ts'
import { reminderRules } from '../../src/reminders/rules.ts'
import { BANDS } from '../../src/dialog-kit/index.ts'
import { instantOf, londonDay, londonDateTime, londonTime } from '../../src/shared/calendarDay.ts'

const rules = reminderRules.parse(
  parse(await readFile(new URL('../../content/reminders.yaml', import.meta.url), 'utf8')),
)
const facts = (local: string, more: Partial<NudgeFacts> = {}): NudgeFacts => ({
  now: instantOf(local),
  band: 'Y14-15',
  quiet: undefined,
  wants: 'on',
  held: false,
  nudgedAt: [],
  unanswered: 0,
  reserved: [],
  ...more,
})
const decided = (local: string, more: Partial<NudgeFacts> = {}) => {
  const decision = mayNudge(facts(local, more), rules)
  if (decision.now) return 'now'
  return 'later' in decision ? londonDateTime(decision.later) : decision.never
}

describe('coming first (brief 5.1)', () => {
  test.each<[string, string, string, Partial<NudgeFacts>?]>([
    ['after school on a school day', '2026-03-26T15:45', 'now'],
    ['silent in school, until it ends', '2026-03-26T11:00', '2026-03-26T15:30'],
    ['not silent on a Saturday', '2026-03-28T11:00', 'now'],
    ['not silent on Easter Monday, a bank holiday', '2026-04-06T11:00', 'now'],
    ['a parent hears in school hours', '2026-03-23T10:00', 'now', { band: 'P5-7' }],
    ['quiet from 20:30 for 14 to 15, and school follows at once', '2026-03-26T20:30', '2026-03-27T08:00'],
    ['quiet from 20:00 for 11 to 13', '2026-03-26T20:00', '2026-03-27T08:00', { band: 'Y11-13' }],
    ['21:29 is not quiet for 16 to 18', '2026-03-26T21:29', 'now', { band: 'Y16-18' }],
    ['quiet until 07:30 for carers', '2026-03-26T06:00', '2026-03-26T07:30', { band: 'P12+' }],
    ['own quiet times are added to the band’s', '2026-03-28T18:00', '2026-03-29T09:00', { quiet: { from: '17:00', until: '09:00' } }],
    ['the night in which the clocks go forward', '2026-03-28T23:30', '2026-03-29T08:00'],
    ['the night in which the clocks go back', '2026-10-24T23:30', '2026-10-25T08:00'],
    ['one a day: the next goes to tomorrow, same time', '2026-03-28T16:00', '2026-03-29T16:00', { nudgedAt: [instantOf('2026-03-28T10:40')] }],
    ['four a week', '2026-03-28T16:00', '2026-03-30T16:00', { nudgedAt: ['23', '24', '25', '26'].map((d) => instantOf(`2026-03-${d}T16:00`)) }],
    ['two a week for who wants fewer', '2026-03-28T16:00', '2026-04-01T16:00', { wants: 'few', nudgedAt: ['25', '26'].map((d) => instantOf(`2026-03-${d}T16:00`)) }],
    ['three in a row without an answer: nothing more', '2026-03-28T16:00', 'no-answer', { unanswered: 3 }],
    ['nothing during a hold (R8)', '2026-03-28T16:00', 'held', { held: true }],
    ['nothing for who turned them off', '2026-03-28T16:00', 'turned-off', { wants: 'off' }],
  ])('%s', (...[, local, expected, more]) => expect(decided(local, more)).toBe(expected)) // prettier-ignore

  test('is never in quiet or school hours, never over a cap, and always some time, whatever was sent before', () => {
    const start = instantOf('2026-01-01T00:00').getTime()
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 365 * 24 * 4 }),
        fc.constantFrom(...BANDS),
        fc.array(fc.integer({ min: 0, max: 7 * 24 }), { maxLength: 6 }),
        (quarter, band, hoursAgo) => {
          const now = new Date(start + quarter * 900_000)
          const nudgedAt = hoursAgo.map((h) => new Date(now.getTime() - h * 3_600_000))
          const decision = mayNudge({ ...facts('2026-01-01T00:00'), now, band, nudgedAt }, rules)
          const at = decision.now ? now : 'later' in decision ? decision.later : undefined
          expect(at).toBeDefined()
          const [day, time] = [londonDay(at!), londonTime(at!)]
          const { from, until } = rules.quiet[band]
          expect(time >= from || time < until).toBe(false)
          if (band.startsWith('Y') && isSchoolDay(day, rules)) expect(time >= '08:30' && time < '15:30').toBe(false)
          if (decision.now) expect(nudgedAt.map(londonDay)).not.toContain(day)
          else expect(at!.getTime()).toBeGreaterThan(now.getTime())
        },
      ),
    )
  })

  test('knows terms and inset days where the service has written them down', () => {
    const terms = { terms: [{ from: '2026-09-02', until: '2026-10-23' }], 'inset-days': ['2026-09-03'] }
    expect(isSchoolDay('2026-09-02', terms)).toBe(true)
    expect(isSchoolDay('2026-09-03', terms)).toBe(false)
    expect(isSchoolDay('2026-10-27', terms)).toBe(false)
  })
})

test.each([
  ['an entry two days ago', { daysSinceEntry: 2 }, 'active'],
  ['four days of silence', { daysSinceEntry: 4 }, 'quiet'],
  ['three nudges unanswered', { daysSinceEntry: 1, unanswered: 3 }, 'quiet'],
  ['a week', { daysSinceEntry: 7 }, 'no-contact'],
  ['a week and a missed session', { daysSinceEntry: 7, missedSession: true }, 'disengaging'],
  ['two weeks', { daysSinceEntry: 14 }, 'disengaging'],
  ['silence after a T2 question, whatever else', { daysSinceEntry: 0, worrying: true }, 'worried-silence'],
] as const)('%s is called what brief 5.2 calls it', (_, facts, expected) =>
  expect(engagementOf({ unanswered: 0, missedSession: false, worrying: false, ...facts }, rules.engagement)).toBe(
    expected,
  ),
)
