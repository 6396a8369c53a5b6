import { z } from 'zod'
import { addDays, weekday, type CalendarDay } from '../shared/calendarDay.ts'
import { entriesNamed, type SleepEntry } from './diary.ts'

/** One or two changes at a time, never twelve tips at once (brief 1c). */
export const CHANGES_AT_MOST = 2

const SATURDAY = 6
const WEEK = 7

/** Under these names a change, and how a night of it went, are kept. A plan about an earlier plan takes its place. */
const PLAN = 'sleep-plan'
const TICK = 'sleep-tick'
const ENDED = 'sleep-change-ended'
const NOT_DONE = 'not-done'

const planFields = z.object({
  habit: z.string(),
  what: z.string(),
  smaller: z.string().optional(),
  days: z.enum(['every-day', 'school-nights', 'free-nights']).default('every-day'),
})
const tickFields = z.object({ night_of: z.iso.date(), outcome: z.enum(['did', 'partly', 'no']) })

/** Something a young person has chosen to try. `type`, not `interface`: it is handed to dialogs as data. */
export type Change = {
  /** Id of its plan's entry. */
  plan: string
  habit: string
  /** In their words, with what it was made smaller to. */
  what: string
  /** Before it was made smaller. */
  whole: string
  days: 'every-day' | 'school-nights' | 'free-nights'
  since: CalendarDay
}

/** How one night of a change went. */
export interface Tick {
  plan: string
  night: CalendarDay
  outcome: 'did' | 'partly' | 'no'
}

/** Changes that are being tried now, the oldest first: neither replaced by another nor ended. */
export function changesNow(entries: readonly SleepEntry[]): Change[] {
  const over = new Set([...entriesNamed(entries, PLAN), ...entriesNamed(entries, ENDED)].map(({ about }) => about))
  return entriesNamed(entries, PLAN).flatMap(({ id, fields, at }): Change[] => {
    const read = planFields.safeParse(fields)
    if (!read.success || over.has(id)) return []
    const { habit, what, smaller, days } = read.data
    return [{ plan: id, habit, what: smaller === undefined ? what : `${what}: ${smaller}`, whole: what, days, since: at.slice(0, 10) }] // prettier-ignore
  })
}

/** Every night that was ticked, the oldest first; what was said last about a night counts. */
export function ticksOf(entries: readonly SleepEntry[]): Tick[] {
  const ticks = new Map<string, Tick>()
  for (const { about, fields } of entriesNamed(entries, TICK)) {
    const read = tickFields.safeParse(fields)
    if (read.success && about !== null)
      ticks.set(`${about} ${read.data.night_of}`, {
        plan: about,
        night: read.data.night_of,
        outcome: read.data.outcome,
      })
  }
  return [...ticks.values()].sort((a, b) => (a.night < b.night ? -1 : 1))
}

/** Whether a night of a change was asked about, answered or passed over. */
export const isAsked = ({ plan }: Change, night: CalendarDay, entries: readonly SleepEntry[]): boolean =>
  entriesNamed(entries, TICK).some(({ about, fields }) => about === plan && fields.night_of === night)

/** Whether a change was meant for a night. Before a free day is, where nobody said otherwise, Friday and Saturday night. */
export function isMeantFor(change: Change, night: CalendarDay, schoolDayAfter: boolean | undefined): boolean {
  if (night < change.since) return false
  if (change.days === 'every-day') return true
  const school = schoolDayAfter ?? weekday(addDays(night, 1)) < SATURDAY
  return school === (change.days === 'school-nights')
}

/** In how many of the seven nights up to and with one a change was done, in part, or not; the rest was not ticked. */
export function adherence(change: Change, ticks: readonly Tick[], last: CalendarDay) {
  const nights = ticks.filter(
    ({ plan, night }) => plan === change.plan && night > addDays(last, -WEEK) && night <= last,
  )
  const count = (outcome: Tick['outcome']) => nights.filter((one) => one.outcome === outcome).length
  return { did: count('did'), partly: count('partly'), no: count('no'), of: WEEK }
}

/**
 * Which round of "not done" the next one would be: rounds since it was last done at all, and one. What a change was made
 * smaller from counts with it (brief 1.0: after two rounds with nothing done, nothing more is proposed).
 */
export function roundOf(plan: string, entries: readonly SleepEntry[]): number {
  const chain = withEarlier(plan, entriesNamed(entries, PLAN))
  const isAboutIt = ({ about }: SleepEntry) => about !== null && chain.includes(about)
  const done = entriesNamed(entries, TICK).findLast((tick) => isAboutIt(tick) && tick.fields.outcome !== 'no')
  const rounds = entriesNamed(entries, NOT_DONE).filter(
    (one) => isAboutIt(one) && (done === undefined || one.at > done.at),
  )
  return rounds.length + 1
}

/** A plan and those it took the place of. */
function withEarlier(plan: string, plans: readonly SleepEntry[]): string[] {
  const about = plans.find(({ id }) => id === plan)?.about ?? null
  const later = plans.filter(({ id }) => id !== plan)
  return about === null ? [plan] : [plan, ...withEarlier(about, later)]
}
