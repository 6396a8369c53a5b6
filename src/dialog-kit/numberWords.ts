const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const OTHERS: Readonly<Record<string, number>> = {
  nil: 0,
  none: 0,
  oh: 0,
  once: 1,
  twice: 2,
  couple: 2,
  fourty: 40,
  hundred: 100,
  sevn: 7,
  eigth: 8,
  fiv: 5,
}

/** The number a word names, up to a hundred. */
export function numberWord(word: string): number | undefined {
  const one = ONES.indexOf(word)
  if (one >= 0) return one
  const ten = word === '' ? -1 : TENS.indexOf(word)
  return ten >= 2 ? ten * 10 : Object.hasOwn(OTHERS, word) ? OTHERS[word] : undefined
}

/** A token as a whole number: digits or a word. */
export const numberToken = (token: string): number | undefined =>
  /^\d{1,6}$/.test(token) ? Number(token) : numberWord(token)
