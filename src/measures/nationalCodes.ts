import { z } from 'zod'

/** NHS England's reference table of coded scores: which may be submitted, in what range, and which count in a paired score. */
export const nationalCodes = z.strictObject({
  title: z.string(),
  source: z.string(),
  notes: z.array(z.string()),
  count: z.int(),
  codes: z.array(
    z.strictObject({
      tool: z.string(),
      preferredTerm: z.string(),
      sctid: z.string().regex(/^\d{6,18}$/),
      mhsdsVersionTag: z.enum(['v1', 'v2']),
      min: z.number(),
      max: z.number(),
      inCypOutcomesMetric: z.boolean(),
      metricRater: z.enum(['Self', 'Parent', 'Clinician']).nullable(),
      improvementDirection: z.enum(['up', 'down']),
    }),
  ),
})

export type NationalCodes = z.infer<typeof nationalCodes>
export type NationalCode = NationalCodes['codes'][number]

/** NHS England's reliable-change thresholds, by preferred term; RCADS in T points, all others raw. */
export const changeThresholds = z.strictObject({
  source: z.string(),
  note: z.string(),
  thresholds: z.array(
    z.strictObject({ term: z.string(), threshold: z.number().positive(), origin: z.string().nullable() }),
  ),
  direction: z.array(z.strictObject({ tool: z.string(), direction: z.enum(['up', 'down']) })),
  directionWarnings: z.array(z.string()),
})

export type ChangeThresholds = z.infer<typeof changeThresholds>
