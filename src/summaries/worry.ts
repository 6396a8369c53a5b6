import type { LocalDateTime } from '../shared/calendarDay.ts'
import { heldWorries, isOld, isOutcomeOf, type WorryEntry } from '../worry/held.ts'

/** A mean with how many it is of; undefined where there was nothing to reckon it from. */
export interface Mean {
  mean: number
  n: number
}

/** What the worry programme shows the practitioner (brief 1b): facts with their n. What was not given is missing, never 0. */
export interface WorrySummary {
  /** Days from the first entry to now, both counted. */
  days: number
  worries: number
  perDay: number | undefined
  /** Only worry times with both numbers. */
  before: Mean | undefined
  after: Mean | undefined
  worryTimes: number
  quiet: number
  kinds: { real: number; whatIf: number; unsure: number; n: number }
  /** Of the worries looked at again in worry time: how many had stopped bothering. */
  notBothering: { count: number; n: number }
  /** In diary entries that say what was done. `bot`: asked of the bot. */
  reassurance: { asked: number; checked: number; n: number; bot: number }
  problems: { planned: number; reviewed: number; solved: number }
  nightsWithCatches: number
  held: { now: number; overAWeek: number }
}

/** The facts of a stretch of worry entries, each in its newest version. Entries of other programmes are passed over. */
export function worrySummary(entries: readonly WorryEntry[], now: LocalDateTime): WorrySummary {
  const named = (name: string) => entries.filter((entry) => entry.name === name)
  const worries = named('worry')
  const times = named('worry-time')
  const both = times.filter(({ fields }) => isNumber(fields.strength_before) && isNumber(fields.strength_after))
  const diaries = worries.filter(({ fields }) => Array.isArray(fields.did))
  const did = (what: string) => diaries.filter(({ fields }) => (fields.did as unknown[]).includes(what)).length
  const choices = named('worry-outcome').flatMap(({ fields }) => (fields.choice === undefined ? [] : [fields.choice]))
  const reviews = named('problem-review')
  const days = daysOf(entries, now)
  const held = heldWorries(entries)
  return {
    days,
    worries: worries.length,
    perDay: days === 0 ? undefined : worries.length / days,
    before: meanOf(both.map(({ fields }) => fields.strength_before as number)),
    after: meanOf(both.map(({ fields }) => fields.strength_after as number)),
    worryTimes: times.filter(({ fields }) => fields.quiet !== true).length,
    quiet: [...times, ...named('worry-diary')].filter(({ fields }) => fields.quiet === true).length,
    kinds: kindsOf(worries, entries),
    notBothering: { count: choices.filter((choice) => choice === 'not-bothering').length, n: choices.length },
    reassurance: {
      asked: did('asked-again'),
      checked: did('checked'),
      n: diaries.length,
      bot: named('asked-for-reassurance').reduce((sum, { fields }) => sum + Number(fields.times ?? 0), 0),
    },
    problems: {
      planned: named('problem-plan').length,
      reviewed: reviews.length,
      solved: reviews.filter(({ fields }) => fields.status === 'solved').length,
    },
    nightsWithCatches: new Set(worries.filter(({ fields }) => fields.at_night === true).map(({ at }) => nightOf(at)))
      .size,
    held: { now: held.length, overAWeek: held.filter((one) => isOld(one, now)).length },
  }
}

const isNumber = (value: unknown): value is number => typeof value === 'number'

const meanOf = (numbers: readonly number[]): Mean | undefined =>
  numbers.length === 0
    ? undefined
    : { mean: numbers.reduce((sum, one) => sum + one, 0) / numbers.length, n: numbers.length }

/** What was said last of each worry counts; a worry of which it was never said is not among the n. */
function kindsOf(worries: readonly WorryEntry[], entries: readonly WorryEntry[]): WorrySummary['kinds'] {
  const kinds = worries.flatMap(({ id, fields }) => {
    const outcomes = entries.filter(isOutcomeOf(id)).toSorted((a, b) => a.at.localeCompare(b.at))
    const said = [fields, ...outcomes.map((outcome) => outcome.fields)].findLast((one) => one.type !== undefined)
    return said === undefined ? [] : [said.type]
  })
  const count = (kind: string) => kinds.filter((one) => one === kind).length
  return { real: count('real_now'), whatIf: count('what_if'), unsure: count('unsure'), n: kinds.length }
}

const DAY_MS = 86_400_000
const HOURS_OF_NIGHT_MS = 12 * 3_600_000

function daysOf(entries: readonly WorryEntry[], now: LocalDateTime): number {
  const first = entries.map(({ at }) => at.slice(0, 10)).sort()[0]
  if (first === undefined) return 0
  return Math.round((Date.parse(now.slice(0, 10)) - Date.parse(first)) / DAY_MS) + 1
}

/** A night is one, before and after midnight. */
const nightOf = (at: LocalDateTime): number => Math.floor((Date.parse(`${at}Z`) - HOURS_OF_NIGHT_MS) / DAY_MS)
