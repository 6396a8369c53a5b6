import { z } from 'zod'
import type { MeasureCatalogue } from './catalogue.ts'
import type { MeasureDefinition } from './shape.ts'

/** Digests of everything scores are made of, by file: content/measures/measures.lock.json (`npm run lock-measures`). */
export const measuresLock = z.strictObject({ note: z.string(), digests: z.record(z.string(), z.string().length(64)) })

/** The part of a definition that decides what a score, band, change or risk is: what its digest is of. Not words, licence or sources. */
const scoringFacts = (measure: MeasureDefinition): unknown => ({
  id: measure.id,
  version: measure.version,
  respondents: measure.respondents,
  asked: measure.asked,
  items: measure.items,
  options: measure.options,
  between: measure.between ?? null,
  notAsked: measure.notAsked,
  riskItems: measure.riskItems.grade,
  norms: measure.norms ?? null,
  total: measure.total ?? null,
  scales: measure.scales,
  tBands: measure.tBands ?? null,
  cutOff: measure.cutOff?.from ?? null,
})

/** Everything scores are made of, by measure and by table. */
export const lockFacts = (catalogue: MeasureCatalogue): Record<string, unknown> => ({
  ...Object.fromEntries([...catalogue.measures].map(([id, measure]) => [id, scoringFacts(measure)])),
  'norms/rcads': catalogue.norms,
  'rules/reliable-change-thresholds': catalogue.thresholds,
  'codes/mhsds-assessment-codes': catalogue.codes,
})
