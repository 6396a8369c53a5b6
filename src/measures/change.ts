import { totalScale } from './bands.ts'
import { clean, reaches } from './exact.ts'
import type { Scale } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

/** Last minus first; with NHS England's threshold where it has one, and what that makes of it. */
export interface ScaleChange {
  difference: number
  threshold?: number
  reliable?: 'improved' | 'deteriorated' | 'none'
}

/**
 * Change in one scale between two scores in the unit of its threshold (raw, or T of one norm band). Reliable when
 * |last − first| reaches the threshold; equality counts. Without a threshold there is a difference and no judgement.
 */
export function changeInScale(scale: Scale, difference: number): ScaleChange {
  const threshold = scale.reliableChange?.atLeast
  if (threshold === undefined || scale.higherIs === 'not-known') return { difference }
  if (!reaches(Math.abs(difference), threshold)) return { difference, threshold, reliable: 'none' }
  const better = difference > 0 === (scale.higherIs === 'better')
  return { difference, threshold, reliable: better ? 'improved' : 'deteriorated' }
}

/** Change between two raw scores, for a scale whose threshold is in raw points or that has none. */
export const changeInRaw = (scale: Scale, first: number, last: number): ScaleChange =>
  changeInScale(scale, clean(last - first))

/** Change in T between two raw scores read in the same norm cell. Not rounded. */
export const changeInT = (scale: Scale, first: number, last: number, cell: { sd: number }): ScaleChange =>
  changeInScale(scale, (10 * (last - first)) / cell.sd)

/** Change of a measure's total between two raw scores; `reliable` is null where it has no threshold in raw points. */
export function changeBetween(
  measure: MeasureDefinition,
  first: number,
  last: number,
): { difference: number; reliable: 'improved' | 'deteriorated' | 'none' | null } {
  const scale = totalScale(measure)
  if (scale === undefined || scale.reliableChange?.unit === 'T')
    return { difference: clean(last - first), reliable: null }
  const { difference, reliable } = changeInRaw(scale, first, last)
  return { difference, reliable: reliable ?? null }
}
