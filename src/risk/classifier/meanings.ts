import { z } from 'zod'
import type { Meanings } from './features.ts'

/** Word classes: a name and the words of it, apart by spaces. */
export const meaningsFile = z.strictObject({ meanings: z.record(z.string().regex(/^[a-z-]+$/), z.coerce.string()) })

/** Words by what they are about, with their endings: "slap" stands for slaps, slapped and slapping too. */
export function readMeanings({ meanings }: z.infer<typeof meaningsFile>): Meanings {
  const byWord = new Map<string, number[]>()
  Object.values(meanings).forEach((words, meaning) => {
    for (const word of words.split(/\s+/).flatMap(withEndings)) {
      const known = byWord.get(word) ?? []
      if (!known.includes(meaning)) byWord.set(word, [...known, meaning])
    }
  })
  return byWord
}

function withEndings(word: string): string[] {
  if (word.length < 3 || /[^a-z]/.test(word)) return [word]
  const stem = word.endsWith('e') ? word.slice(0, -1) : word
  const y = word.endsWith('y') ? [`${word.slice(0, -1)}ies`, `${word.slice(0, -1)}ied`] : []
  // "slap": slapped. One vowel and one consonant at the end are doubled in most short verbs.
  const doubled = /[^aeiou][aeiou][bdgmnprt]$/.test(word) ? word + word.at(-1)! : undefined
  const twice = doubled ? [`${doubled}ed`, `${doubled}ing`, `${doubled}in`] : []
  return [word, `${word}s`, `${stem}ed`, `${stem}ing`, `${stem}in`, ...y, ...twice]
}
