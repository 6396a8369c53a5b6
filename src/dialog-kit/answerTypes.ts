import type { AnswerShape, AnswerType, AnswerTypes, ListType } from './answers.ts'
import type { CalendarDay, ClockTime, LocalDateTime } from '../shared/calendarDay.ts'
import { parseAnswer } from './parse.ts'

function answerType<V>(shape: AnswerShape): AnswerType<V> {
  const parse: AnswerType<V>['parse'] = (raw, context) => parseAnswer<V>(shape, raw, context)
  return { shape, needed: false, parse, required: () => ({ ...answerType<V>(shape), needed: true }) }
}

/** A person's own words. They are screened before any dialog sees them. */
export const freeText = (options: { max: number }) => answerType<string>({ kind: 'text', maxLength: options.max })
/** A row of whole numbers with words at both ends. Typed digits are read too. */
export const rating = (min: number, max: number) => answerType<number>({ kind: 'rating', min, max })
/** Yes or no; labels in content under `options: {yes, no}`. */
export const yesNo = () => answerType<boolean>({ kind: 'choice', values: ['yes', 'no'], yesNo: true })
/** One of a fixed list; labels in content by these values. */
export const choice = <const T extends readonly string[]>(...values: T) =>
  answerType<T[number]>({ kind: 'choice', values })
/** One of a list made from the person's own data, given where it is asked. */
export const choiceFrom = (source: string) => answerType<string>({ kind: 'choice-from', source })
/** Any number of a fixed list. */
export const choices = <const T extends readonly string[]>(...values: T) =>
  answerType<T[number][]>({ kind: 'choices', values })
/** A whole number within bounds: minutes, days, how many. */
export const wholeNumber = (min: number, max: number) => answerType<number>({ kind: 'number', min, max })
/** A length of time in minutes: "45", "half an hour", "1h 15". */
export const minutes = (min: number, max: number) => answerType<number>({ kind: 'number', min, max, minutes: true })
/** A calendar day; `next` days from today on, `last` days up to today. */
export const localDate = (when: 'next' | 'last' | 'any' = 'next') =>
  answerType<CalendarDay>({ kind: 'date', past: when !== 'next', future: when !== 'last' })
/** A clock time. An hour that could be morning or evening is asked back, what is nearer to `around` first. */
export const localTime = (options: { around?: ClockTime } = {}) => answerType<ClockTime>({ kind: 'time', ...options })
/** A day with a clock time, from now on. */
export const localDateTime = () => answerType<LocalDateTime>({ kind: 'date-time', future: true })
/** Several rounds of the same questions. */
export const list = <const Items extends AnswerTypes>(items: Items, options: { atMost: number }): ListType<Items> => ({
  list: items,
  atMost: options.atMost,
})
