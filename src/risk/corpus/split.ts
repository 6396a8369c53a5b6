import { findAlike, KIN, NEAR_DUPLICATE } from './alike.ts'
import { digestText } from './digest.ts'
import type { WrittenMessage } from './message.ts'

/** Where a message belongs. `test` is read by the evaluation only, which prints sums and nothing else of it. */
export const SPLITS = ['train', 'dev', 'test', 'left-out'] as const
export type SplitName = (typeof SPLITS)[number]

/** One message's place and the digest of what it was when it got it. */
export interface Place {
  split: SplitName
  digest: string
}

/** What no one chose after seeing a result: changing it would deal the messages anew. */
const SALT = 'between-sessions/2026'
/** 12 : 3 : 5 out of twenty, spread so that neighbours in a group fall apart: 60 %, 15 %, 25 %. */
const DEAL: readonly SplitName[] = [
  'train', 'test', 'train', 'train', 'dev', 'train', 'test', 'train', 'train', 'test',
  'train', 'dev', 'train', 'test', 'train', 'train', 'dev', 'train', 'test', 'train',
] // prettier-ignore

/** Batches from here on were written to train with, after results had been seen: never dealt to dev or test. */
const TRAINING_BATCHES = 't'

/** What a place stands for: whoever changes a message, its role, question or first label, changes the digest. */
export const digestMessage = (m: WrittenMessage): string =>
  digestText(JSON.stringify([m.text, m.role, m.context, m.tier, m.family]))

/**
 * Deals messages into splits. Places already given stay; new messages are put in order by batch, tier and family, within
 * these by a salted digest of their id, and dealt twenty at a time. Messages alike stay together, with the older one;
 * near-duplicates of an older message are left out. Deterministic; looks at no result.
 */
export function dealSplits(
  messages: readonly WrittenMessage[],
  given: Readonly<Record<string, Place>> = {},
): Record<string, Place> {
  const places: Record<string, Place> = {}
  for (const message of messages) {
    const known = given[message.id]
    if (known) places[message.id] = known
  }
  const alike = findAlike(messages, KIN)
  const kin = new Map<string, string[]>()
  for (const { first, second, likeness } of alike) {
    if (likeness >= NEAR_DUPLICATE && !places[second])
      places[second] = { split: 'left-out', digest: digestMessage(messages.find((m) => m.id === second)!) }
    kin.set(first, [...(kin.get(first) ?? []), second])
    kin.set(second, [...(kin.get(second) ?? []), first])
  }
  const byId = new Map(messages.map((message) => [message.id, message]))
  const order = messages
    .filter(({ id }) => !places[id])
    .map((m) => ({ id: m.id, key: [m.id.slice(0, 1), m.tier, m.family, digestText(`${SALT}/${m.id}`)].join('\0') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  let dealt = 0
  for (const { id } of order) {
    if (places[id]) continue
    const together = familyOf(id, kin)
    // The oldest of them decides, so that messages of batches already dealt never move.
    const settled = together
      .map((one) => places[one]?.split)
      .find((split) => split !== undefined && split !== 'left-out')
    const split = id >= TRAINING_BATCHES ? trainOrNot(settled) : (settled ?? DEAL[dealt++ % DEAL.length]!)
    for (const one of together) places[one] ??= { split, digest: digestMessage(byId.get(one)!) }
  }
  return Object.fromEntries(Object.entries(places).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Training matter that is like a message of dev or test would give that message away. */
const trainOrNot = (settled: SplitName | undefined): SplitName =>
  settled === undefined || settled === 'train' ? 'train' : 'left-out'

/** Everything reachable over likeness. */
function familyOf(id: string, kin: ReadonlyMap<string, readonly string[]>): string[] {
  const met = new Set([id])
  for (const one of met) for (const other of kin.get(one) ?? []) met.add(other)
  return [...met]
}
