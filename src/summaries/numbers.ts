/** A mean with how many it is of; undefined where there was nothing to reckon it from. */
export interface Mean {
  mean: number
  n: number
}

/** How often something was tapped. */
export interface Counted {
  what: string
  count: number
}

/** The mean of what was given; what was not is no number. */
export function meanOf(values: readonly unknown[]): Mean | undefined {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length === 0
    ? undefined
    : { mean: numbers.reduce((sum, one) => sum + one, 0) / numbers.length, n: numbers.length }
}

/** What was tapped most, of single answers or of several at once. */
export function countsOf(answers: readonly unknown[]): Counted[] {
  const counts = new Map<string, number>()
  for (const answer of answers.flat()) if (typeof answer === 'string') counts.set(answer, (counts.get(answer) ?? 0) + 1)
  return [...counts].map(([what, count]) => ({ what, count })).sort((a, b) => b.count - a.count)
}
