import type { Fault } from '../../shared/errors.ts'

/** One stop of a phrase: any of these words, or up to so many words of any kind. */
export type Element = { words: ReadonlySet<string> } | { gap: number }

/** Writes out one form of a phrase: what the vocabulary does to messages is done to phrases too. */
type Spell = (word: string) => string[]

const MOST_FORMS = 4000

/** Reads phrases into plain sequences, with classes put in and optional parts with and without. */
export function createPhraseReader(classes: Readonly<Record<string, readonly string[]>>, spell: Spell) {
  const known = new Map<string, Element[][]>()
  const faults: Fault[] = []

  const classForms = (name: string, where: string): Element[][] => {
    const ready = known.get(name)
    if (ready) return ready
    const members = classes[name]
    if (!members) {
      faults.push({ place: where, problem: `there is no class {${name}}` })
      return []
    }
    known.set(name, [])
    const forms = merge(members.flatMap((member) => expand(member, `{${name}}`)))
    known.set(name, forms)
    return forms
  }

  const alternatives = (part: string, where: string): Element[][] => {
    if (part.startsWith('..')) return [[{ gap: Number(part.slice(2)) }]]
    if (part.startsWith('{')) return classForms(part.slice(1, -1), where)
    if (part.startsWith('(')) return merge(splitTop(part.slice(1, -1), '|').flatMap((one) => expand(one, where)))
    return [spell(part).map((word) => ({ words: new Set([word]) }))]
  }

  const expand = (phrase: string, where: string): Element[][] => {
    let forms: Element[][] = [[]]
    for (const raw of splitTop(phrase.trim(), ' ').filter((p) => p !== '')) {
      const optional = raw.endsWith('?')
      const part = optional ? raw.slice(0, -1) : raw
      if (!/^(\.\.\d|\{[a-z0-9-]+\}|\(.+\)|[\p{L}\p{N}]+)$/u.test(part)) {
        faults.push({ place: where, problem: `"${raw}" is no word, {class}, (choice) or ..gap` })
        continue
      }
      const options = alternatives(part, where)
      const longer = forms.flatMap((form) => options.map((option) => [...form, ...option]))
      forms = optional ? [...forms, ...longer] : longer
      if (forms.length > MOST_FORMS) {
        faults.push({
          place: where,
          problem: `"${phrase}" has more than ${MOST_FORMS} forms`,
          mend: 'use fewer optional parts',
        })
        return []
      }
    }
    return forms.map(trimGaps).filter((form) => form.length > 0)
  }
  return { expand, faults }
}

/** A gap at either end of a form says nothing: optional parts leave them behind. */
function trimGaps(form: Element[]): Element[] {
  const isWord = (e: Element) => 'words' in e
  const from = form.findIndex(isWord)
  return from < 0 ? [] : form.slice(from, form.findLastIndex(isWord) + 1)
}

/** Single words of a choice become one stop: that keeps the number of sequences small. */
function merge(forms: Element[][]): Element[][] {
  const single = new Set<string>()
  const longer: Element[][] = []
  for (const form of forms) {
    const [only] = form
    if (form.length === 1 && only && 'words' in only) for (const word of only.words) single.add(word)
    else longer.push(form)
  }
  return single.size > 0 ? [[{ words: single }], ...longer] : longer
}

/** Splits outside brackets. */
function splitTop(text: string, at: string): string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const letter of text) {
    if (letter === '(' || letter === '{') depth++
    if (letter === ')' || letter === '}') depth--
    if (letter === at && depth === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}
