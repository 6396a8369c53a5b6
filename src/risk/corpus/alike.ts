import { foldText } from '../reading/fold.ts'

/** Two messages that share so much that one says nothing new beside the other. */
export interface Alike {
  first: string
  second: string
  /** Part of their three-word stretches that they share, 0 to 1. */
  likeness: number
}

/** From here on two messages are near-duplicates: one of them is left out. */
export const NEAR_DUPLICATE = 0.5
/** From here on two messages are kin: they stay in one split. */
export const KIN = 0.25

/**
 * All pairs of messages at or above `least` likeness: Jaccard's measure over stretches of three words, the ends of the
 * message counting as words, case, punctuation and decoration aside. Finds pairs through shared stretches, so that
 * thousands of messages take a moment.
 */
export function findAlike(messages: readonly { id: string; text: string }[], least: number): Alike[] {
  const stretches = messages.map(({ text }) => stretchesOf(text))
  const holders = new Map<string, number[]>()
  const pairs: Alike[] = []
  messages.forEach(({ id }, i) => {
    const shared = new Map<number, number>()
    for (const stretch of stretches[i]!) {
      const others = holders.get(stretch) ?? []
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1)
      holders.set(stretch, [...others, i])
    }
    for (const [other, count] of shared) {
      const likeness = count / (stretches[i]!.size + stretches[other]!.size - count)
      if (likeness >= least) pairs.push({ first: messages[other]!.id, second: id, likeness })
    }
  })
  return pairs
}

function stretchesOf(text: string): Set<string> {
  const words = foldText(text).match(/[\p{L}\p{N}'*@$]+|\p{Extended_Pictographic}/gu) ?? [foldText(text)]
  const all = ['<', ...words, '>']
  return new Set(all.slice(2).map((word, i) => `${all[i]} ${all[i + 1]} ${word}`))
}
