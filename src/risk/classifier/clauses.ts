import type { ReadMessage } from './features.ts'

/** Messages of more words than this are also read clause by clause: one clause is easily drowned in a long day. */
const LONG = 24
/** A clause that begins with one of these words has at least so many before it. */
const CLAUSE = 6
const BEGINS = new Set('but then so and cos because also anyway except until when'.split(' '))

/** The clauses of a long message, each as a message of its own: sentences, cut again before words that begin a clause. */
export function clausesOf({ words, role, heard, sentences }: ReadMessage): Omit<ReadMessage, 'sentences'>[] {
  if (words.length <= LONG) return []
  const starts = [0]
  for (let i = 1; i < words.length; i++) {
    const soFar = i - starts.at(-1)!
    if (sentences[i] !== sentences[i - 1] || (soFar >= CLAUSE && BEGINS.has(words[i]!))) starts.push(i)
  }
  if (starts.length === 1) return []
  return starts.map((from, at) => {
    const to = starts[at + 1] ?? words.length
    const inside = heard.filter((hit) => hit.from >= from && hit.to < to)
    return { words: words.slice(from, to), role, heard: inside.map(({ rule, from: a, to: b }) => ({ rule, from: a - from, to: b - from })) } // prettier-ignore
  })
}
