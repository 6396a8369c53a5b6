import { addDays, weekday, type CalendarDay } from '../shared/calendarDay.ts'
import type { AnswerShape, Parsed, RawAnswer } from './answers.ts'
import { fitsShape } from './fitsShape.ts'
import { numberToken } from './numberWords.ts'
import { lettersApart, settle, slipsAllowed } from './typedWords.ts'

type DateShape = Extract<AnswerShape, { kind: 'date' }>

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']
const SHORT_WEEKDAYS: Readonly<Record<string, number>> = {
  mon: 1,
  tue: 2,
  tues: 2,
  wed: 3,
  weds: 3,
  thu: 4,
  thur: 4,
  thurs: 4,
  fri: 5,
  sat: 6,
  sun: 7,
}
const MONTHS = 'january february march april may june july august september october november december'.split(' ')
const NAMED: Readonly<Record<string, number>> = {
  today: 0, tonight: 0, now: 0, tomorrow: 1, tomoz: 1, tmrw: 1, tmr: 1, tomoro: 1, '2moro': 1, '2morrow': 1, yesterday: -1, ytd: -1,
  'day after tomorrow': 2, 'the day after tomorrow': 2, 'day before yesterday': -2, 'the day before yesterday': -2,
} // prettier-ignore

/** A calendar day as people type it: "tomorrow", "sat", "next Tuesday", "28/3", "the 28th", "in 3 days". */
export function parseDate(shape: DateShape, raw: RawAnswer, today: CalendarDay): Parsed<CalendarDay> {
  if (raw.kind === 'value')
    return fitsShape(shape, raw.value)
      ? within(shape, [raw.value as string], today)
      : { ok: false, reason: 'not-understood' }
  const days = daysMeant(raw.text, today, shape)
  if (settle(raw.text) === '') return { ok: false, reason: 'empty' }
  return days.length === 0 ? { ok: false, reason: 'not-understood' } : within(shape, days, today)
}

/** Leaves the days that may be asked for; one is the answer, several are asked back. */
function within(shape: DateShape, days: readonly CalendarDay[], today: CalendarDay): Parsed<CalendarDay> {
  const possible = days.filter((day) => (shape.past || day >= today) && (shape.future || day <= today))
  if (possible.length === 1) return { ok: true, value: possible[0]! }
  if (possible.length === 0) return { ok: false, reason: shape.future ? 'in-the-past' : 'out-of-range' }
  return { ok: false, reason: 'ambiguous', likely: possible.map((day) => ({ value: day, label: day })) }
}

/** The days that typed words could mean, the likeliest first; empty when they name no day. */
export function daysMeant(text: string, today: CalendarDay, shape: { past: boolean; future: boolean }): CalendarDay[] {
  if (/^\s*\d{4}-\d{2}-\d{2}\s*$/.test(text)) return real(text.trim())
  const words = settle(text.replace(/[/.-]/g, ' / '))
    .replace(/^(?:on|by) /, '')
    .replace(/ please$/, '')
  const named =
    NAMED[words] ??
    (words.length > 5 && lettersApart(words, 'tomorrow', 2) <= 2
      ? 1
      : lettersApart(words, 'yesterday', 2) <= 2
        ? -1
        : undefined)
  if (named !== undefined) return [addDays(today, named)]
  return inSomeDays(words, today) ?? onWeekday(words, today, shape) ?? onDate(words, today, shape)
}

function inSomeDays(words: string, today: CalendarDay): CalendarDay[] | undefined {
  const match = /^(?:(in) )?(a|\w+) (day|days|week|weeks)(?: time)?(?: (ago))?$/.exec(words)
  if (!match || (match[1] === undefined) === (match[4] === undefined)) return undefined
  const count = match[2] === 'a' ? 1 : numberToken(match[2]!)
  if (count === undefined || count > 400) return undefined
  return [addDays(today, count * (match[3]!.startsWith('week') ? 7 : 1) * (match[4] ? -1 : 1))]
}

