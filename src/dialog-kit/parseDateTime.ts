import { addDays, type LocalDateTime } from '../shared/calendarDay.ts'
import type { AnswerShape, Parsed, RawAnswer } from './answers.ts'
import { fitsShape } from './fitsShape.ts'
import { daysMeant } from './parseDate.ts'
import { timesMeant } from './parseTime.ts'
import { settle } from './typedWords.ts'

type DateTimeShape = Extract<AnswerShape, { kind: 'date-time' }>

/** A day with a clock time in either order: "tomorrow at 5pm", "17:15 on sat". Asks back where either can be meant in two ways. */
export function parseDateTime(shape: DateTimeShape, raw: RawAnswer, now: LocalDateTime): Parsed<LocalDateTime> {
  if (raw.kind === 'value') {
    if (!fitsShape(shape, raw.value)) return { ok: false, reason: 'not-understood' }
    return within(shape, [raw.value as string], now)
  }
  if (settle(raw.text) === '') return { ok: false, reason: 'empty' }
  if (fitsShape(shape, raw.text.trim())) return within(shape, [raw.text.trim()], now)
  const meant = momentsMeant(raw.text, now, shape)
  return meant.length === 0 ? { ok: false, reason: 'not-understood' } : within(shape, meant, now)
}

function within(shape: DateTimeShape, meant: readonly LocalDateTime[], now: LocalDateTime): Parsed<LocalDateTime> {
  const possible = shape.future ? meant.filter((moment) => moment >= now) : meant
  if (possible.length === 0) return { ok: false, reason: 'in-the-past' }
  if (possible.length === 1) return { ok: true, value: possible[0]! }
  return {
    ok: false,
    reason: 'ambiguous',
    likely: possible.slice(0, 3).map((moment) => ({ value: moment, label: moment })),
  }
}

function momentsMeant(text: string, now: LocalDateTime, shape: DateTimeShape): LocalDateTime[] {
  const today = now.slice(0, 10)
  const tokens = text.trim().replace(/,/g, ' ').split(/\s+/)
  const days = (words: string) =>
    daysMeant(words.replace(/\b(?:at|on)\s*$/i, ''), today, { past: !shape.future, future: true })
  const times = (words: string) => timesMeant(words.replace(/\bon\s*$/i, ''))
  for (let cut = 1; cut < tokens.length; cut++) {
    const [front, back] = [tokens.slice(0, cut).join(' '), tokens.slice(cut).join(' ')]
    const [day, time] =
      bothOf(days(front), timesOn(front, back, times)) ?? bothOf(days(back), timesOn(back, front, times)) ?? []
    if (day && time) return day.flatMap((one) => time.map((at) => `${one}T${at}`))
  }
  // Only a time: the next time the clock shows it, today first.
  return times(text)
    .flatMap((at) => [today, addDays(today, 1)].map((day) => `${day}T${at}`))
    .filter((moment) => moment >= now)
    .slice(0, 3)
}

/** "Tonight at 8" says which half of the day is meant. */
const timesOn = (day: string, time: string, times: (words: string) => string[]): string[] =>
  /\btonight\b/i.test(day) ? times(`${time} tonight`) : times(time)

const bothOf = (days: string[], times: string[]): [string[], string[]] | undefined =>
  days.length > 0 && times.length > 0 ? [days, times] : undefined
