/** What kind of feature a place was filled by: each kind is scaled by how many of it a message has. */
export const KINDS = ['letters', 'words', 'meanings'] as const

/** The features of one message, in buffers that the next message overwrites. */
export interface Features {
  /** Hashes of all features, kind after kind. */
  hashes: Uint32Array
  /** For each feature, the word it begins in and the word it ends in. */
  from: Int32Array
  to: Int32Array
  /** Where in `hashes` each kind ends. */
  ends: Int32Array
  /** Words that were read. */
  words: number
}

/** Words beyond these are not read by the classifier (the lexicon reads all of them). */
export const WORDS_AT_MOST = 400
const LETTERS_IN_WORD = 24
const FEATURES_AT_MOST = WORDS_AT_MOST * 140

/** A rule of the lexicon that fired, and on which words. */
export interface RuleHit {
  rule: string
  from: number
  to: number
}

/** What the classifier reads of a message: its words as the screen has mended them, who wrote it, what the lexicon heard. */
export interface ReadMessage {
  words: readonly string[]
  role: 'young-person' | 'parent-carer'
  heard: readonly RuleHit[]
  /** The number of the sentence that each word stands in. */
  sentences: readonly number[]
}

/** Word classes by word: what a word means in general ("mum" → adult). A word may have several. */
export type Meanings = ReadonlyMap<string, readonly number[]>

/**
 * Reads words, as the screen has mended them, into hashed features: stretches of two to five letters within a word, one to
 * three words in a row, pairs a little apart, the same over word classes, and the rules that fired. Allocates nothing: the answer is overwritten
 * by the next call.
 */
export function createFeatureReader(meanings: Meanings) {
  const filledWith = new Uint32Array(FEATURES_AT_MOST)
  const from = new Int32Array(FEATURES_AT_MOST)
  const to = new Int32Array(FEATURES_AT_MOST)
  const ends = new Int32Array(KINDS.length)
  const wordHashes = new Int32Array(WORDS_AT_MOST + 2)
  const known: (readonly number[])[] = []
  const features: Features = { hashes: filledWith, from, to, ends, words: 0 }
  const none: readonly number[] = []
  let filled = 0

  const put = (hash: number, first: number, last: number) => {
    if (filled >= FEATURES_AT_MOST) return
    let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    filledWith[filled] = mixed ^ (mixed >>> 16)
    from[filled] = first
    to[filled] = last
    filled++
  }

  const readLetters = (word: string, at: number) => {
    const length = Math.min(word.length, LETTERS_IN_WORD)
    // One place before the word and one behind it stand for its edges.
    for (let start = -1; start < length; start++) {
      let hash = 0x1000193
      for (let i = start; i <= length && i < start + 5; i++) {
        hash = Math.imul(hash ^ (i < 0 || i === length ? 32 : word.charCodeAt(i)), 0x01000193)
        if (i > start) put(hash + (i - start), at, at)
      }
    }
  }

  /** The hashes of one word's letters, in the message buffer from its start. */
  const readWord = (word: string): { hashes: Uint32Array; count: number } => {
    filled = 0
    readLetters(word, 0)
    return { hashes: filledWith, count: filled }
  }

  /** All features of a message; without those of letters where these are known word by word. */
  const read = ({ words, role, heard }: Omit<ReadMessage, 'sentences'>, withLetters = true): Features => {
    filled = 0
    const count = Math.min(words.length, WORDS_AT_MOST)
    features.words = count
    for (let i = 0; i < count; i++) {
      const word = words[i]!
      wordHashes[i] = hashOf(word)
      if (withLetters) readLetters(word, i)
      known[i] = meanings.get(word) ?? none
    }
    ends[0] = filled
    const forRole = role === 'parent-carer' ? 0x5bd1e995 : 0x27d4eb2f
    for (let i = 0; i < count; i++) {
      const one = wordHashes[i]!
      put(one + 11, i, i)
      put(one ^ forRole, i, i)
      const two = Math.imul(one, 31) + (i + 1 < count ? wordHashes[i + 1]! : 3)
      put(two + 13, i, i + 1 < count ? i + 1 : i)
      if (i === 0) put(Math.imul(one, 37) + 5, i, i)
      if (i + 2 < count) {
        put(Math.imul(two, 31) + wordHashes[i + 2]! + 17, i, i + 2)
        put(Math.imul(one, 41) + wordHashes[i + 2]! + 19, i, i + 2)
        if (i + 3 < count) put(Math.imul(one, 41) + wordHashes[i + 3]! + 19, i, i + 3)
      }
    }
    for (const { rule, from: first, to: last } of heard)
      if (last < count) {
        put(hashOf(rule) + 43, first, last)
        put(hashOf(rule) ^ forRole, first, last)
      }
    ends[1] = filled
    readMeanings(count, forRole)
    ends[2] = filled
    return features
  }
  return { read, readWord }

  function readMeanings(count: number, forRole: number) {
    for (let i = 0; i < count; i++)
      for (const a of known[i]!) {
        const first = Math.imul(a + 1, 0x9e3779b1)
        put(first + 23, i, i)
        put(first ^ forRole, i, i)
        for (let j = i + 1; j < count && j <= i + 6; j++) {
          for (const b of known[j]!) {
            const pair = Math.imul(first, 31) + Math.imul(b + 1, 0x85ebca77)
            put(pair + 29, i, j)
          }
          // A class beside a plain word: "{adult} said", "not {die}".
          if (j <= i + 2) put(Math.imul(first, 43) + wordHashes[j]! + 37, i, j)
        }
        for (let j = Math.max(0, i - 2); j < i; j++) put(Math.imul(first, 47) + wordHashes[j]! + 41, j, i)
      }
  }
}

function hashOf(word: string): number {
  let whole = 0x811c9dc5
  for (let i = 0; i < word.length && i < 40; i++) whole = Math.imul(whole ^ word.charCodeAt(i), 0x01000193)
  return whole
}
