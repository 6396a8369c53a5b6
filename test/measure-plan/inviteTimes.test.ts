import fc from 'fast-check'
import { inviteTimes } from '../../src/measure-plan/inviteTimes.ts'
import { parseStaffedHours } from '../../src/rota/staffedHours.ts'
import { hoursOn } from '../../src/rota/staffedTime.ts'
import { instantOf, londonDateTime, londonDay, londonTime } from '../../src/shared/calendarDay.ts'
import { realProduct } from '../helpers/pipeline.ts'

const rules = (await realProduct()).measurePlanRules
const opening = (hours = 'Mon-Fri 09:00-17:00', closures: string[] = []) => ({
  hours: parseStaffedHours(hours),
  closures: new Set(closures),
})
const always = () => true
const times = (session: string, hours?: string, mayBegin: (at: Date) => boolean = always, closures: string[] = []) => {
  const found = inviteTimes(instantOf(session), rules, opening(hours, closures), mayBegin)
  return found && [found.inviteAt, ...found.remindAt].map(londonDateTime)
}

describe('when somebody is invited to what is due before a session (brief 3.2.1)', () => {
  it.each<[string, string[] | undefined, string[]]>([
    ['the day before, and once more that morning', times('2026-11-25T15:30'), ['2026-11-24T15:30', '2026-11-25T08:00']],
    ['on Friday for a Monday session', times('2026-11-23T10:00'), ['2026-11-20T15:30', '2026-11-22T10:30', '2026-11-23T08:00']],
    ['on Thursday where Friday closes at one', times('2026-11-23T10:00', 'Mon-Thu 09:00-17:00, Fri 09:00-13:00'), ['2026-11-19T15:30', '2026-11-22T10:30', '2026-11-23T08:00']],
    ['before Christmas for the first working day', times('2026-12-29T10:00'), ['2026-12-24T15:30', '2026-12-28T08:00', '2026-12-29T08:00']],
    ['before a day on which the service is closed', times('2026-11-26T10:00', undefined, always, ['2026-11-25']), ['2026-11-24T15:30', '2026-11-25T08:00', '2026-11-26T08:00']],
    ['in summer time by the clock on the wall', times('2026-07-16T10:00'), ['2026-07-15T15:30', '2026-07-16T08:00']],
    ['without a reminder that would come after it began', times('2026-11-25T07:45'), ['2026-11-24T15:30']],
    ['without reminders at hours at which it may not be begun', times('2026-11-23T10:00', undefined, (at) => londonDay(at) === '2026-11-23'), ['2026-11-20T15:30', '2026-11-23T08:00']],
  ])('%s', (_, found, expected) => {
    expect(found).toEqual(expected)
  }) // prettier-ignore

  it('not at all where no day is staffed for long enough', () => {
    expect(times('2026-11-25T10:00', 'Mon-Fri 09:00-13:00')).toBeUndefined()
  })

  it('always on a staffed day before the session, at most twice reminded, never after it began', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2026-01-01'), max: new Date('2029-01-01'), noInvalidDate: true }),
        (session) => {
          const open = opening()
          const found = inviteTimes(session, rules, open, always)!
          const day = londonDay(found.inviteAt)
          expect(day < londonDay(session)).toBe(true)
          expect(hoursOn(open, day)).toBeDefined()
          expect(londonTime(found.inviteAt)).toBe('15:30')
          expect(found.remindAt.length).toBeLessThanOrEqual(2)
          for (const at of found.remindAt) expect(at > found.inviteAt && at < session).toBe(true)
          expect(new Set([found.inviteAt, ...found.remindAt].map(londonDay)).size).toBe(1 + found.remindAt.length)
        },
      ),
      { numRuns: 300 },
    )
  })
})
