/**
 * How fast a human must look and what is said now (brief 4.2). Not a prediction, never shown to a young person or parent.
 * T0 a saying or other meaning · T1 worth a look · T2 same working day · T3 now.
 */
export const TIERS = ['T0', 'T1', 'T2', 'T3'] as const
export type Tier = (typeof TIERS)[number]

/** What a finding is about (brief 4.2). `unscanned` is what no rule can read: attachments, other languages. */
export const LANES = [
  'self',
  'safeguarding',
  'others',
  'medical',
  'third_party',
  'parent_self',
  'unscanned',
  'scope',
] as const
export type Lane = (typeof LANES)[number]

/** Something the screen matched and why. `words` is the part of the message that fired; `rule` is the id in content. */
export interface Finding {
  family: string
  lane: Lane
  tier: Exclude<Tier, 'T0'>
  priority?: boolean
  rule: string
  words: string
  because: string
  /** Said about somebody else (a brother, a friend), where the lane alone does not say so. */
  about?: 'other'
}

/** What the screen may look at besides the text. It can only raise. */
export interface ScreenContext {
  role: 'young-person' | 'parent-carer'
  /** What is being answered: `dialog-id/step-key`, or null. */
  asking: string | null
  /** 21:00–06:00 in England. */
  night: boolean
  /** Earlier findings of this person, newest first. */
  earlier: { tier: Tier; lane: Lane; daysAgo: number }[]
  /** A mood rating of 0 or 1 in the last day. */
  veryLowRating: boolean
}

export interface Screening {
  findings: Finding[]
  /** The highest tier found; T0 when nothing was. */
  tier: Tier
  /** An ambiguous term that is to be clarified once; never set beside an explicit finding. */
  clarify?: { term: string; lane: Lane; words: string }
  /** "jk", "don't tell anyone": taken back, or asked to be kept secret. Lowers nothing; it is answered and attached. */
  denial?: true
  /** Version of rules (and, later, model): content hash. */
  version: string
}

/** Reads one text. Pure and deterministic; a finding can never be lowered by another. */
export type Screen = (text: string, context: ScreenContext) => Screening

export const tierRank = (tier: Tier): number => TIERS.indexOf(tier)
export const highestTier = (tiers: readonly Tier[]): Tier =>
  tiers.reduce<Tier>((a, b) => (tierRank(b) > tierRank(a) ? b : a), 'T0')

/** The tier that asks for a human's look: what stands outside the remit (`scope`) is told without alarm and counts for none. */
export const alarmTier = (findings: readonly Pick<Finding, 'lane' | 'tier'>[]): Tier =>
  highestTier(findings.filter((f) => f.lane !== 'scope').map((f) => f.tier))
