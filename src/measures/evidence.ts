import { z } from 'zod'

/**
 * How a group of facts is known: `V` verified in a source that was read, `S` one or a secondary source, `M` from memory
 * only, `X` not found. M and X are never scored by; they say what has to be checked before live use.
 */
export const evidence = z.strictObject({
  source: z.string().min(1),
  grade: z.enum(['V', 'S', 'M', 'X']),
  note: z.string().min(1).optional(),
})
