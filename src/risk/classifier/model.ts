import { z } from 'zod'
import { clausesOf } from './clauses.ts'
import { createFeatureReader, KINDS, WORDS_AT_MOST, type Meanings, type ReadMessage } from './features.ts'

/** What the model says of a message, each by weights of its own: risk (T1 and above), urgent (T2), emergency (T3), outside the remit, and what it is about. */
export const HEADS = [
  'risk',
  'urgent',
  'emergency',
  'scope',
  'safeguarding',
  'others',
  'third_party',
  'medical',
] as const
export type Head = (typeof HEADS)[number]

/** A table of weights: n-grams are hashed into so many places, and each has a weight for every head of the table. */
export interface Table {
  /** The first of its heads in `HEADS`, and how many they are. */
  first: number
  count: number
  places: number
  /** Where it begins among all weights. */
  offset: number
}

/** What decides a tier has room; what names a theme or a lane can do with less. Together under five megabytes. */
export const TABLES: readonly Table[] = [
  { first: 0, count: 3, places: 1_400_000, offset: 0 },
  { first: 3, count: 5, places: 131_072, offset: 3 * 1_400_000 },
]

/** How many weights a model has. */
export const WEIGHTS = TABLES.reduce((sum, { count, places }) => sum + count * places, 0)

/** Where in a table a feature's weights begin. */
export const placeOf = (hash: number, { count, places, offset }: Table): number =>
  offset + Math.floor(hash * (places / 2 ** 32)) * count

const each = <T extends z.ZodType>(of: T) => z.strictObject(Object.fromEntries(HEADS.map((h) => [h, of])) as Record<Head, T>) // prettier-ignore

/** What stands beside the weights in `model.json`. */
export const modelHeader = z.strictObject({
  /** Digest of the weights: kept with every finding. */
  version: z.string(),
  /** Digest of the texts and labels that it was trained on, of the word classes, and the version of the lexicon. */
  trainedOn: z.strictObject({ messages: z.int(), corpus: z.string(), meanings: z.string(), rules: z.string() }),
  /** How much each kind of feature counts. */
  kinds: z.tuple([z.number(), z.number(), z.number()]),
  /** For each head, what is added to its sum, and what one step of a weight is worth. */
  heads: each(z.strictObject({ bias: z.number(), step: z.number() })),
  /** From which score on a head is heard, and from which (lower) one where a doubtful rule has hinted at it; chosen by cross-validation. */
  thresholds: z.strictObject({ risk: z.number(), urgent: z.number(), emergency: z.number(), scope: z.number(), hintRisk: z.number(), hintUrgent: z.number(), hintEmergency: z.number() }), // prettier-ignore
})
export type ModelHeader = z.infer<typeof modelHeader>

export interface RiskModel {
  header: ModelHeader
  /** The weights of all heads, place by place. */
  weights: Int8Array
  meanings: Meanings
}

export interface Classifier {
  /** Scores a message and answers `scores`. */
  score(message: ReadMessage): Float64Array
  /** A score a head, in the order of `HEADS`, of the message scored last: 0 is even, higher is likelier. */
  readonly scores: Float64Array
  /** The stretch of words that weighed most for a head in the message scored last. */
  weightiest(head: Head): { from: number; to: number }
}

/** By how much a clause must score higher than its whole message to be heard: out of its context it says less. */
const CLAUSE_LESS = 1

/** How many words are shown as what weighed most. */
const SHOWN_WORDS = 8

/** Letters of so many different words are kept summed up: people write the same words again and again. */
const WORDS_KEPT = 20_000

interface Letters {
  sums: Int32Array
  count: number
}

