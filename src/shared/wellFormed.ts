/** Code points that PostgreSQL's JSON refuses: NUL, and halves of a pair that lost the other half. */
const NUL = '\u0000'
const MARK = '\uFFFD'

/** No value of ours is nested so deep. What is comes from no page of ours, and neither JSON nor PostgreSQL takes any depth. */
const DEEPEST = 40

const mend = (text: string): string => text.replaceAll(NUL, MARK).toWellFormed()

/**
 * The same value with every string fit to be stored: what cannot be is replaced by U+FFFD, so that a strange message is
 * kept and screened and never fails its turn. Keys are mended too. What lies too deep stays as a plain list of its words.
 */
export const wellFormed = <T>(value: T): T => mended(value, 0) as T

function mended(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return mend(value)
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (depth >= DEEPEST) return wordsIn(value)
  if (Array.isArray(value)) return value.map((item: unknown) => mended(item, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [mend(key), mended(inner, depth + 1)]))
}

/** Every string and key inside, without calling itself: there is no depth that it cannot go down to. */
function wordsIn(value: object): string[] {
  const words: string[] = []
  const left: unknown[] = [value]
  while (left.length > 0) {
    const one = left.pop()
    if (typeof one === 'string') words.push(mend(one))
    else if (Array.isArray(one)) for (const item of one) left.push(item)
    else if (typeof one === 'object' && one !== null)
      for (const [key, inner] of Object.entries(one)) {
        words.push(mend(key))
        left.push(inner)
      }
  }
  return words
}
