import type { Element } from './phrases.ts'
import type { Token } from './readMessage.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Where a phrase of an owner (a rule, a harmless saying, a guard) stands in a message: token numbers, both included. */
export interface Hit<Owner> {
  owner: Owner
  from: number
  to: number
}

type Stop = { ids: ReadonlySet<number> } | { gap: number }

interface Entry<Owner> {
  owner: Owner
  stops: readonly Stop[]
  anchor: number
  /** What must stand right before and right after the anchor, where that is a word: most phrases end here. */
  before: ReadonlySet<number> | undefined
  after: ReadonlySet<number> | undefined
}

/**
 * Finds all phrases in a message by looking only at those that hold one of its rarer words. The cost grows with the
 * message, hardly with the number of phrases.
 */
export function createPhraseIndex<Owner>(
  forms: readonly { owner: Owner; form: readonly Element[] }[],
  vocabulary: Vocabulary,
  common: ReadonlySet<string>,
): (tokens: readonly Token[]) => Hit<Owner>[] {
  const byWord: Entry<Owner>[][] = Array.from({ length: vocabulary.size + 1 }, () => [])
  // A class stands in thousands of forms: they share one stop, which saves 30 MB and a third of the time.
  const stopOf = new Map<Element, Stop>()
  for (const { owner, form } of forms) {
    const anchor = rarest(form, common)
    const stops = form.map((element) => {
      const stop = stopOf.get(element) ?? toStop(element, vocabulary)
      stopOf.set(element, stop)
      return stop
    })
    const entry = { owner, stops, anchor, before: wordsOf(stops[anchor - 1]), after: wordsOf(stops[anchor + 1]) }
    const at = stops[anchor]
    if (at && 'ids' in at) for (const id of at.ids) byWord[id]!.push(entry)
  }
  return (tokens) => {
    const hits: Hit<Owner>[] = []
    for (let i = 0; i < tokens.length; i++) {
      const id = tokens[i]!.id
      if (id === 0) continue
      const [before, after] = [tokens[i - 1]?.id ?? 0, tokens[i + 1]?.id ?? 0]
      for (const entry of byWord[id]!) {
        if ((entry.before && !entry.before.has(before)) || (entry.after && !entry.after.has(after))) continue
        const from = walk(tokens, entry.stops, entry.anchor - 1, i - 1, -1, i)
        if (from === undefined) continue
        const to = walk(tokens, entry.stops, entry.anchor + 1, i + 1, 1, i)
        if (to !== undefined) hits.push({ owner: entry.owner, from, to })
      }
    }
    return hits
  }
}

const toStop = (element: Element, vocabulary: Vocabulary): Stop =>
  'gap' in element ? element : { ids: new Set([...element.words].map((word) => vocabulary.idOf(word))) }

const wordsOf = (stop: Stop | undefined) => (stop && 'ids' in stop ? stop.ids : undefined)

/** The stop whose words are met least often in ordinary messages. */
function rarest(form: readonly Element[], common: ReadonlySet<string>): number {
  let best = -1
  let least = Infinity
  form.forEach((element, i) => {
    if ('gap' in element) return
    let cost = 0
    for (const word of element.words) cost += common.has(word) ? 50 : 1
    if (cost < least) [best, least] = [i, cost]
  })
  return best
}

/** Follows the stops one way from the anchor; answers the last token reached. A gap stays within its sentence. */
function walk(
  tokens: readonly Token[],
  stops: readonly Stop[],
  stop: number,
  at: number,
  step: 1 | -1,
  reached: number,
): number | undefined {
  const current = stops[stop]
  if (current === undefined) return reached
  if ('gap' in current) {
    for (let skipped = 0; skipped <= current.gap; skipped++) {
      const next = at + skipped * step
      if (tokens[next]?.sentence !== tokens[reached]!.sentence) return undefined
      const end = walk(tokens, stops, stop + step, next, step, reached)
      if (end !== undefined) return end
    }
    return undefined
  }
  const token = tokens[at]
  if (token === undefined || !current.ids.has(token.id)) return undefined
  return walk(tokens, stops, stop + step, at + step, step, at)
}
