import { addDays, weekday, type CalendarDay, type LocalDateTime } from '../shared/calendarDay.ts'
import { liftingActivities, type Lifting } from '../low-mood/lifting.ts'
import { company, isRated, readLog, type LowMoodEntry, type RatedMoment } from '../low-mood/log.ts'
import { plansOf, type Plan } from '../low-mood/plans.ts'
import { byGap, valueCards, type ValueCard } from '../low-mood/values.ts'
import type { Mean } from './worry.ts'

/**
 * What is for a human to look at (brief 1a, step-up): never a conclusion. Hopelessness, appetite, agitation and unusual
 * energy cannot be read off a log and are asked about in the session.
 */
export type LowMoodSign =
  | { sign: 'flat'; days: number; n: number }
  | { sign: 'no-activity'; days: number }
  | { sign: 'lower-twice'; activity: string }

/** What the low mood programme shows the practitioner (brief 1a): facts with their n. What was not given is missing, never 0. */
export interface LowMoodSummary {
  /** Moments, on how many days, and whether one of them was at a weekend. */
  log: { moments: number; days: number; weekend: boolean; rated: number }
  mood: (Mean & { lowest: number; highest: number }) | undefined
  withPeople: Mean | undefined
  alone: Mean | undefined
  /** The three that went with a higher mood the most, in the person's words. */
  lifting: Lifting[]
  /** The widest gap first; cards without both numbers are left out. */
  gaps: (ValueCard & { gap: number })[]
  /** Each time something was planned; `open` is still to come or not looked back at. */
  plans: { planned: number; done: number; part: number; not: number; changed: number; open: number }
  /** Enjoyment as guessed and as it turned out, only where there are both. */
  guesses: { expected: number; actual: number; n: number } | undefined
  barriers: { reason: string; count: number }[]
  noticed: string[]
  signs: LowMoodSign[]
}

/** Proposals, for the clinical safety officer to confirm. */
const FORTNIGHT = 14
const FLAT_SPAN_DAYS = 10
const FLAT_MOMENTS = 6
const FLAT_RANGE = 2
const FLAT_MEAN = 4
const MUCH_LOWER = 2
const DAY_MS = 86_400_000

/** The facts of a stretch of entries, each in its newest version. Entries of other programmes are not looked at. */
export function lowMoodSummary(entries: readonly LowMoodEntry[], now: LocalDateTime): LowMoodSummary {
  const log = readLog(entries)
  const rated = log.filter(isRated)
  const days = [...new Set(log.map(({ day }) => day))]
  const moods = rated.map(({ mood }) => mood)
  const plans = plansOf(entries)
  const outcomes = plans.flatMap((plan) => plan.outcomes)
  const count = (outcome: Plan['outcomes'][number]) => outcomes.filter((one) => one === outcome).length
  const planned = plans.reduce((sum, { times }) => sum + times, 0)
  return {
    log: { moments: log.length, days: days.length, weekend: days.some(isWeekend), rated: rated.length },
    mood:
      moods.length === 0 ? undefined : { ...meanOf(moods)!, lowest: Math.min(...moods), highest: Math.max(...moods) },
    withPeople: meanOf(moodsWith(rated, 'people')),
    alone: meanOf(moodsWith(rated, 'alone')),
    lifting: liftingActivities(entries),
    gaps: byGap(valueCards(entries)).filter((card): card is ValueCard & { gap: number } => card.gap !== undefined),
    plans: {
      planned,
      done: count('done'),
      part: count('part'),
      not: count('not'),
      changed: count('changed'),
      open: Math.max(0, planned - outcomes.length),
    },
    guesses: guessesOf(plans),
    barriers: barriersOf(entries),
    noticed: entries.flatMap(({ name, fields }) =>
      name === 'log-look' && typeof fields.noticed === 'string' ? [fields.noticed] : [],
    ),
    signs: [...flat(rated, now), ...noActivity(entries, now), ...lowerTwice(plans)],
  }
}

const isWeekend = (day: CalendarDay): boolean => weekday(day) >= 6

const moodsWith = (rated: readonly RatedMoment[], who: 'people' | 'alone'): number[] =>
  rated.filter((one) => company(one) === who).map(({ mood }) => mood)

const meanOf = (numbers: readonly number[]): Mean | undefined =>
  numbers.length === 0
    ? undefined
    : { mean: numbers.reduce((sum, one) => sum + one, 0) / numbers.length, n: numbers.length }

function guessesOf(plans: readonly Plan[]): LowMoodSummary['guesses'] {
  const both = plans
    .flatMap(({ reviews }) => reviews)
    .filter(({ expected, enjoyment }) => expected !== undefined && enjoyment !== undefined)
  const expected = meanOf(both.map((one) => one.expected!))
  const actual = meanOf(both.map((one) => one.enjoyment!))
  return expected && actual ? { expected: expected.mean, actual: actual.mean, n: both.length } : undefined
}

/** What got in the way, the most frequent first. */
function barriersOf(entries: readonly LowMoodEntry[]): LowMoodSummary['barriers'] {
  const counts = new Map<string, number>()
  for (const { name, fields } of entries)
    if (name === 'not-done' && typeof fields.reason === 'string')
      counts.set(fields.reason, (counts.get(fields.reason) ?? 0) + 1)
  return [...counts].map(([reason, n]) => ({ reason, count: n })).toSorted((a, b) => b.count - a.count)
}

/** Mood low and much the same over most of a fortnight. */
function flat(rated: readonly RatedMoment[], now: LocalDateTime): LowMoodSign[] {
  const since = addDays(now.slice(0, 10), -FORTNIGHT)
  const late = rated.filter(({ day }) => day > since)
  const days = late.map(({ day }) => day).sort()
  const span = daysBetween(days[0], days.at(-1))
  const moods = late.map(({ mood }) => mood)
  const isFlat =
    late.length >= FLAT_MOMENTS &&
    span >= FLAT_SPAN_DAYS &&
    Math.max(...moods) - Math.min(...moods) <= FLAT_RANGE &&
    meanOf(moods)!.mean <= FLAT_MEAN
  return isFlat ? [{ sign: 'flat', days: span, n: late.length }] : []
}

/** Somebody who had begun, and of whom nothing came for a fortnight. */
function noActivity(entries: readonly LowMoodEntry[], now: LocalDateTime): LowMoodSign[] {
  const last = entries
    .map(({ at }) => at.slice(0, 10))
    .sort()
    .at(-1)
  const days = daysBetween(last, now.slice(0, 10))
  return last !== undefined && days >= FORTNIGHT ? [{ sign: 'no-activity', days }] : []
}

/** Mood much lower after the same activity, twice in a row. */
function lowerTwice(plans: readonly Plan[]): LowMoodSign[] {
  const activities = [...new Set(plans.map(({ activity }) => activity))]
  return activities.flatMap((activity): LowMoodSign[] => {
    const lower = plans
      .filter((plan) => plan.activity === activity)
      .flatMap(({ reviews }) => reviews)
      .flatMap(({ moodBefore, moodAfter }) =>
        moodBefore === undefined || moodAfter === undefined ? [] : [moodBefore - moodAfter >= MUCH_LOWER],
      )
    return lower.some((one, n) => one && lower[n + 1]) ? [{ sign: 'lower-twice', activity }] : []
  })
}

const daysBetween = (from: CalendarDay | undefined, to: CalendarDay | undefined): number =>
  from === undefined || to === undefined ? 0 : Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
