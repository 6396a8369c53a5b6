import type { Scale } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

const plain = (name: string): string =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ')

/**
 * Scales of a measure that go by a name: the id, another name in its file, its code; and "total", the measure's id or short
 * title for the total. Letter case, blanks and hyphens do not matter.
 */
export function scalesNamed(
  measure: MeasureDefinition,
  name: string,
  term?: (scale: Scale) => string | undefined,
): Scale[] {
  const wanted = plain(name)
  return measure.scales.filter((scale) => {
    const names = [scale.id, ...scale.aliases, ...(scale.snomed ? [scale.snomed] : []), term?.(scale) ?? scale.id]
    if (scale.id === measure.total) names.push('total', measure.id, measure.shortTitle)
    return names.some((one) => plain(one) === wanted)
  })
}
