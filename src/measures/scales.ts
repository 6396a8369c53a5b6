import { z } from 'zod'

/** Something a raw score falls in; both bounds belong to it. Names are for staff only. */
const band = z.strictObject({ from: z.number(), to: z.number(), name: z.string().min(1) })

/** What becomes of answers that were not given. `prorate` scales up by the number of items, where at most so many are missing. */
const missing = z.discriminatedUnion('rule', [
  z.strictObject({ rule: z.literal('all-needed') }),
  z.strictObject({ rule: z.literal('prorate'), atMost: z.int().min(1), round: z.boolean() }),
])

const shared = {
  id: z.string().min(1),
  title: z.string().min(1),
  /** Other names the score command accepts for it. */
  aliases: z.array(z.string()).default([]),
  /** Lowest and highest raw score; null where it is not known. */
  range: z.tuple([z.number(), z.number()]).nullable(),
  higherIs: z.enum(['worse', 'better', 'not-known']),
  /** Where NHS England's direction table reads the scale the other way than clinical sense does. */
  nationalDirection: z.enum(['up', 'down']).optional(),
  /** Preferred SNOMED CT code of the score; its term, range and rater stand in codes/. */
  snomed: z.string().optional(),
  bands: z.array(band).min(1).optional(),
  /** From this raw score on. */
  caseness: z.number().optional(),
  /** `T`: in T points, which needs the norm band of the person. */
  reliableChange: z.strictObject({ atLeast: z.number().positive(), unit: z.enum(['raw', 'T']) }).optional(),
}

/** The metrics of a night that the sleep diary reckons, by the formulas named in its file. */
export const SLEEP_METRICS = ['TIB', 'TASAFA', 'TST', 'SE', 'SE_DSE'] as const

/** One score of a measure and how it is made. Several methods, so that a new measure is data and not code. */
export const scale = z.discriminatedUnion('method', [
  z.strictObject({
    ...shared,
    method: z.literal('sum'),
    items: z.array(z.string()).min(1),
    reverse: z.array(z.string()),
    missing,
  }),
  /** The answer to one item, as it is. */
  z.strictObject({ ...shared, method: z.literal('item'), item: z.string() }),
  /** Only when every scale it is made of is scored. */
  z.strictObject({ ...shared, method: z.literal('sum-of-scales'), of: z.array(z.string()).min(2) }),
  z.strictObject({
    ...shared,
    method: z.literal('sleep-metric'),
    metric: z.enum(SLEEP_METRICS),
    items: z.array(z.string()).min(1),
    unit: z.enum(['minutes', 'percent']),
    formula: z.string(),
  }),
  /** The key was not found in any source read: a score someone else made can be compared, answers cannot be scored. */
  z.strictObject({ ...shared, method: z.literal('not-known'), why: z.string().min(1) }),
])

export type Scale = z.infer<typeof scale>

/** A score is a number, or the reason why there is none. Never 0 for an answer that was not given. */
export type ScaleScore = { state: 'scored'; raw: number } | { state: 'not-scorable'; reason: string }
