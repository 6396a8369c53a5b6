import { addDays, type CalendarDay, type ClockTime, type LocalDateTime } from '../shared/calendarDay.ts'
import { adherence, changesNow, ticksOf } from '../sleep/changes.ts'
import { entriesNamed, readNights, type DiaryNight, type SleepEntry } from '../sleep/diary.ts'
import { habitAnswers, type Habit } from '../sleep/habits.ts'
import { clockAt } from '../sleep/night.ts'
import { nightsUpTo, summariseWeek, type NightsTogether } from '../sleep/week.ts'

/** One column of the table: means of some nights. Times of day by the clock, lengths in minutes, shares per cent. */
type Column = Omit<NightsTogether, 'bed' | 'wake' | 'midSleep'> & { bed?: ClockTime; wake?: ClockTime; midSleep?: ClockTime } // prettier-ignore

/**
 * What is for somebody else to look at (brief 1c, step-up): never a conclusion. `told` was tapped by the young person; the
 * other two follow from the diary, and how long it has been so must be asked.
 */
export type StepUpSign =
  | { sign: 'told'; what: string; on: CalendarDay }
  | { sign: 'long-awake'; nights: number; of: number }
  | { sign: 'little-sleep-yet-rested'; nights: number; of: number }

/** What the sleep programme shows the practitioner (brief 1c): facts with their n. What was not given is missing, never 0. */
export interface SleepSummary {
  nights: { valid: number; declined: number; short: number; leftOut: number }
  all: Column
  /** Never averaged together with free nights. */
  school: Column
  free: Column
  /** Minutes by which mid-sleep of free nights is later. */
  weekendShift?: number
  enough: boolean
  /** How rested, by weeks from the first night: only nights with the number. */
  rested: { from: CalendarDay; mean: number; n: number }[]
  /** Of the seven nights before: did it, in part, not; the rest was not ticked. */
  changes: { what: string; days: string; did: number; partly: number; no: number; of: number }[]
  notUpToThem: Habit[]
  notes: { night: CalendarDay; note: string }[]
  /** What they noticed in their own diary. */
  noticed: string[]
  signs: StepUpSign[]
}

/** Proposals, for the clinical safety officer to confirm. */
const LONG_AWAKE_MINUTES = 30
const LONG_AWAKE_NIGHTS = 3
const LITTLE_SLEEP_MINUTES = 5 * 60
const WELL_RESTED = 8
const LITTLE_SLEEP_NIGHTS = 2
const WEEK = 7
const FORTNIGHT = 14
const DAY_MS = 86_400_000

/** The facts of the last fortnight of nights, and of the changes that are being tried. */
export function sleepSummary(entries: readonly SleepEntry[], now: LocalDateTime): SleepSummary {
  const lastNight = addDays(now.slice(0, 10), -1)
  const every = readNights(entries)
  const nights = nightsUpTo(every, lastNight, FORTNIGHT)
  const week = summariseWeek(nights)
  const ticks = ticksOf(entries)
  return {
    nights: { valid: week.all.n, declined: week.declined, short: week.short, leftOut: week.leftOut },
    all: columnOf(week.all),
    school: columnOf(week.school),
    free: columnOf(week.free),
    ...(week.weekendShift === undefined ? {} : { weekendShift: week.weekendShift }),
    enough: week.enough,
    rested: restedByWeek(every),
    changes: changesNow(entries).map((change) => ({
      what: change.what,
      days: change.days,
      ...adherence(change, ticks, lastNight),
    })),
    notUpToThem: habitAnswers(entries).flatMap(({ habit, answer }) => (answer === 'not-up-to-me' ? [habit] : [])),
    notes: nights.flatMap(({ night_of: night, note }) => (note === undefined ? [] : [{ night, note }])),
    noticed: entriesNamed(entries, 'sleep-week').flatMap(({ fields }) =>
      typeof fields.noticed === 'string' ? [fields.noticed] : [],
    ),
    signs: [...signsTold(entries), ...signsInDiary(nightsUpTo(every, lastNight, WEEK))],
  }
}

function columnOf({ bed, wake, midSleep, ...rest }: NightsTogether): Column {
  if (bed === undefined || wake === undefined || midSleep === undefined) return rest
  return { ...rest, bed: clockAt(bed), wake: clockAt(wake), midSleep: clockAt(midSleep) }
}

function restedByWeek(nights: readonly DiaryNight[]): SleepSummary['rested'] {
  const first = nights[0]?.night_of
  if (first === undefined) return []
  const weeks = new Map<number, number[]>()
  for (const { night_of, rested } of nights) {
    if (rested === undefined) continue
    const week = Math.floor((Date.parse(night_of) - Date.parse(first)) / DAY_MS / WEEK)
    weeks.set(week, [...(weeks.get(week) ?? []), rested])
  }
  return [...weeks].map(([week, numbers]) => ({
    from: addDays(first, week * WEEK),
    mean: numbers.reduce((sum, one) => sum + one, 0) / numbers.length,
    n: numbers.length,
  }))
}

/** Signs that were tapped while the diary was read together, each with the day it was last told. */
function signsTold(entries: readonly SleepEntry[]): StepUpSign[] {
  const told = new Map<string, CalendarDay>()
  for (const { fields, at } of entriesNamed(entries, 'sleep-week'))
    for (const what of Array.isArray(fields.signs) ? fields.signs : [])
      if (typeof what === 'string' && what !== 'none') told.set(what, at.slice(0, 10))
  return [...told].map(([what, on]) => ({ sign: 'told', what, on }))
}

/** Signs that follow from a week of usable nights. */
function signsInDiary(nights: readonly DiaryNight[]): StepUpSign[] {
  const usable = nights.filter(({ figures }) => figures !== undefined)
  const longAwake = usable.filter(
    ({ times }) => times!.solMin > LONG_AWAKE_MINUTES || times!.wasoMin > LONG_AWAKE_MINUTES,
  ).length
  const little = usable.filter(
    ({ figures, rested }) => figures!.tst < LITTLE_SLEEP_MINUTES && (rested ?? 0) >= WELL_RESTED,
  ).length
  return [
    ...(longAwake >= LONG_AWAKE_NIGHTS ? [{ sign: 'long-awake' as const, nights: longAwake, of: usable.length }] : []),
    ...(little >= LITTLE_SLEEP_NIGHTS
      ? [{ sign: 'little-sleep-yet-rested' as const, nights: little, of: usable.length }]
      : []),
  ]
}
