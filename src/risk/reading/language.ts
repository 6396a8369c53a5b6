import type { Token } from './readMessage.ts'

interface Parts {
  english: readonly string[]
  others: readonly string[]
  /** Languages with a list of their own, and whether a named speaker has read it. */
  lists: readonly { words: readonly string[]; signed: boolean }[]
}

const NOT_LATIN = /[^\x00-\x7f]/ // eslint-disable-line no-control-regex

/**
 * Whether a text is surely not English, so that no rule has really read it; not where it is in a language whose list a
 * named speaker has signed. A short or doubtful text counts as English: a wrong "I can't read this" to somebody who wrote
 * in English would be worse than a look at the words.
 */
export function createLanguageReader({ english: known, others: foreignWords, lists }: Parts) {
  const english = new Set(known)
  const others = new Set([...foreignWords, ...lists.flatMap((list) => list.words)].filter((word) => !english.has(word)))
  const signed = new Set(lists.filter((list) => list.signed).flatMap((list) => list.words))
  return (text: string, tokens: readonly Token[]): boolean => {
    const letters = NOT_LATIN.test(text) ? (text.match(/\p{L}/gu) ?? []) : []
    const latin = letters.filter((l) => /\p{Script=Latin}/u.test(l)).length
    const isOwn = (t: Token) => english.has(t.word) || (t.id > 0 && !NOT_LATIN.test(t.word))
    if (letters.length >= 8 && latin / letters.length < 0.5)
      return tokens.filter(isOwn).length / Math.max(tokens.length, 1) < 0.5
    if (tokens.length < 5) return false
    const foreign = tokens.filter((t) => others.has(t.word)).length
    if (foreign < 3) return false
    const plainEnglish = tokens.filter((t) => english.has(t.word) && !others.has(t.word)).length
    const isForeign = foreign / tokens.length >= 0.25 && plainEnglish < foreign && plainEnglish / tokens.length < 0.25
    return isForeign && !(signed.size > 0 && tokens.filter((t) => signed.has(t.word)).length >= foreign)
  }
}
