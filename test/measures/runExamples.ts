import type { MeasureCatalogue } from '../../src/measures/catalogue.ts'
import type { MeasureDefinition } from '../../src/measures/definition.ts'
import { scoreLine } from '../../src/measures/scoreLine.ts'
import type { ScoredLine } from '../../src/measures/scoreRequest.ts'

const NAMES = { 'young-person': 'self', 'parent-carer': 'parent', practitioner: 'practitioner', teacher: 'teacher' }

/** The first worked example of a measure that does not come out as its file says; undefined when all do. */
export function exampleThatFails(catalogue: MeasureCatalogue, measure: MeasureDefinition): string | undefined {
  for (const { says, answers, scores, notScorable = [], ...rest } of measure.examples) {
    const { sex, age, convention, stillTrying, ...expected } = rest
    const respondent = NAMES[measure.respondents[0]!]
    const line = { id: says, measure: measure.id, respondent, answers, sex, age, convention, stillTrying }
    const scored = scoreLine(catalogue, line) as ScoredLine & { error?: string }
    if (scored.error) return `${says}: ${scored.error}`
    for (const [scale, { raw, t }] of Object.entries(scores)) {
      const found: { raw?: number; t?: number } = scored.subscales?.[scale] ?? { raw: scored.total }
      if (!near(found.raw, raw)) return `${says}: ${scale} is ${found.raw}, and must be ${raw}`
      if (t !== undefined && !near(found.t, t)) return `${says}: T of ${scale} is ${found.t}, and must be ${t}`
    }
    for (const scale of notScorable)
      if (scored.subscales?.[scale] !== undefined || (scale === measure.total && scored.total !== undefined))
        return `${says}: ${scale} is scored, and must not be`
    for (const [key, value] of Object.entries(expected)) {
      const given = scored[key as keyof ScoredLine]
      const unsaid = key === 'risk' && scored.riskNotAnswered && given === undefined ? [] : given
      if (value !== undefined && JSON.stringify(unsaid) !== JSON.stringify(value))
        return `${says}: ${key} is ${JSON.stringify(unsaid)}, and must be ${JSON.stringify(value)}`
    }
  }
  return undefined
}

const near = (a: number | undefined, b: number): boolean => a !== undefined && Math.abs(a - b) < 1e-9
