import { z } from 'zod'
import { BANDS } from '../dialog-kit/index.ts'

const limit = z.strictObject({ message: z.int().positive(), sentence: z.int().positive() })
const bandLimit = limit.extend({ mean: z.number(), grade: z.number(), ease: z.number() })

/** `content/writing.<language>.yaml`: what a machine checks in every message (brief 7.1, 7.2). */
export const writingRules = z.strictObject({
  never: z.array(z.string().min(1)),
  'never-first': z.array(z.string().min(1)),
  spelling: z.record(z.string(), z.string()),
  limits: z.record(z.enum(BANDS), bandLimit),
  safety: bandLimit,
  'hard-words': z.strictObject({ most: z.int().min(0), known: z.array(z.string().min(1)) }),
  variants: z.strictObject({ least: z.int().min(1), 'said-once': z.array(z.string()) }),
  buttons: z.strictObject({ most: z.int(), characters: z.int() }),
})
export type WritingRules = z.infer<typeof writingRules>
export type WritingLimit = z.infer<typeof limit>
export type BandLimit = z.infer<typeof bandLimit>

const wholeWords = (phrase: string) =>
  new RegExp(`(?<![\\w-])${phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/'/g, "['’]")}(?![\\w-])`, 'i')

/** Words of one text that count: not names, numbers, or what a person wrote themselves. */
export const countedWords = (text: string): string[] =>
  text
    .replace(/\{[^}]*\}/g, ' ')
    .split(/\s+/)
    .filter((word) => /\p{L}/u.test(word))

/** The sentences of a text. A full stop inside a time or a number ends none. */
export const sentencesOf = (text: string): string[] =>
  text.split(/(?<=[.!?…:])\s+|\n+/).filter((sentence) => /\p{L}/u.test(sentence))

/** Everything wrong with one message, in plain words; empty when nothing is. */
export function faultsOfText(text: string, rules: WritingRules, limit: WritingLimit): string[] {
  const faults: string[] = []
  const words = countedWords(text).length
  if (words > limit.message) faults.push(`${words} words, ${limit.message} at most`)
  const longest = Math.max(0, ...sentencesOf(text).map((sentence) => countedWords(sentence).length))
  if (longest > limit.sentence) faults.push(`a sentence of ${longest} words, ${limit.sentence} at most`)
  for (const phrase of rules.never) if (wholeWords(phrase).test(text)) faults.push(`never "${phrase}"`)
  for (const phrase of rules['never-first'])
    if (new RegExp(`^\\W*${phrase}\\b`, 'i').test(text)) faults.push(`never begins with "${phrase}"`)
  for (const [wrong, right] of Object.entries(rules.spelling))
    if (wholeWords(wrong).test(text)) faults.push(`"${wrong}": ${right} in British English`)
  if (text.includes(';')) faults.push('no semicolons')
  if ((text.match(/\?/g) ?? []).length > 1) faults.push('one question a message')
  if ((text.match(/!/g) ?? []).length > 1) faults.push('one exclamation mark at most')
  if ((text.match(/\p{Emoji_Presentation}/gu) ?? []).length > 1) faults.push('one emoji at most')
  if (/\b0\d{3,4}[ \d]{5,}|\b(?:999|111|85258)\b/.test(text.replace(/\{[^}]*\}/g, '')))
    faults.push('a telephone number: use a {phone:…} token')
  return faults
}

/** Everything wrong with the label of a button. */
export function faultsOfLabel(label: string, rules: WritingRules): string[] {
  const faults = faultsOfText(label, rules, { message: 99, sentence: 99 })
  const characters = [...label.replace(/\{[^}]*\}/g, '')].length
  return characters > rules.buttons.characters
    ? [...faults, `${characters} characters, ${rules.buttons.characters} at most`]
    : faults
}
