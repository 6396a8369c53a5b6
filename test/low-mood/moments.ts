import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { LoggedMoment } from '../../src/low-mood/log.ts'
import { lowMoodRules } from '../../src/low-mood/rules.ts'

/** The rules as they are shipped. */
export const RULES = lowMoodRules.parse(
  parse(readFileSync(new URL('../../content/low-mood.yaml', import.meta.url), 'utf8')),
)

/** A moment of the log; what is not given was not given. */
export const moment = (given: Partial<LoggedMoment>): LoggedMoment => ({
  day: '2026-11-26',
  part: undefined,
  activity: undefined,
  with: undefined,
  mood: undefined,
  enjoyment: undefined,
  achievement: undefined,
  closeness: undefined,
  importance: undefined,
  ...given,
})

/**
 * The week of scenario S1: nine entries on four days, three with people and six alone. One mood of those alone is "not sure",
 * which is no rating: the mean of 2.4 is of five (no six whole numbers have it).
 */
export const AMIRAS_WEEK: readonly LoggedMoment[] = [
  moment({ day: '2026-11-26', part: 'evening', activity: 'scrolling in bed', with: 'alone', mood: 2, enjoyment: 3 }),
  moment({ day: '2026-11-26', part: 'night', activity: 'in bed', with: 'alone', mood: 2 }),
  moment({ day: '2026-11-27', part: 'afternoon', activity: 'science', with: 'alone', mood: 3 }),
  moment({ day: '2026-11-27', part: 'evening', activity: 'scrolling', with: 'alone', mood: 2 }),
  moment({ day: '2026-11-28', part: 'morning', activity: 'netball', with: 'family', mood: 6, closeness: 8 }),
  moment({ day: '2026-11-28', part: 'afternoon', activity: 'chips', with: 'friends', mood: 6 }),
  moment({ day: '2026-11-28', part: 'evening', activity: 'nothing much', with: 'alone' }),
  moment({ day: '2026-12-01', part: 'afternoon', activity: 'lunch', with: 'friends', mood: 5 }),
  moment({ day: '2026-12-01', part: 'evening', activity: 'scrolling', with: 'alone', mood: 3 }),
]
