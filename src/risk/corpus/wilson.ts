/** A share of a number of messages with its 95 % interval by Wilson's method, which also holds near 0 and 1. */
export interface Share {
  hit: number
  of: number
  share: number
  low: number
  high: number
}

const Z = 1.959964

/** The share and its interval; of nothing, the interval is everything from 0 to 1. */
export function shareOf(hit: number, of: number): Share {
  if (of === 0) return { hit, of, share: NaN, low: 0, high: 1 }
  const p = hit / of
  const square = (Z * Z) / of
  const middle = (p + square / 2) / (1 + square)
  const reach = (Z / (1 + square)) * Math.sqrt((p * (1 - p)) / of + square / (4 * of))
  return { hit, of, share: p, low: Math.max(0, middle - reach), high: Math.min(1, middle + reach) }
}
