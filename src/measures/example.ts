import { z } from 'zod'

/**
 * A worked example beside the measure: what these answers must come to. `scores` names the scales it is about; scales that
 * must not be scorable stand in `notScorable`.
 */
export const example = z.strictObject({
  says: z.string(),
  answers: z.array(z.union([z.number(), z.string(), z.null()])),
  sex: z.enum(['M', 'F']).optional(),
  age: z.int().optional(),
  convention: z.string().optional(),
  stillTrying: z.boolean().optional(),
  scores: z.record(z.string(), z.strictObject({ raw: z.number(), t: z.number().optional() })),
  notScorable: z.array(z.string()).optional(),
  band: z.string().optional(),
  caseness: z.boolean().optional(),
  risk: z.array(z.string()).optional(),
  riskNotAnswered: z.array(z.string()).optional(),
})
