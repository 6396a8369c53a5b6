import { createFeatureReader, KINDS, type Meanings, type ReadMessage } from './features.ts'
import { HEADS, placeOf, TABLES, WEIGHTS, type Head, type ModelHeader, type Table } from './model.ts'

/** A message as the trainer needs it: as the screen read it, and which heads it is an example for. */
export interface Example extends ReadMessage {
  is: Readonly<Record<Head, boolean>>
}

export interface Training {
  /** How much each kind of feature counts: letters, words, meanings. */
  kinds: ModelHeader['kinds']
  rounds: number
  rate: number
  /** The part of features that is left out at random in each step, so that no single one is relied on. */
  leaveOut: number
  seed: number
}

/** Chosen by cross-validation over the writers of the training batches. */
export const TRAINING: Training = { kinds: [0.7, 1, 0.7], rounds: 12, rate: 0.2, leaveOut: 0.5, seed: 7 }

interface Row {
  hashes: Uint32Array
  values: Float32Array
}

/**
 * Trains all heads: logistic regression by AdaGrad, its features weighed by how differently they are spread (naive Bayes'
 * log ratio). Deterministic: the same examples and settings give the same weights to the last bit. Seconds on one core.
 */
export function trainHeads(examples: readonly Example[], meanings: Meanings, training = TRAINING) {
  const rows = readRows(examples, meanings, training)
  const weights = new Int8Array(WEIGHTS)
  const heads = {} as ModelHeader['heads']
  for (const table of TABLES) {
    const ofTable = HEADS.slice(table.first, table.first + table.count)
    const is = examples.map((example) => ofTable.map((head) => (example.is[head] ? 1 : 0)))
    const placed = rows.map(({ hashes, values }) => ({ values, places: Int32Array.from(hashes, (hash) => placeOf(hash, table) - table.offset) })) // prettier-ignore
    const { biases, of } = descend(placed, is, table, training)
    ofTable.forEach((head, h) => {
      let largest = 0
      for (let at = h; at < of.length; at += table.count) largest = Math.max(largest, Math.abs(of[at]!))
      const step = largest / 127 || 1
      heads[head] = { bias: biases[h]!, step }
      for (let at = h; at < of.length; at += table.count) weights[table.offset + at] = Math.round(of[at]! / step)
    })
  }
  return { weights, heads }
}

function readRows(examples: readonly Example[], meanings: Meanings, { kinds }: Training): Row[] {
  const { read } = createFeatureReader(meanings)
  return examples.map((example): Row => {
    const features = read(example)
    const values = new Map<number, number>()
    for (let kind = 0, at = 0; kind < KINDS.length; kind++) {
      const end = features.ends[kind]!
      const value = kinds[kind]! / Math.sqrt(Math.max(end - at, 1))
      for (; at < end; at++) values.set(features.hashes[at]!, (values.get(features.hashes[at]!) ?? 0) + value)
    }
    return { hashes: Uint32Array.from(values.keys()), values: Float32Array.from(values.values()) }
  })
}

/** A message's features at their places in one table. */
interface Placed {
  places: Int32Array
  values: Float32Array
}

/** All heads of a table at once, a message at a time: they share which features are left out. */
function descend(rows: readonly Placed[], is: readonly number[][], table: Table, training: Training) {
  const { rounds, rate, leaveOut, seed } = training
  const { count } = table
  const spread = spreadOf(rows, is, table)
  const weights = new Float32Array(count * table.places)
  const paces = new Float32Array(count * table.places).fill(1e-6)
  const biases = new Float64Array(count)
  const biasPaces = new Float64Array(count).fill(1e-6)
  const random = randomFrom(seed)
  const order = rows.map((_, i) => i)
  const kept = new Int32Array(Math.max(0, ...rows.map((row) => row.places.length)))
  const sums = new Float64Array(count)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    for (const i of order) {
      const { places, values } = rows[i]!
      let keeps = 0
      sums.set(biases)
      for (let k = 0; k < places.length; k++) {
        if (random() < leaveOut) continue
        kept[keeps++] = k
        const value = values[k]! / (1 - leaveOut)
        for (let h = 0, at = places[k]!; h < count; h++, at++) sums[h]! += weights[at]! * spread[at]! * value
      }
      for (let h = 0; h < count; h++) {
        const off = 1 / (1 + Math.exp(-sums[h]!)) - is[i]![h]!
        sums[h] = off
        biasPaces[h]! += off * off
        biases[h]! -= (rate * off) / Math.sqrt(biasPaces[h]!)
      }
      for (let one = 0; one < keeps; one++) {
        const k = kept[one]!
        const value = values[k]! / (1 - leaveOut)
        for (let h = 0, at = places[k]!; h < count; h++, at++) {
          const slope = sums[h]! * value * spread[at]! + 1e-5 * weights[at]!
          paces[at]! += slope * slope
          weights[at]! -= (rate * slope) / Math.sqrt(paces[at]!)
        }
      }
    }
  }
  for (let at = 0; at < weights.length; at++) weights[at]! *= spread[at]!
  return { biases, of: weights }
}

/** How differently each place is spread over examples and others, by head: the size of the naive Bayes log ratio. */
function spreadOf(rows: readonly Placed[], is: readonly number[][], { count, places: size }: Table): Float32Array {
  const yes = new Float32Array(count * size).fill(1)
  const all = new Float32Array(size)
  rows.forEach(({ places }, i) => {
    for (const place of places) {
      all[place / count]! += 1
      for (let h = 0; h < count; h++) yes[place + h]! += is[i]![h]!
    }
  })
  const ofYes = Array.from({ length: count }, (_, h) => is.reduce((sum, one) => sum + one[h]!, 1))
  for (let at = 0; at < yes.length; at++) {
    const of = ofYes[at % count]!
    const no = all[Math.floor(at / count)]! - yes[at]! + 2
    yes[at] = Math.abs(Math.log(yes[at]! / of / (no / (rows.length - of + 2))))
  }
  return yes
}

/** Numbers from 0 to 1 in an order that the seed alone decides. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const moved = order[i]!
    order[i] = order[j]!
    order[j] = moved
  }
}
