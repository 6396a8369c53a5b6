import { codeOf, type MeasureCatalogue } from './catalogue.ts'
import { whyNotCleared } from './clearance.ts'
import type { MeasureDefinition } from './shape.ts'

/** One measure as a list for the service shows it. */
export interface MeasureLine {
  id: string
  title: string
  answeredBy: string
  /** Whether it may be shown today, or why not. */
  state: string
  licence: string
  /** Scales that can create a paired score nationally, by rater; null where none can. */
  countsNationally: string | null
  /** What stands on memory, or was not found, and has to be checked before live use. */
  toCheck: string[]
}

/** Every measure with its licence state on a day: for `npm run measures`. */
export const describeMeasures = (catalogue: MeasureCatalogue, today: string): MeasureLine[] =>
  [...catalogue.measures.values()].map((measure) => ({
    id: measure.id,
    title: measure.title,
    answeredBy: measure.respondents.join(', '),
    state: stateOf(measure, today),
    licence: `${measure.licence.text} [${measure.licence.grade}]`,
    countsNationally: nationally(catalogue, measure),
    toCheck: toCheck(measure),
  }))

function stateOf(measure: MeasureDefinition, today: string): string {
  const whyNot = whyNotCleared(measure, today)
  if (whyNot !== null) return `not shown: ${whyNot}`
  const { permissionReference, expires } = measure.licence
  if (permissionReference === null) return 'shown: ships with its words'
  return `shown: imported words, permission ${permissionReference}${expires === null ? '' : ` until ${expires}`}`
}

function nationally(catalogue: MeasureCatalogue, measure: MeasureDefinition): string | null {
  const counted = measure.scales.flatMap((scale) => {
    const code = codeOf(catalogue, scale)
    return code?.inCypOutcomesMetric ? [`${scale.id} (${code.metricRater})`] : []
  })
  return counted.length > 0 ? counted.join(', ') : null
}

function toCheck(measure: MeasureDefinition): string[] {
  const groups: [string, { grade: string; source: string; note?: string }][] = [
    ['ages', measure.ages],
    ['licence', measure.licence],
    ['risk items', measure.riskItems],
    ...Object.entries({ ...(measure.wording ? { wording: measure.wording } : {}) }),
    ...Object.entries(measure.evidence),
  ]
  return groups
    .filter(([, { grade }]) => grade !== 'V')
    .map(([group, { grade, source, note }]) => `${group} [${grade}]: ${note ?? source}`)
}
