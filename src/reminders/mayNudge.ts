import type { Band } from '../dialog-kit/index.ts'
import { bankHolidays } from '../rota/bankHolidays.ts'
import {
  addDays,
  instantOf,
  londonDay,
  londonTime,
  weekday,
  type CalendarDay,
  type ClockTime,
} from '../shared/calendarDay.ts'
import type { Hours, ReminderRules } from './rules.ts'

/** What is known of a person when something is due that they could be told of. */
export interface NudgeFacts {
  now: Date
  band: Band
  /** The person's own quiet times. */
  quiet: Hours | undefined
  wants: 'on' | 'few' | 'off'
  /** Young person's modules are on hold, the person or the case is paused or closed (brief 5.1: nothing proactive). */
  held: boolean
  /** When they were nudged in the last seven days. */
  nudgedAt: readonly Date[]
  /** Nudges in a row that nobody answered. */
  unanswered: number
  /** When others are planned that go first: an invitation to a measure replaces that day's nudge (brief 5.1). */
  reserved: readonly Date[]
}

/** `later` says when to look again; `never` means not for this task. */
export type NudgeDecision =
  | { now: true }
  | { now: false; later: Date }
  | { now: false; never: 'held' | 'turned-off' | 'no-answer' }

/** Whether the bot may come first now (brief 5.1): quiet and school hours, caps, back-off. Pure. */
export function mayNudge(facts: NudgeFacts, rules: ReminderRules): NudgeDecision {
  if (facts.wants === 'off') return { now: false, never: 'turned-off' }
  if (facts.held) return { now: false, never: 'held' }
  if (facts.unanswered >= rules['stop-after-unanswered']) return { now: false, never: 'no-answer' }
  const later = afterCaps(facts, rules) ?? facts.now
  const free = nextFreeMoment(later, facts, rules)
  return free.getTime() <= facts.now.getTime() ? { now: true } : { now: false, later: free }
}

/** The first day on which another one stays within the caps, at the time of day it was due; undefined when it is today. */
function afterCaps({ now, wants, nudgedAt, reserved }: NudgeFacts, rules: ReminderRules): Date | undefined {
  const caps = wants === 'few' ? rules.fewer : rules['at-most']
  const days = [...nudgedAt, ...reserved].map(londonDay)
  const today = londonDay(now)
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = addDays(today, ahead)
    const onDay = days.filter((one) => one === day).length
    // Every week that the day is part of, so that what is planned in the days after it still has its place.
    const fullest = Math.max(...WEEK.map((n) => inWeekUpTo(addDays(day, n), days)))
    if (onDay < caps['a-day'] && fullest < caps['a-week'])
      return ahead === 0 ? undefined : instantOf(`${day}T${londonTime(now)}`)
  }
  return instantOf(`${addDays(today, 7)}T${londonTime(now)}`)
}

const WEEK = [0, 1, 2, 3, 4, 5, 6]

const inWeekUpTo = (day: CalendarDay, days: readonly CalendarDay[]): number =>
  days.filter((one) => one > addDays(day, -7) && one <= day).length

/** The first moment from `from` on that is neither quiet nor school. */
function nextFreeMoment(from: Date, facts: NudgeFacts, rules: ReminderRules): Date {
  const isYoung = facts.band.startsWith('Y')
  const silences = [rules.quiet[facts.band], ...(facts.quiet ? [facts.quiet] : [])]
  let at = from
  // Each round ends one silence; three kinds of silence cannot follow each other more often than this.
  for (let round = 0; round < 12; round++) {
    const [day, time] = [londonDay(at), londonTime(at)]
    const inSchool = isYoung && isSchoolDay(day, rules) && within(rules.school, time)
    const silence = inSchool ? rules.school : silences.find((hours) => within(hours, time))
    if (silence === undefined) return at
    at = endOf(silence, day, time)
  }
  return at
}

const within = ({ from, until }: Hours, time: ClockTime): boolean =>
  from <= until ? time >= from && time < until : time >= from || time < until

const endOf = ({ from, until }: Hours, day: CalendarDay, time: ClockTime): Date =>
  instantOf(`${from > until && time >= from ? addDays(day, 1) : day}T${until}`)

/** A day of term, Monday to Friday, that is neither a bank holiday nor an inset day. */
export function isSchoolDay(day: CalendarDay, rules: Pick<ReminderRules, 'terms' | 'inset-days'>): boolean {
  if (weekday(day) > 5 || rules['inset-days'].includes(day)) return false
  if (bankHolidays(Number(day.slice(0, 4))).has(day)) return false
  return rules.terms.length === 0 || rules.terms.some(({ from, until }) => day >= from && day <= until)
}
