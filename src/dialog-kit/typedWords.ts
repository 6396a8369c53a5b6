/** What somebody typed, ready for comparing: lower case, straight quotes, no punctuation at the ends, single spaces. */
export const settle = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u201b`´]/g, "'")
    .replace(/\p{Emoji_Presentation}|\u200d|\ufe0f/gu, ' ')
    .replace(/[.,!?…;"“”()*_~]+/g, ' ')
    .replace(/'/g, '')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * How many letters must be changed, added, left out or swapped with their neighbour to come from one word to the other;
 * stops counting above `most`.
 */
export function lettersApart(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1]
      let least = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (same ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    before = row
    row = next
  }
  return row[b.length]!
}

/** How many slips a word of this length may have and still be read as another. */
export const slipsAllowed = (length: number): number => (length >= 8 ? 2 : length >= 4 ? 1 : 0)

const NEGATIONS = new Set(
  'no not never nah nope none nothing nobody dont cant wont didnt doesnt isnt wasnt arent havent hasnt couldnt wouldnt shouldnt aint'.split(
    ' ',
  ),
)

/** Whether settled words turn their meaning round: "want to" is never read as "didn't want to". */
export const turnsRound = (words: string): boolean => words.split(' ').some((word) => NEGATIONS.has(word))
