import type { AnswerShape } from '../dialog-kit/answers.ts'
import type { Option } from '../dialog-kit/output.ts'
import type { CalendarDay } from '../shared/calendarDay.ts'
import { describeTime } from './describeTime.ts'
import type { Draft } from './draft.ts'

/** Locale of dates by language of the words: English here is British. */
const LOCALES: Readonly<Record<string, string>> = { en: 'en-GB' }

/** A day as people name it, "Thursday 26 March". */
export const describeDay = (day: CalendarDay, language: string, length: 'long' | 'short' = 'long'): string =>
  new Intl.DateTimeFormat(LOCALES[language] ?? language, {
    weekday: length,
    day: 'numeric',
    month: length,
    timeZone: 'UTC',
  })
    .format(Date.parse(`${day}T00:00:00Z`))
    .replace(',', '')

/** An answer in words again: an option's label, a day by its name, a number as it is. */
export function describeValue(value: unknown, shape: AnswerShape, options: readonly Option[], draft: Draft): string {
  const { language } = draft.surroundings
  const label = (one: unknown) => options.find((option) => option.value === one)?.label ?? String(one)
  switch (shape.kind) {
    case 'choice':
      return label(shape.yesNo ? (value === true ? 'yes' : 'no') : value)
    case 'choice-from':
      return label(value)
    case 'choices':
      return new Intl.ListFormat(LOCALES[language] ?? language, { type: 'conjunction' }).format(
        (value as unknown[]).map(label),
      )
    case 'date':
      return describeDay(value as string, language)
    case 'date-time': {
      const [day, time] = (value as string).split('T')
      return `${describeDay(day!, language)}, ${time}`
    }
    case 'time':
      return describeTime(value as string, draft)
    case 'text':
    case 'rating':
    case 'number':
      return String(value)
  }
}
