import type { AnswerShape, Parsed, RawAnswer } from './answers.ts'
import { fitsShape } from './fitsShape.ts'
import { numberToken } from './numberWords.ts'
import { minutesMeant } from './parseMinutes.ts'
import { settle } from './typedWords.ts'

type NumberShape = Extract<AnswerShape, { kind: 'rating' | 'number' }>

/** Words that may stand around a number without changing it. */
const AROUND = new Set(
  'a an about around abt like maybe probably prob probs roughly just only ish i id say its it is im at on my the mood scale of think guess was were feel feeling rn now today for solid minutes minute mins min days day times time hours hour hrs'.split(
    ' ',
  ),
)

/** A whole number within bounds: "7", "seven", "7/10", "about a 7". Two numbers or half ones are asked back. */
export function parseNumber(shape: NumberShape, raw: RawAnswer): Parsed<number> {
  if (raw.kind === 'value') {
    // A button may send its value as text.
    const value = typeof raw.value === 'string' && /^-?\d{1,6}$/.test(raw.value) ? Number(raw.value) : raw.value
    if (fitsShape(shape, value)) return { ok: true, value: value as number }
    return { ok: false, reason: typeof value === 'number' ? 'out-of-range' : 'not-understood' }
  }
  if (settle(raw.text) === '') return { ok: false, reason: 'empty' }
  const length = 'minutes' in shape ? minutesMeant(raw.text) : undefined
  if (length !== undefined) return within(shape, length)
  const typed = raw.text.toLowerCase().replace(new RegExp(`\\s*(?:/|out of)\\s*${shape.max}\\b`), ' ')
  if (/^\s*[-−]\s*\d/.test(typed)) return { ok: false, reason: 'out-of-range' }
  const half = /(\d+)[.,]\d+|(\d+)\s*½/.exec(typed)
  if (half) return oneOf(shape, [Number(half[1] ?? half[2]), Number(half[1] ?? half[2]) + 1])
  const tokens = settle(typed.replace(/[-–/]/g, ' ').replace(/(\d)(ish|mins?|m|days?|x)\b/g, '$1')).split(' ')
  const numbers = joined(tokens)
  const rest = tokens.filter((token) => numberToken(token) === undefined && !AROUND.has(token))
  const [only] = numbers
  if (only === undefined) return { ok: false, reason: 'not-understood' }
  if (numbers.length > 1 || rest.length > 0) return oneOf(shape, numbers)
  return within(shape, only)
}

const within = (shape: NumberShape, number: number): Parsed<number> =>
  number < shape.min || number > shape.max ? { ok: false, reason: 'out-of-range' } : { ok: true, value: number }

/** The numbers among the tokens, "twenty five" as one. */
function joined(tokens: readonly string[]): number[] {
  const numbers: number[] = []
  let before: number | undefined
  for (const token of tokens) {
    const number = numberToken(token)
    if (
      number !== undefined &&
      before !== undefined &&
      before >= 20 &&
      before % 10 === 0 &&
      number > 0 &&
      number < 10 &&
      !/\d/.test(token)
    ) {
      numbers[numbers.length - 1] = before + number
    } else if (number !== undefined) numbers.push(number)
    before = number
  }
  return [...new Set(numbers)]
}

/** Asks back which of these is meant; those out of bounds are no answer. */
function oneOf(shape: NumberShape, numbers: readonly number[]): Parsed<number> {
  const within = numbers.filter((number) => number >= shape.min && number <= shape.max).slice(0, 3)
  if (within.length === 0) return { ok: false, reason: 'not-understood' }
  return {
    ok: false,
    reason: 'ambiguous',
    likely: within.map((number) => ({ value: String(number), label: String(number) })),
  }
}