function onWeekday(
  words: string,
  today: CalendarDay,
  shape: { past: boolean; future: boolean },
): CalendarDay[] | undefined {
  const [, which = '', name = ''] = /^(?:(this|next|last|coming|this coming) )?(\w+)$/.exec(words) ?? []
  if (name === 'weekend') {
    const saturday = addDays(today, (6 - weekday(today) + 7) % 7)
    return [saturday, addDays(saturday, 1)]
  }
  const wanted = weekdayCalled(name)
  if (wanted === undefined) return undefined
  const ahead = (wanted - weekday(today) + 7) % 7
  const coming = addDays(today, ahead)
  const previous = addDays(today, ahead === 0 ? -7 : ahead - 7)
  if (which === 'last') return [previous]
  // "Next Tuesday" said on a Monday is tomorrow to some and a week on to others.
  if (which === 'next')
    return weekday(today) + ahead > 7 || ahead === 0 ? [addDays(today, ahead || 7)] : [coming, addDays(coming, 7)]
  if (which !== '') return [coming]
  if (!shape.future) return [ahead === 0 ? today : previous]
  if (shape.past) return ahead === 0 ? [today] : [coming, previous]
  return ahead === 0 ? [today, addDays(today, 7)] : [coming]
}

function weekdayCalled(name: string): number | undefined {
  if (Object.hasOwn(SHORT_WEEKDAYS, name)) return SHORT_WEEKDAYS[name]
  if (name.length < 5) return undefined
  const near = WEEKDAYS.flatMap((day, index) =>
    lettersApart(day, name, slipsAllowed(name.length)) <= slipsAllowed(name.length) ? [{ day, index }] : [],
  )
  const exact = near.find(({ day }) => day === name) ?? (near.length === 1 ? near[0] : undefined)
  return exact && exact.index + 1
}

/** "28/3", "28 / 03 / 2026", "28 march", "march 28th", "the 28th". Day before month, as in England. */
function onDate(words: string, today: CalendarDay, shape: { past: boolean; future: boolean }): CalendarDay[] {
  const tokens = words
    .split(' ')
    .filter((token) => !['the', 'of', '/', ...Object.keys(SHORT_WEEKDAYS), ...WEEKDAYS].includes(token))
    .map((token) => token.replace(/^(\d{1,2})(?:st|nd|rd|th)$/, '$1'))
  const monthAt = tokens.findIndex((token) => monthCalled(token) !== undefined)
  const numbers = tokens.filter((_, index) => index !== monthAt)
  if (tokens.length === 0 || tokens.length > 3 || !numbers.every((token) => /^\d{1,4}$/.test(token))) return []
  const [day, second, third] = numbers.map(Number)
  const month = monthAt >= 0 ? monthCalled(tokens[monthAt]!) : second
  const year = monthAt >= 0 ? second : third
  if (day === undefined || day > 31 || (monthAt >= 0 && third !== undefined)) return []
  if (month === undefined) return /\d(?:st|nd|rd|th)\b|^the /.test(words) ? nextDayOfMonth(day, today, shape) : []
  if (year !== undefined) return real(dayOf(year < 100 ? 2000 + year : year, month, day))
  const thisYear = Number(today.slice(0, 4))
  const inYear = (which: number) => real(dayOf(which, month, day))
  const [here] = inYear(thisYear)
  if (shape.future && !shape.past && here && here < addDays(today, -180)) return inYear(thisYear + 1)
  if (shape.past && !shape.future && here && here > today) return inYear(thisYear - 1)
  return here ? [here] : []
}

function nextDayOfMonth(day: number, today: CalendarDay, shape: { future: boolean }): CalendarDay[] {
  const [year, month] = today.split('-').map(Number) as [number, number]
  const steps = shape.future ? [0, 1, 2] : [0, -1, -2]
  for (const step of steps) {
    const count = year * 12 + (month - 1) + step
    const [found] = real(dayOf(Math.floor(count / 12), (count % 12) + 1, day))
    if (found && (shape.future ? found >= today : found <= today)) return [found]
  }
  return []
}

const monthCalled = (token: string): number | undefined => {
  const index = MONTHS.findIndex(
    (month) =>
      month === token || (token.length >= 3 && month.startsWith(token)) || (token === 'sept' && month === 'september'),
  )
  return index < 0 ? undefined : index + 1
}

const dayOf = (year: number, month: number, day: number): string =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** The day when the calendar has it. */
const real = (day: string): CalendarDay[] => (fitsShape(DATE, day) ? [day] : [])
const DATE: DateShape = { kind: 'date', past: true, future: true }
