import { z } from 'zod'
import { NORM_BANDS, NORM_CONVENTIONS } from './norms.ts'

const answer = z.union([z.number(), z.string(), z.boolean(), z.null()], {
  error: 'must be a number, a text or null (declined)',
})

const rawScores = z.record(z.string(), z.number({ error: 'must be a number: the raw score' }).nullable(), {
  error: 'must be an object of raw scores by scale, such as {"total": 12}',
})

const fromList = (values: readonly string[]) => ({ error: `must be one of ${values.join(', ')}` })

/** Null says no more than leaving a field out. */
const given = <T>(value: T | null | undefined): T | undefined => value ?? undefined

/**
 * One line of the score command (`npm run score -- --help`). Says what a line may hold; whether it fits the measure it
 * names is checked against the measure. Fields it does not know are left alone.
 */
export const scoreRequest = z.object(
  {
    id: z.union([z.string(), z.number()], { error: 'must be a text or a number' }),
    measure: z.string({ error: 'is missing: the id of a measure, such as "phq-9"' }),
    respondent: z.string({ error: 'is missing: self, parent, practitioner or teacher' }),
    /** In item order, null for declined; for the sleep diary also several nights, each a list. */
    answers: z
      .array(z.union([answer, z.array(answer)]), { error: 'must be a list in item order, with null for declined' })
      .nullish()
      .transform(given),
    sex: z
      .string({ error: 'must be "M" or "F" (or anything else as a text, for raw scores only)' })
      .nullish()
      .transform(given),
    age: z
      .int({ error: 'must be a whole number of years' })
      .min(0, 'must be a whole number of years')
      .max(120, 'must be a whole number of years')
      .nullish()
      .transform(given),
    convention: z.enum(NORM_CONVENTIONS, fromList(NORM_CONVENTIONS)).nullish().transform(given),
    normBand: z.enum(NORM_BANDS, fromList(NORM_BANDS)).nullish().transform(given),
    /** For the sleep diary: still trying to sleep after the final waking. One for all nights, or one a night. */
    stillTrying: z
      .union([z.boolean(), z.array(z.boolean())], { error: 'must be true, false or a list of them, one a night' })
      .nullish()
      .transform(given),
    first: rawScores.nullish().transform(given),
    last: rawScores.nullish().transform(given),
  },
  { error: 'must be one JSON object a line' },
)

export type ScoreRequest = z.infer<typeof scoreRequest>

/** One line of what the score command writes. What does not apply is left out. */
export interface ScoredLine {
  id: string | number
  total?: number
  subscales?: Record<string, { raw: number; t?: number }>
  /** Of the total; for staff. */
  band?: string
  /** By scale, where more than the total has bands. */
  bands?: Record<string, string>
  caseness?: boolean
  notScorable?: Record<string, string>
  /** Items whose risk rule acts. Empty only when every risk item was answered. */
  risk?: string[]
  /** Risk items that were not answered: never "no risk". */
  riskNotAnswered?: string[]
  change?: Record<string, { difference: number; threshold?: number; reliable?: 'improved' | 'deteriorated' | 'none' }>
  notCompared?: Record<string, string>
  /** The norms that T-scores were read in. */
  norm?: { convention: string | null; band: string; sex: 'M' | 'F' }
  nights?: number | Record<string, number>
  notes?: string[]
}

/** A line that could not be used, with the place of every fault and how to mend it. */
export interface FaultyLine {
  id: string | number | null
  error: string
}
