import { codeOf, type MeasureCatalogue } from './catalogue.ts'
import type { MeasureDefinition } from './shape.ts'

/** A fault of a definition against the tables it stands on, by measure and place in its file. */
export interface CatalogueFault {
  measure: string
  path: (string | number)[]
  problem: string
}

/**
 * What no file shows by itself: that codes exist, with a range that holds the scale's; that reliable-change thresholds are
 * NHS England's own, no more and no fewer; that every norm form is there, for every scale that is judged in T points.
 */
export function checkCatalogue(catalogue: MeasureCatalogue): CatalogueFault[] {
  return [...catalogue.measures.values()].flatMap((measure) =>
    faultsOf(catalogue, measure).map((fault) => ({ measure: measure.id, ...fault })),
  )
}

function faultsOf(catalogue: MeasureCatalogue, measure: MeasureDefinition): Omit<CatalogueFault, 'measure'>[] {
  const faults: Omit<CatalogueFault, 'measure'>[] = []
  const form = measure.norms && catalogue.norms.forms[measure.norms.form]
  if (measure.norms && !form)
    faults.push({ path: ['norms', 'form'], problem: `there are no norms "${measure.norms.form}"` })
  for (const [i, scale] of measure.scales.entries()) {
    const at = (key: string, problem: string) => faults.push({ path: ['scales', i, key], problem })
    const code = codeOf(catalogue, scale)
    if (scale.snomed !== undefined && !code) at('snomed', `there is no code ${scale.snomed}`)
    if (code && scale.range && (scale.range[0] < code.min || scale.range[1] > code.max))
      at('range', `is outside ${code.min} to ${code.max}, the range of ${code.sctid}`)
    const clinical = { better: 'up', worse: 'down', 'not-known': undefined }[scale.higherIs]
    const direction = scale.nationalDirection ?? clinical
    if (scale.nationalDirection !== undefined && scale.nationalDirection === clinical)
      at('nationalDirection', 'is what higherIs says already')
    if (code && direction !== undefined && direction !== code.improvementDirection)
      at(
        'higherIs',
        `NHS England's table says that ${code.improvementDirection} is better; name it as nationalDirection`,
      )
    const national = code && catalogue.thresholds.thresholds.find((t) => t.term === code.preferredTerm)?.threshold
    if (scale.reliableChange?.atLeast !== national)
      at('reliableChange', `NHS England's threshold is ${national ?? 'none'}`)
    if (scale.reliableChange?.unit === 'T' && !form?.cells.some((c) => c.scale === scale.id))
      at('reliableChange', 'is in T points, and there is no norm for this scale')
  }
  return faults
}
