import type { AnswerShape, ParseContext, Parsed, RawAnswer } from './answers.ts'
import type { Option } from './output.ts'
import { didItOrNot } from './didItOrNot.ts'
import { numberWord } from './numberWords.ts'
import { lettersApart, settle, slipsAllowed, turnsRound } from './typedWords.ts'
import { yesOrNo } from './yesOrNo.ts'

type ChoiceShape = Extract<AnswerShape, { kind: 'choice' | 'choice-from' }>

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const NOT_UNDERSTOOD = { ok: false, reason: 'not-understood' } as const

/** A choice by its value, its label, the beginning of its label, its place in the list, or with a slip of the finger. */
export function parseChoice(shape: ChoiceShape, raw: RawAnswer, context: ParseContext): Parsed<string | boolean> {
  const found = readOne(raw, context)
  if (!found.ok || shape.kind !== 'choice' || !shape.yesNo) return found
  return { ok: true, value: found.value === 'yes' }
}

/** Several choices: a list of values from a card, or labels typed with commas or "and" between them. */
export function parseChoices(raw: RawAnswer, context: ParseContext): Parsed<string[]> {
  const whole = raw.kind === 'text' ? readOne(raw, { ...context, exact: true }) : NOT_UNDERSTOOD
  if (whole.ok) return { ok: true, value: [whole.value] }
  const parts: RawAnswer[] =
    raw.kind === 'text'
      ? raw.text
          .split(/,|;|\n|\band\b|&|\+/i)
          .filter((part) => settle(part) !== '')
          .map((text) => ({ kind: 'text', text }))
      : (Array.isArray(raw.value) ? raw.value : [raw.value]).map((value: unknown) => ({ kind: 'value', value }))
  if (parts.length === 0) return { ok: false, reason: 'empty' }
  const values: string[] = []
  for (const part of parts) {
    const found = readOne(part, context)
    if (!found.ok) return found
    if (!values.includes(found.value)) values.push(found.value)
  }
  return { ok: true, value: values }
}

/** The option that is called exactly this, in any case and punctuation. */
export const optionCalled = (text: string, options: readonly Option[]): Option | undefined =>
  options.find((option) => settle(option.label) === settle(text)) ??
  options.find((option) => option.value === settle(text))

/** The options that come nearest to what was typed, at most three; the first ones where none is near. */
export function likelyOptions(text: string, options: readonly Option[]): Option[] {
  const words = settle(text)
  const near = (option: Option) => {
    const label = settle(option.label)
    const shared = words.split(' ').filter((word) => word.length > 2 && label.split(' ').includes(word)).length
    return shared * 10 - lettersApart(label, words, 6)
  }
  return options.toSorted((a, b) => near(b) - near(a)).slice(0, 3)
}

function readOne(raw: RawAnswer, context: ParseContext): Parsed<string> {
  if (raw.kind === 'text') return byWords(raw.text, context)
  const name = typeof raw.value === 'boolean' ? (raw.value ? 'yes' : 'no') : raw.value
  const found = context.options.find((option) => option.value === name)
  return found ? { ok: true, value: found.value } : NOT_UNDERSTOOD
}

function byWords(text: string, { options, exact }: ParseContext): Parsed<string> {
  const words = settle(text)
  if (words === '') return { ok: false, reason: 'empty' }
  const called = optionCalled(text, options)
  if (called) return { ok: true, value: called.value }
  if (exact) return NOT_UNDERSTOOD
  for (const find of [bySayingYesOrNo, byHavingDoneIt, byPlace, byBeginning, bySlip]) {
    const found = find(words, options)
    if (found.length === 1) return { ok: true, value: found[0]!.value }
    if (found.length > 1) return { ok: false, reason: 'ambiguous', likely: found.slice(0, 3) }
  }
  const around = options.filter((option) => words.length > 3 && ` ${settle(option.label)} `.includes(` ${words} `))
  return around.length > 0 ? { ok: false, reason: 'ambiguous', likely: around.slice(0, 3) } : NOT_UNDERSTOOD
}

function bySayingYesOrNo(words: string, options: readonly Option[]): Option[] {
  const said = yesOrNo(words)
  return said
    ? options.filter(({ value }) => (said === 'both' ? value === 'yes' || value === 'no' : value === said))
    : []
}

/** Where it is asked whether something was done. */
function byHavingDoneIt(words: string, options: readonly Option[]): Option[] {
  const said = didItOrNot(words)
  return said === undefined ? [] : options.filter(({ value }) => value === said)
}

/** "2", "the second one", "option 2", "last one". Not where the labels themselves have numbers. */
function byPlace(words: string, options: readonly Option[]): Option[] {
  if (options.some((option) => /\d/.test(option.label))) return []
  const place = /^(?:the |option |number |no )?(\w+?)(?:st|nd|rd|th)?(?: one| option)?$/.exec(words)
  const named = /^(?:the )?(\w+)(?: one| option)?$/.exec(words)?.[1] ?? ''
  if (named === 'last') return options.slice(-1)
  const ordinal = ORDINALS.indexOf(named) + 1
  const number = ordinal > 0 ? ordinal : /^\d+$/.test(place?.[1] ?? '') ? Number(place![1]) : (numberWord(named) ?? 0)
  const found = options[number - 1]
  return found ? [found] : []
}

/** The beginning of a label, or a label with a little more behind it, as long as neither turns the other round. */
function byBeginning(words: string, options: readonly Option[]): Option[] {
  return options.filter((option) => {
    const label = settle(option.label)
    if (label === '' || turnsRound(label) !== turnsRound(words)) return false
    return (
      (words.length > 1 && label.startsWith(words)) ||
      (words.startsWith(`${label} `) && words.split(' ').length <= label.split(' ').length + 3)
    )
  })
}

function bySlip(words: string, options: readonly Option[]): Option[] {
  const slips = slipsAllowed(words.length)
  if (slips === 0) return []
  return options.filter((option) => {
    const label = settle(option.label)
    return turnsRound(label) === turnsRound(words) && lettersApart(label, words, slips) <= slips
  })
}
