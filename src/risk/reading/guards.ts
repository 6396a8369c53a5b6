import type { Token } from './readMessage.ts'

/** What surrounds a hit and may turn its meaning. All of it looks near the hit only, so that words elsewhere change nothing. */
export interface Surrounded {
  negated: boolean
  past: boolean
  quoted: boolean
  /** The sentence is about somebody else than the writer. */
  other: boolean
}

export type GuardSpan = {
  guard: 'negator' | 'usedTo' | 'past' | 'now' | 'quoted' | 'feelings'
  from: number
  to: number
}

/** How many words away a guard may stand. */
const NEAR = { past: { before: 2, after: 4 }, now: { before: 8, after: 8 }, quoted: { before: 5, after: 5 } }
const NEGATION_NEAR = 6
const SUBJECT_NEAR = 6

export function createGuards(parts: {
  betweenNegation: readonly string[]
  present: readonly string[]
  firstPerson: readonly string[]
  otherPerson: readonly string[]
}) {
  const between = new Set(parts.betweenNegation)
  const present = new Set(parts.present)
  const first = new Set(parts.firstPerson)
  const others = new Set(parts.otherPerson)

  return (tokens: readonly Token[], all: readonly GuardSpan[], from: number, to: number): Surrounded => {
    const spans = spansNear(all, from, to)
    const sentence = tokens[from]!.sentence
    const near = (guard: keyof typeof NEAR) =>
      spans.some(
        (s) =>
          s.guard === guard &&
          tokens[s.from]!.sentence === sentence &&
          s.to >= from - 1 - NEAR[guard].before &&
          s.from <= to + NEAR[guard].after &&
          (guard === 'now' || !(s.from >= from && s.to <= to)),
      )
    return {
      negated: isNegated(from),
      past: !near('now') && (isUsedTo() || (near('past') && !isPresent())),
      quoted: near('quoted'),
      other: isAboutOther(from, to, sentence),
    }

    function isUsedTo(): boolean {
      return spans.some(
        (s) => s.guard === 'usedTo' && s.to < from && from - s.to <= 3 && tokens[s.to]!.sentence === sentence,
      )
    }

    function isPresent(): boolean {
      return tokens.slice(Math.max(0, from - 2), to + 1).some((t) => t.sentence === sentence && present.has(t.word))
    }

    function isNegated(start: number): boolean {
      for (let i = start - 1; i >= 0 && start - i <= NEGATION_NEAR && tokens[i]!.sentence === sentence; i--) {
        if (spans.some((s) => s.guard === 'negator' && s.to === i)) return true
        const word = tokens[i]!.word
        // "I don't think I want to": an "i" belongs to the negation only behind think, feel, believe.
        if (word === 'i' && ['think', 'feel', 'believe'].includes(tokens[i - 1]?.word ?? '')) continue
        if (!between.has(word)) return false
      }
      return false
    }

    function isAboutOther(start: number, end: number, ofSentence: number): boolean {
      for (let i = start; i <= end; i++) if (first.has(tokens[i]!.word)) return false
      for (let i = start - 1; i >= 0 && start - i <= SUBJECT_NEAR && tokens[i]!.sentence === ofSentence; i--) {
        if (first.has(tokens[i]!.word)) {
          // "my friend": the "my" is behind the friend, who has been met already.
          return false
        }
        if (others.has(tokens[i]!.word)) return true
      }
      return false
    }
  }
}

/** Spans further away than this from a hit cannot matter to it. */
const STRETCH = 32
const stretches = new WeakMap<readonly GuardSpan[], Map<number, GuardSpan[]>>()

/** The spans in reach of a hit, so that the cost of a message grows with its length and not with its square. */
function spansNear(spans: readonly GuardSpan[], from: number, to: number): readonly GuardSpan[] {
  if (spans.length <= STRETCH) return spans
  let byStretch = stretches.get(spans)
  if (byStretch === undefined) {
    byStretch = new Map()
    for (const span of spans)
      for (let at = stretchOf(span.from); at <= stretchOf(span.to); at++)
        byStretch.set(at, [...(byStretch.get(at) ?? []), span])
    stretches.set(spans, byStretch)
  }
  const near: GuardSpan[] = []
  for (let at = stretchOf(from) - 1; at <= stretchOf(to) + 1; at++) near.push(...(byStretch.get(at) ?? []))
  return near
}

const stretchOf = (token: number): number => Math.floor(token / STRETCH)
