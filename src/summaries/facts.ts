import type { Json } from '../shared/json.ts'
import type { LocalDateTime } from '../shared/calendarDay.ts'
import { ticksOf } from '../sleep/changes.ts'
import { readNights } from '../sleep/diary.ts'
import { summariseWeek } from '../sleep/week.ts'
import { behaviourSupportSummary, type Trend } from './behaviourSupport.ts'
import { exposureSummary } from './gradedExposure.ts'
import { lowMoodSummary } from './lowMood.ts'
import { thoughtSummary } from './negativeThoughts.ts'
import { panicSummary } from './panic.ts'
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
  panic,
  'negative-thoughts': negativeThoughts,
  'graded-exposure': gradedExposure,
}

/** At most three facts about what somebody did in a module, each with its n. Nothing entered makes no fact. Pure. */
export function factsOf(module: string, entries: readonly SummaryEntry[], now: LocalDateTime): Fact[] {
  const ids = new Set(entries.map(({ id }) => id))
  const isOfTheLoop = ({ name, about }: SummaryEntry) => OF_THE_LOOP.has(name) && !(about !== null && ids.has(about))
  const own = entries.filter((entry) => entry.module === module && !isOfTheLoop(entry))
  if (own.length === 0) return []
  const facts = (BY_MODULE[module] ?? (() => []))(own, now).filter(({ n }) => n > 0)
  return [...facts, ...(facts.length === 0 ? [counted(own)] : [])].slice(0, FACTS_AT_MOST)
}

/** What is said about the agreed task stands in a place of its own; what is said of a plan belongs to the plan. */
const OF_THE_LOOP: ReadonlySet<string> = new Set(['what-we-agreed', 'first-practice', 'task-check-in', 'not-done'])

const counted = (entries: readonly SummaryEntry[]): Fact => ({
  words: `${times(entries.length, 'entry', 'entries')} on ${times(daysOf(entries), 'day', 'days')}`,
  n: entries.length,
})

function lowMood(entries: readonly SummaryEntry[], now: LocalDateTime): Fact[] {
  const { log, mood, withPeople, alone, plans, guesses } = lowMoodSummary(entries, now)
  const turnedOut = guesses
    ? `; enjoyment expected ${round(guesses.expected)}, turned out ${round(guesses.actual)} (n ${guesses.n})`
    : ''
  return [
    {
      words: `${times(log.moments, 'moment', 'moments')} logged on ${times(log.days, 'day', 'days')}`,
      n: log.moments,
    },
    ...(withPeople && alone
      ? [
          {
            words: `Mean mood ${round(withPeople.mean)} with people (n ${withPeople.n}), ${round(alone.mean)} alone (n ${alone.n})`,
            n: withPeople.n + alone.n,
          },
        ]
      : mood
        ? [{ words: `Mean mood ${round(mood.mean)}, ${mood.lowest} to ${mood.highest}`, n: mood.n }]
        : []),
    {
      words: `Planned ${plans.planned}, done ${plans.done}, part ${plans.part}${turnedOut}`,
      n: plans.planned,
    },
  ]
}

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

/** School nights and free nights stand apart, each with its n: a mean over both says nothing about either (brief 1c). */
function sleep(entries: readonly SummaryEntry[]): Fact[] {
  const { school, free, all, weekendShift, declined } = summariseWeek(readNights(entries))
  const ticks = ticksOf(entries)
  const ticked = (outcome: string) => ticks.filter((tick) => tick.outcome === outcome).length
  const kinds = [
    ...(school.n > 0 ? [`school nights ${hours(school.tst)} (n ${school.n})`] : []),
    ...(free.n > 0 ? [`free nights ${hours(free.tst)} (n ${free.n})`] : []),
    ...(weekendShift === undefined ? [] : [`free nights ${Math.abs(Math.round(weekendShift))} min ${weekendShift < 0 ? 'earlier' : 'later'}`]),
  ] // prettier-ignore
  return [
    { words: `Asleep: ${kinds.join(', ')}`, n: school.n + free.n },
    {
      words: `Change done on ${ticked('did')} of ${times(ticks.length, 'night', 'nights')} ticked, ${ticked('partly')} in part`,
      n: ticks.length,
    },
    {
      words: `Sleep efficiency ${all.se === undefined ? '–' : `${Math.round(all.se)} %`} of time in bed, pooled`,
      n: all.n,
    },
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

/** None is a result: where there were no attacks, how often that was said (brief 1d). */
function panic(entries: readonly SummaryEntry[], now: LocalDateTime): Fact[] {
  const { attacks, days, quietChecks, peak, stayed, stepUp } = panicSummary(entries, now.slice(0, 10))
  const asksForMore = stepUp.length === 0 ? '' : `; to look at: ${stepUp.join(', ')}`
  return [
    { words: `${times(attacks, 'attack', 'attacks')} on ${times(days, 'day', 'days')}${asksForMore}`, n: attacks },
    { words: `“None” said ${times(quietChecks, 'time', 'times')}`, n: quietChecks },
    { words: `Mean peak ${peak ? round(peak.mean) : '–'}`, n: peak?.n ?? 0 },
    { words: `Stayed in ${stayed.count} of ${stayed.n}`, n: stayed.n },
  ]
}

function negativeThoughts(entries: readonly SummaryEntry[]): Fact[] {
  const { caught, checked, beliefBefore, beliefAfter, cameDown, settledFirst, toSession } = thoughtSummary(entries)
  return [
    {
      words: `${times(caught, 'thought', 'thoughts')} caught, ${checked} checked, ${settledFirst} times too strong to begin`,
      n: caught + checked + settledFirst,
    },
    ...(beliefBefore && beliefAfter
      ? [
          {
            words: `Belief ${round(beliefBefore.mean)} before, ${round(beliefAfter.mean)} after; lower in ${cameDown.count}`,
            n: cameDown.n,
          },
        ]
      : []),
    { words: `To take to the session: “${toSession[0] ?? ''}”`, n: toSession.length },
  ]
}

function gradedExposure(entries: readonly SummaryEntry[]): Fact[] {
  const { goes, leftEarly, notTried, predictions, surprises } = exposureSummary(entries)
  return [
    {
      words: `${times(goes, 'go', 'goes')}, ${leftEarly} left early; planned and not tried ${notTried}`,
      n: goes + notTried,
    },
    {
      words: `Predictions: ${predictions.no} did not come true, ${predictions.part} in part, ${predictions.yes} did`,
      n: predictions.n,
    },
    { words: `Surprised by: “${surprises[0] ?? ''}”`, n: surprises.length },
  ]
}

const trend = (what: string, found: Trend | undefined): string | undefined =>
  found && (found.n === 1 ? `${what} ${found.last}` : `${what} ${found.first}, now ${found.last}`)

const quote = (what: string, words: string | undefined): string | undefined =>
  words === undefined ? undefined : `${what}: “${words}”`

const hours = (minutes: number | undefined): string =>
  minutes === undefined
    ? '–'
    : `${Math.floor(Math.round(minutes) / 60)} h ${String(Math.round(minutes) % 60).padStart(2, '0')}`

const round = (number: number): number => Math.round(number * 10) / 10
const times = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`
const daysOf = (entries: readonly SummaryEntry[]): number => new Set(entries.map(({ at }) => at.slice(0, 10))).size
