/**
 * The words that any phrase mentions, numbered, and the many ways in which people write them: repeated letters, digits for
 * letters, stars, dropped vowels, typing mistakes, words run together. Numbers make matching cheap; 0 is a word that no
 * phrase mentions.
 */
export interface Vocabulary {
  idOf(word: string): number
  /** The plain words behind one piece of a message as typed (folded, without outer punctuation). Empty when there is none. */
  read(piece: string): string[]
  /** What a piece is written out to, where it is text-speak. */
  spelt(piece: string): string[] | undefined
  /** Words run together, or letters typed apart and joined again. */
  split(joined: string): string[] | undefined
  size: number
}

interface Parts {
  words: ReadonlySet<string>
  spellings: Readonly<Record<string, string>>
  keyWords: readonly string[]
  notMistakes: readonly string[]
}

const LEET: Record<string, string> = { '0': 'o', '1': 'i', '3': 'e', '4': 'a', '5': 's', '7': 't', '8': 'b', '9': 'g', '@': 'a', $: 's', '!': 'i', '|': 'l', '+': 't', '€': 'e', '£': 'l' } // prettier-ignore

export function createVocabulary({ words, spellings, keyWords, notMistakes }: Parts): Vocabulary {
  const ids = new Map<string, number>()
  for (const word of words) ids.set(word, ids.size + 1)
  const spelt = new Map(Object.entries(spellings))
  const real = new Set(notMistakes)
  const mistakes = mistakesOf(keyWords)
  const skeletons = new Map(keyWords.map((w) => [w.replace(/[aeiou]/g, ''), w] as const).filter(([s]) => s.length >= 4))
  const keys = new Set([...keyWords, 'die', 'kms', 'kys', 'cut', 'dead'])
  const longest = Math.max(0, ...keyWords.map((word) => word.length)) + MISTAKES_AT_MOST
  const known = (word: string) => ids.has(word) || spelt.has(word)
  const write = (word: string): string[] => spelt.get(word)?.split(' ') ?? [word]

  const plain = (word: string): string[] | undefined => {
    if (known(word)) return write(word)
    if (/(.)\1\1/.test(word))
      for (const times of ['$1$1', '$1']) {
        const fewer = word.replace(/(.)\1{2,}/g, times)
        if (known(fewer)) return write(fewer)
      }
    return undefined
  }
  const corrected = (word: string): string[] | undefined => {
    if (word.length < 4 || real.has(word)) return undefined
    const fewer = word.replace(/(.)\1{2,}/g, '$1$1')
    // What is longer than every key word with its mistakes is none of them, and trying would cost its length cubed.
    if (fewer.length > longest) return undefined
    const key = skeletons.get(fewer) ?? nearest(fewer, mistakes)
    return key === undefined ? undefined : write(key)
  }
  const disguised = (piece: string): string[] | undefined => {
    if (piece.includes('*')) {
      const holes = new RegExp(
        `^${piece.replace(/[^a-z*]/g, '').replace(/\*+/g, (stars) => `[a-z]{1,${stars.length + 1}}`)}$`,
      )
      const key = piece.replace(/[^a-z]/g, '').length >= 2 ? keyWords.find((w) => holes.test(w)) : undefined
      if (key !== undefined) return write(key)
    }
    if (!/[a-z]/.test(piece) || !/[0-9@$!|+€£]/.test(piece)) return undefined
    for (const one of ['i', 'l']) {
      const letters = [...piece].map((c) => (c === '1' || c === '|' ? one : (LEET[c] ?? c))).join('')
      const word = letters.replace(/[^a-z]/g, '')
      const found = plain(word) ?? corrected(word)
      if (found) return found
    }
    return undefined
  }

  const kept = new Map<string, string[]>()
  const vocabulary: Vocabulary = {
    size: ids.size,
    spelt: (piece) => spelt.get(piece)?.split(' '),
    idOf: (word) => ids.get(word) ?? 0,
    read(piece) {
      const known = kept.get(piece)
      if (known) return known
      const words = readAnew(piece)
      if (kept.size >= PIECES_KEPT) kept.clear()
      if (piece.length <= 40) kept.set(piece, words)
      return words
    },
    split(joined) {
      if (joined.length < 8 || joined.length > 60) return undefined
      const parts = segment(joined, (word) => ids.has(word) || RUN_ON.has(word))
      return parts?.some((word) => keys.has(word) && word.length >= 3) ? parts.flatMap(write) : undefined
    },
  }
  return vocabulary

  function readAnew(piece: string): string[] {
    const simple = plain(piece)
    if (simple) return simple
    if (/^[a-z]+$/.test(piece))
      return corrected(piece) ?? (real.has(piece) ? undefined : vocabulary.split(piece)) ?? [piece]
    const contraction = /^([a-z]+)'(m|ll|ve|re|d|s|t)$/.exec(piece)
    if (contraction) return readContraction(contraction[1]!, contraction[2]!, vocabulary)
    const joined = piece.replace(/[^a-z]/g, '')
    const whole =
      joined.length > 1 &&
      joined !== piece &&
      /^[^a-z0-9]*[a-z]/.test(piece) &&
      !/[a-z]{2,}[^a-z*!@$|0-9][a-z]{2,}/.test(piece)
        ? plain(joined)
        : undefined
    // "d!e" is die before it is a short word with a mark in it.
    const found = disguised(piece)
    if (whole && !/\d/.test(piece) && !(found && /[a-z][@$!|][a-z]/.test(piece))) return whole
    if (found) return found
    const parts = piece.split(/[^a-z0-9']+/).filter((part) => part !== '')
    if (parts.length > 1) {
      const glued =
        plain(joined) ??
        (parts.every((p) => p.length <= 2) ? (corrected(joined) ?? vocabulary.split(joined)) : undefined)
      return glued ?? parts.flatMap((part) => vocabulary.read(part))
    }
    if (parts[0] !== undefined && parts[0] !== piece) return vocabulary.read(parts[0])
    return [piece]
  }
}

/** How many pieces are kept as they were read: people write the same ones again and again. */
const PIECES_KEPT = 20_000
const MISTAKES_AT_MOST = 2

/** Text-speak that people run on into the next word. */
const RUN_ON = new Set(['wanna', 'gonna', 'im', 'ive'])

const ENDINGS: Record<string, string> = { m: 'am', ll: 'will', ve: 'have', re: 'are', d: 'would' }
const IS = new Set(['he', 'she', 'it', 'that', 'what', 'who', 'where', 'there'])

function readContraction(word: string, ending: string, vocabulary: Vocabulary): string[] {
  if (ending === 't') return vocabulary.read(word + 't')
  if (ending === 's') return IS.has(word) ? [word, 'is'] : (vocabulary.spelt(word + 's') ?? vocabulary.read(word))
  return [...vocabulary.read(word), ENDINGS[ending]!]
}

/** Every key word with each one letter left out (two for long words), to find typing mistakes by look-up alone. */
function mistakesOf(keyWords: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>()
  for (const key of keyWords) {
    if (key.length < 4) continue
    for (const shorter of new Set([key, ...without(key), ...(key.length >= 9 ? without(key).flatMap(without) : [])]))
      map.set(shorter, [...(map.get(shorter) ?? []), key])
  }
  return map
}

const without = (word: string): string[] => Array.from(word, (_, i) => word.slice(0, i) + word.slice(i + 1))

function nearest(word: string, mistakes: Map<string, string[]>): string | undefined {
  for (const shorter of [word, ...without(word), ...(word.length >= 9 ? without(word).flatMap(without) : [])])
    for (const key of mistakes.get(shorter) ?? [])
      if (word[0] === key[0] && oneMistakeApart(word, key, key.length >= 9 ? MISTAKES_AT_MOST : 1)) return key
  return undefined
}

/** Letters added, left out, changed, or two neighbours swapped: at most so many. */
function oneMistakeApart(a: string, b: string, most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2]! + 1)
      row.push(cost)
    }
    before = last
    last = row
  }
  return last[b.length]! <= most
}

/** The whole of a text as known words, fewest first; a single letter only where it is "i". */
function segment(text: string, known: (word: string) => boolean): string[] | undefined {
  const best: (string[] | undefined)[] = [[]]
  for (let end = 1; end <= text.length; end++)
    for (let start = Math.max(0, end - 14); start < end; start++) {
      const before = best[start]
      const word = text.slice(start, end)
      if (before === undefined || (word.length === 1 && word !== 'i') || !known(word)) continue
      if (before.length + 1 < (best[end]?.length ?? Infinity)) best[end] = [...before, word]
    }
  return best[text.length]
}
