import { z } from 'zod'
import { LANES, tierRank, type Tier } from '../risk/types.ts'

/**
 * What every safety dialog is started with. All of it is known once the escalation is committed: nothing here is a hope.
 */
export const safetyInput = z.object({
  tier: z.enum(['T1', 'T2', 'T3']),
  /** Somebody from the team reads messages at this moment. */
  staffedNow: z.boolean(),
  /** At least one named person's alert route succeeded; only then may {told} be said. */
  told: z.boolean(),
  /** No alert gets through at this moment, whoever it is for. */
  unreached: z.boolean().default(false),
  /** The person has said something of this lane before in this episode: acknowledged, not asked all over again. */
  repeat: z.boolean(),
  /** Said about somebody else. */
  aboutOther: z.boolean(),
  /** The answer to a measure's risk item, for `item-nine`. */
  value: z.int().nullable(),
  /** What a term to be clarified would be about, for `clarify`. */
  lane: z.enum(LANES).optional(),
  /** The term itself, by its rule, and the whole message it stood in, for `clarify`. */
  term: z.string().optional(),
  words: z.string().optional(),
  /** Where a choice to carry on would lead back to something the person was in the middle of. */
  canCarryOn: z.boolean(),
  /** The young person's coping plan by its parts, where there is one. */
  plan: z.record(z.string(), z.string()).nullable().default(null),
  /** Questions answered already in this incident: skipped. */
  answered: z.array(z.string()).default([]),
})

export type SafetyInput = z.infer<typeof safetyInput>

/** Whether a dialog was started for this tier or one above it. */
export const isAskedAt = (input: Pick<SafetyInput, 'tier'>, tier: Tier): boolean =>
  tierRank(input.tier) >= tierRank(tier)

/** Which of the true things can be said about who has been told. */
export const toldAs = (input: SafetyInput): 'now' | 'later' | 'nobody' | 'unreached' =>
  input.unreached ? 'unreached' : !input.told ? 'nobody' : input.staffedNow ? 'now' : 'later'
