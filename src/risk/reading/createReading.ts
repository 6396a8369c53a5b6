import { InvalidInput } from '../../shared/errors.ts'
import type { GuardSpan } from './guards.ts'
import { foldText } from './fold.ts'
import { createPhraseReader, type Element } from './phrases.ts'
import { readMessage, type Token } from './readMessage.ts'
import type { AmbiguousTerm, OtherLanguage, RiskRule, RiskRules } from './schema.ts'
import { createVocabulary, type Vocabulary } from './vocabulary.ts'

/** Whose phrase was found. */
export type Owner =
  | { kind: 'rule'; family: string; rule: RiskRule }
  | { kind: 'ambiguous'; family: string; term: AmbiguousTerm }
  | { kind: 'harmless' }
  | { kind: 'guard'; guard: GuardSpan['guard'] }
  | { kind: 'denial' }

/** The lexicon's phrases written out, and how a message is read into words before anything is looked for. */
export interface Reading {
  forms: { owner: Owner; form: Element[] }[]
  vocabulary: Vocabulary
  read(text: string): Token[]
}

/** Writes out all phrases of the rules. Both stages of the screen read messages with what it answers. Throws `InvalidInput`. */
export function createReading(rules: RiskRules): Reading {
  const { reading } = rules
  const spell = (word: string) => reading.spellings[word]?.split(' ') ?? [word]
  const phrases = createPhraseReader(reading.classes, spell)
  const forms: { owner: Owner; form: Element[] }[] = []
  const add = (owner: Owner, texts: readonly string[], where: string) => {
    for (const text of texts) for (const form of phrases.expand(text, where)) forms.push({ owner, form })
  }
  for (const [family, { rules: ofFamily, ambiguous, harmless }] of Object.entries(rules.families)) {
    for (const rule of ofFamily) add({ kind: 'rule', family, rule }, rule.phrases, `${family}/${rule.id}`)
    for (const term of ambiguous) add({ kind: 'ambiguous', family, term }, term.phrases, `${family}/${term.id}`)
    add({ kind: 'harmless' }, harmless, `${family}/harmless`)
  }
  for (const [code, { language, rules: ofLanguage }] of Object.entries(rules.languages))
    for (const one of ofLanguage)
      add(
        { kind: 'rule', family: 'other-language', rule: inLanguage(code, language, one) },
        one.phrases.map(foldText),
        `languages/${code}/${one.id}`,
      )
  const { guards } = reading
  add({ kind: 'guard', guard: 'negator' }, guards.negators, 'guards/negators')
  add({ kind: 'guard', guard: 'usedTo' }, guards.usedTo, 'guards/usedTo')
  add({ kind: 'guard', guard: 'past' }, guards.past, 'guards/past')
  add({ kind: 'guard', guard: 'now' }, guards.now, 'guards/now')
  add({ kind: 'guard', guard: 'quoted' }, guards.quoted, 'guards/quoted')
  add({ kind: 'guard', guard: 'feelings' }, guards.feelings, 'guards/feelings')
  add({ kind: 'denial' }, reading.denials, 'denials')
  if (phrases.faults.length > 0) throw new InvalidInput('The risk lexicon cannot be used:', phrases.faults)

  const words = new Set(forms.flatMap(({ form }) => form.flatMap((e) => ('words' in e ? [...e.words] : []))))
  const vocabulary = createVocabulary({ ...reading, words })
  const emoji = new Map(Object.entries(reading.emoji))
  return { forms, vocabulary, read: (text) => readMessage(text, vocabulary, emoji) }
}

/** A rule of another language's list. Nothing around its phrase is read: no guard knows the language. */
const inLanguage = (code: string, language: string, one: OtherLanguage['rules'][number]): RiskRule => ({
  ...one,
  id: `${code}-${one.id}`,
  because: `${one.because} (${language})`,
  priority: false,
  role: 'both',
  person: 'as-written',
  negated: 'same',
  past: 'same',
  sayings: false,
  without: [],
  doubtful: false,
  alone: false,
})
