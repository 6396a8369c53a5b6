import type { AnswerShape, ParseContext, Parsed, RawAnswer } from './answers.ts'
import { parseChoice, parseChoices } from './parseChoice.ts'
import { parseDate } from './parseDate.ts'
import { parseDateTime } from './parseDateTime.ts'
import { parseNumber } from './parseNumber.ts'
import { parseText } from './parseText.ts'
import { parseTime } from './parseTime.ts'

/**
 * Reads one answer by its shape: the value behind a button or picker, or what a person typed. Never guesses: what could
 * be meant in two ways comes back as `likely` options to choose from (for days and times with the bare value as label).
 */
export function parseAnswer<V>(shape: AnswerShape, raw: RawAnswer, context: ParseContext): Parsed<V> {
  return read(shape, raw, context) as Parsed<V>
}

/** Nobody types a number, a day or a choice at such length; reading it as one could cost its length squared. */
const LONGEST_TYPED = 400

function read(shape: AnswerShape, raw: RawAnswer, context: ParseContext): Parsed<unknown> {
  if (shape.kind !== 'text' && raw.kind === 'text' && raw.text.length > LONGEST_TYPED)
    return { ok: false, reason: 'not-understood' }
  switch (shape.kind) {
    case 'text':
      return parseText(shape, raw)
    case 'choice':
    case 'choice-from':
      return parseChoice(shape, raw, context)
    case 'choices':
      return parseChoices(raw, context)
    case 'rating':
    case 'number':
      return parseNumber(shape, raw)
    case 'date':
      return parseDate(shape, raw, context.now.slice(0, 10))
    case 'time':
      return parseTime(shape, raw)
    case 'date-time':
      return parseDateTime(shape, raw, context.now)
  }
}
