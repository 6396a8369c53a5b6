import type { Schemas } from '../api/client.ts'

/** A change as staff read it: with its sign, and in words that do not judge. */
export function changeWords(change: number | null, direction: Schemas['MeasureSeries']['direction']): string {
  if (change === null) return 'no earlier score'
  if (change === 0) return 'no change'
  const heavier = direction === 'higher-is-worse' ? change > 0 : direction === 'higher-is-better' ? change < 0 : null
  const sign = change > 0 ? `+${change}` : `−${-change}`
  return heavier === null ? sign : `${sign} (${heavier ? 'worse' : 'better'})`
}
