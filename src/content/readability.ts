import { flesch } from 'flesch'
import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'
import { countedWords, sentencesOf, type BandLimit, type WritingRules } from './writingRules.ts'

/** With fewer words than this the formulas say nothing (brief 7.1). */
const ENOUGH_WORDS = 100
/** A word of so many beats is a hard one, unless everybody knows it. */
const HARD_BEATS = 3

/**
 * How easily a whole flow reads: everything that one band may be told in one dialog, joined. The formulas mislead on short
 * texts, so that a single message is never judged by them. Empty when nothing is wrong.
 */
export function faultsOfFlow(texts: readonly string[], limit: Omit<BandLimit, 'message' | 'sentence'>): string[] {
  const words = texts.flatMap(countedWords)
  if (words.length < ENOUGH_WORDS) return []
  const counts = {
    sentence: texts.reduce((sum, text) => sum + sentencesOf(text).length, 0),
    word: words.length,
    syllable: words.reduce((sum, word) => sum + syllable(word), 0),
  }
  const [grade, ease, mean] = [fleschKincaid(counts), flesch(counts), counts.word / counts.sentence]
  return [
    ...(grade > limit.grade ? [`reads at grade ${grade.toFixed(1)}, ${limit.grade} at most`] : []),
    ...(ease < limit.ease ? [`reading ease ${ease.toFixed(0)}, ${limit.ease} at least`] : []),
    ...(mean > limit.mean ? [`${mean.toFixed(1)} words a sentence on average, ${limit.mean} at most`] : []),
  ]
}

/** The hard words of one message beyond those it may have. */
export function faultsOfHardWords(text: string, { known, most }: WritingRules['hard-words']): string[] {
  const words = new Set(countedWords(text).flatMap((word) => word.toLowerCase().match(/[a-z]+(?:['’-][a-z]+)*/g) ?? []))
  const hard = [...words].filter(
    (word) => syllable(word) >= HARD_BEATS && !known.some((one) => word === one || word === `${one}s`),
  )
  return hard.length > most ? [`${hard.length} hard words (${hard.join(', ')}), ${most} at most`] : []
}
