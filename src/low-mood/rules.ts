import { z } from 'zod'
import { PARTS_OF_DAY } from './log.ts'

const label = z.string().min(1)

/** `content/low-mood.yaml`: the numbers and word lists of the low mood programme. */
export const lowMoodRules = z.strictObject({
  patterns: z.strictObject({
    'rated-moments': z.int().min(1),
    'mean-difference': z.number().positive(),
    'each-side': z.int().min(1),
    'at-most': z.int().min(1),
  }),
  plans: z.strictObject({
    'a-week': z.int().min(1),
    'balance-over': z.int().min(2),
    'much-lower': z.int().min(1),
  }),
  times: z.record(z.enum(PARTS_OF_DAY), label),
  kinds: z.record(
    z.string().regex(/^[a-z-]+$/),
    z.strictObject({
      label,
      words: z.array(z.string().regex(/^[a-z0-9 ]+$/, 'lower case, letters and spaces')).min(1),
      /** Homework and chores: a plan of nothing but these leaves out what a plan is for. */
      job: z.boolean().default(false),
    }),
  ),
})
export type LowMoodRules = z.infer<typeof lowMoodRules>