/** Scores messages with a trained model. Pure but for what it keeps of single words, so that it costs microseconds. */
export function createClassifier({ header, weights, meanings }: RiskModel): Classifier {
  const { read, readWord } = createFeatureReader(meanings)
  const scores = new Float64Array(HEADS.length)
  const sums = new Int32Array(HEADS.length)
  const kept = new Map<string, Letters>()
  let last: ReadMessage | undefined

  /** Three heads at a time, in variables of their own: most of a message's time is spent here. */
  const add = (hashes: Uint32Array, from: number, to: number) => {
    for (const { first, count, places, offset } of TABLES) {
      const scale = places / 2 ** 32
      for (let head = 0; head < count; head += 3) {
        const [begin, many] = [offset + head, count - head]
        let [one, two, three] = [0, 0, 0]
        for (let at = from; at < to; at++) {
          const place = begin + Math.floor(hashes[at]! * scale) * count
          one += weights[place]!
          if (many > 1) two += weights[place + 1]!
          if (many > 2) three += weights[place + 2]!
        }
        sums[first + head]! += one
        if (many > 1) sums[first + head + 1]! += two
        if (many > 2) sums[first + head + 2]! += three
      }
    }
  }

  const lettersOf = (word: string): Letters => {
    const known = kept.get(word)
    if (known) return known
    const { hashes, count } = readWord(word)
    sums.fill(0)
    add(hashes, 0, count)
    if (kept.size >= WORDS_KEPT) kept.clear()
    const letters = { sums: sums.slice(), count }
    kept.set(word, letters)
    return letters
  }

  const addKind = (kind: number, count: number, of: Int32Array) => {
    const factor = header.kinds[kind]! / Math.sqrt(Math.max(count, 1))
    for (let h = 0; h < of.length; h++) scores[h]! += of[h]! * factor * header.heads[HEADS[h]!].step
  }

  /** A long message scores what it scores as a whole, or a little less than its gravest clause. */
  const score: Classifier['score'] = (message) => {
    last = message
    scoreOnce(message)
    const clauses = clausesOf(message)
    if (clauses.length === 0) return scores
    const highest = scores.slice()
    for (const clause of clauses) {
      scoreOnce(clause)
      for (let h = 0; h < highest.length; h++) highest[h] = Math.max(highest[h]!, scores[h]! - CLAUSE_LESS)
    }
    scores.set(highest)
    return scores
  }

  const scoreOnce = (message: Omit<ReadMessage, 'sentences'>) => {
    for (let h = 0; h < scores.length; h++) scores[h] = header.heads[HEADS[h]!].bias
    const all = new Int32Array(HEADS.length)
    let letters = 0
    const words = Math.min(message.words.length, WORDS_AT_MOST)
    for (let at = 0; at < words; at++) {
      const word = message.words[at]!
      const { sums: ofWord, count } = lettersOf(word)
      letters += count
      for (let h = 0; h < all.length; h++) all[h]! += ofWord[h]!
    }
    addKind(0, letters, all)
    const { hashes, ends } = read(message, false)
    for (let kind = 1; kind < KINDS.length; kind++) {
      sums.fill(0)
      add(hashes, ends[kind - 1]!, ends[kind]!)
      addKind(kind, ends[kind]! - ends[kind - 1]!, sums)
    }
  }

  const weightiest: Classifier['weightiest'] = (head) => {
    if (last === undefined || last.words.length === 0) return { from: 0, to: 0 }
    const h = HEADS.indexOf(head)
    const table = TABLES.find(({ first, count }) => h >= first && h < first + count)!
    const features = read(last)
    const byWord = new Float64Array(features.words)
    for (let kind = 0, at = 0; kind < KINDS.length; kind++) {
      const factor = header.kinds[kind]! / Math.sqrt(Math.max(features.ends[kind]! - at, 1))
      for (; at < features.ends[kind]!; at++) {
        const weight = (weights[placeOf(features.hashes[at]!, table) + h - table.first]! * factor) / 2
        byWord[features.from[at]!]! += weight
        byWord[features.to[at]!]! += weight
      }
    }
    return heaviestStretch(byWord)
  }
  return { score, scores, weightiest }
}

function heaviestStretch(byWord: Float64Array): { from: number; to: number } {
  let best = { from: 0, to: 0, sum: -Infinity }
  for (let from = 0; from < byWord.length; from++) {
    let sum = 0
    for (let to = from; to < byWord.length && to < from + SHOWN_WORDS; to++) {
      sum += byWord[to]!
      if (sum > best.sum) best = { from, to, sum }
    }
  }
  return { from: best.from, to: best.to }
}
