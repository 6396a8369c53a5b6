import { company, isRated, readLog } from '../low-mood/log.ts'
import type { Json } from '../shared/json.ts'
import type { LocalDateTime } from '../shared/calendarDay.ts'
import { readNights } from '../sleep/diary.ts'
import { summariseWeek } from '../sleep/week.ts'
import { behaviourSupportSummary, type Trend } from './behaviourSupport.ts'
import { worrySummary } from './worry.ts'

/** An entry of any programme as it stands in the record, its newest version. */
export interface SummaryEntry {
  id: string
  module: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  about: string | null
  at: LocalDateTime
}

/** One thing that can be said of a stretch of entries, in words for staff, and of how many it is said. */
export interface Fact {
  words: string
  n: number
}

/** A brief has room for this many (brief 1.0, summary, point 3). */
const FACTS_AT_MOST = 3

type Facts = (entries: readonly SummaryEntry[], now: LocalDateTime) => Fact[]

/** What each programme shows the practitioner. A programme that is not here has its entries counted. */
const BY_MODULE: { readonly [module: string]: Facts } = {
  'low-mood': lowMood,
  worry,
  sleep,
  'behaviour-support': behaviourSupport,
}

/** At most three facts about what somebody did in a module, each with its n. Nothing entered makes no fact. Pure. */
export function factsOf(module: string, entries: readonly SummaryEntry[], now: LocalDateTime): Fact[] {
  const own = entries.filter((entry) => entry.module === module && !OF_THE_LOOP.has(entry.name))
  if (own.length === 0) return []
  const facts = (BY_MODULE[module] ?? (() => []))(own, now).filter(({ n }) => n > 0)
  return [...facts, ...(facts.length === 0 ? [counted(own)] : [])].slice(0, FACTS_AT_MOST)
}

/** What is said about the agreed task stands in a place of its own. */
const OF_THE_LOOP: ReadonlySet<string> = new Set(['what-we-agreed', 'first-practice', 'task-check-in', 'not-done'])

const counted = (entries: readonly SummaryEntry[]): Fact => ({
  words: `${times(entries.length, 'entry', 'entries')} on ${times(daysOf(entries), 'day', 'days')}`,
  n: entries.length,
})

function lowMood(entries: readonly SummaryEntry[]): Fact[] {
  const log = readLog(entries)
  const rated = log.filter(isRated)
  const side = (who: 'people' | 'alone') => rated.filter((one) => company(one) === who)
  const [people, alone] = [side('people'), side('alone')]
  const reviews = entries.filter(({ name }) => name === 'activity-review')
  const both = reviews.filter(({ fields: f }) => isNumber(f.expected_enjoyment) && isNumber(f.enjoyment))
  return [
    {
      words: `${times(log.length, 'moment', 'moments')} logged on ${times(new Set(log.map(({ day }) => day)).size, 'day', 'days')}`,
      n: log.length,
    },
    people.length > 0 && alone.length > 0
      ? {
          words: `Mean mood ${mean(people.map(moodOf))} with people (n ${people.length}), ${mean(alone.map(moodOf))} alone (n ${alone.length})`,
          n: people.length + alone.length,
        }
      : { words: `Mean mood ${mean(rated.map(moodOf))}`, n: rated.length },
    {
      words: `Enjoyment of what was planned: expected ${mean(both.map(({ fields }) => fields.expected_enjoyment as number))}, turned out ${mean(both.map(({ fields }) => fields.enjoyment as number))}`,
      n: both.length,
    },
    {
      words: `${times(entries.filter(({ name }) => name === 'activity-plan').length, 'activity', 'activities')} planned, ${reviews.length} looked back on`,
      n: entries.filter(({ name }) => name === 'activity-plan').length,
    },
  ].filter(({ n }) => n > 0)
}

const moodOf = ({ mood }: { mood: number }): number => mood

function worry(entries: readonly SummaryEntry[], now: LocalDateTime): Fact[] {
  const { worries, days, before, after, kinds, held } = worrySummary(entries, now)
  return [
    {
      words: `${times(worries, 'worry', 'worries')} noted over ${times(days, 'day', 'days')}, ${held.now} held now`,
      n: worries,
    },
    ...(before && after
      ? [{ words: `Worry ${round(before.mean)} before worry time, ${round(after.mean)} after`, n: before.n }]
      : []),
    { words: `${kinds.whatIf} what-if, ${kinds.real} real now, ${kinds.unsure} unsure`, n: kinds.n },
  ]
}

function sleep(entries: readonly SummaryEntry[]): Fact[] {
  const nights = readNights(entries)
  const { school, free, all, weekendShift, declined } = summariseWeek(nights)
  return [
    {
      words: `Sleep ${hours(all.tst)} a night${school.tst === undefined || free.tst === undefined ? '' : `: school nights ${hours(school.tst)} (n ${school.n}), free nights ${hours(free.tst)} (n ${free.n})`}`,
      n: all.n,
    },
    { words: `Sleep efficiency ${all.se === undefined ? '–' : `${Math.round(all.se)} %`}, pooled`, n: all.n },
    ...(weekendShift === undefined
      ? []
      : [
          {
            words: `Free nights ${Math.abs(Math.round(weekendShift))} min ${weekendShift < 0 ? 'earlier' : 'later'}`,
            n: all.n,
          },
        ]),
    { words: `${times(declined, 'night', 'nights')} declined`, n: declined },
  ]
}

function behaviourSupport(entries: readonly SummaryEntry[]): Fact[] {
  const { checkIns, difficulty, practised, stress, confidence, success, stuck } = behaviourSupportSummary(entries)
  const told = (parts: (string | undefined)[], between: string) =>
    parts.filter((part) => part !== undefined).join(between)
  const facts = [
    told(
      [
        trend('Difficulty', difficulty),
        practised.n === 0 ? undefined : `practised on ${practised.days} of ${practised.of} days told about`,
      ],
      '; ',
    ),
    told([trend('Stress', stress), trend(stress ? 'confidence' : 'Confidence', confidence)], '; '),
    told([quote('Went well', success[0]), quote('Stuck', stuck[0])], '. '),
  ]
  return facts.filter((words) => words !== '').map((words) => ({ words, n: checkIns }))
}

const trend = (what: string, found: Trend | undefined): string | undefined =>
  found && (found.n === 1 ? `${what} ${found.last}` : `${what} ${found.first}, now ${found.last}`)

const quote = (what: string, words: string | undefined): string | undefined =>
  words === undefined ? undefined : `${what}: “${words}”`

const hours = (minutes: number | undefined): string =>
  minutes === undefined
    ? '–'
    : `${Math.floor(Math.round(minutes) / 60)} h ${String(Math.round(minutes) % 60).padStart(2, '0')}`

const isNumber = (value: unknown): value is number => typeof value === 'number'
const mean = (numbers: readonly number[]): number => round(numbers.reduce((sum, one) => sum + one, 0) / numbers.length)
const round = (number: number): number => Math.round(number * 10) / 10
const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const daysOf = (entries: readonly SummaryEntry[]): number => new Set(entries.map(({ at }) => at.slice(0, 10))).size
