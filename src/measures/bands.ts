import { reaches } from './exact.ts'
import type { Scale } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

/** The scale that is a measure's total; undefined where scores are never added up. */
export const totalScale = (measure: MeasureDefinition): Scale | undefined =>
  measure.scales.find((scale) => scale.id === measure.total)

/** The band a raw score of a scale falls in, for staff; null where it has none. Bounds are inclusive. */
export const bandOfScale = (scale: Scale, raw: number): string | null =>
  scale.bands?.find((b) => raw >= b.from && raw <= b.to)?.name ?? null

/** The band of a T-score, for staff: borderline from 65, clinical from 70, on the score as it is. */
export const bandOfT = (measure: MeasureDefinition, t: number): string | null =>
  measure.tBands?.find((b) => (b.from === null || reaches(t, b.from)) && (b.below === null || !reaches(t, b.below)))
    ?.name ?? null

/** The band of a measure's total, for staff; null where it has none. */
export function bandOf(measure: MeasureDefinition, total: number): string | null {
  const scale = totalScale(measure)
  return scale ? bandOfScale(scale, total) : null
}
