import type { ChangeThresholds, NationalCode, NationalCodes } from './nationalCodes.ts'
import type { NormTables } from './norms.ts'
import type { MeasureDefinition } from './shape.ts'
import type { Scale } from './scales.ts'

/** Everything measures are scored and compared by, read and checked once at the start. */
export interface MeasureCatalogue {
  measures: ReadonlyMap<string, MeasureDefinition>
  norms: NormTables
  codes: NationalCodes
  thresholds: ChangeThresholds
}

/** The national code of a scale's score; undefined where it has none. */
export const codeOf = (catalogue: MeasureCatalogue, scale: Scale): NationalCode | undefined =>
  scale.snomed === undefined ? undefined : catalogue.codes.codes.find((c) => c.sctid === scale.snomed)

/** Forms of one instrument: the measure of this id, or every measure of this family. Letter case does not matter. */
export function measuresNamed(catalogue: MeasureCatalogue, name: string): MeasureDefinition[] {
  const wanted = name.trim().toLowerCase()
  const one = catalogue.measures.get(wanted)
  return one ? [one] : [...catalogue.measures.values()].filter((m) => m.family === wanted)
}
