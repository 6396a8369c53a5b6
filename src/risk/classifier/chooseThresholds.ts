import { highestTier, tierRank, type Tier } from '../types.ts'
import type { ModelHeader } from './model.ts'

/** A message: what it is, what the lexicon made of it, and the scores by a model that has not been trained on its writer. */
export interface Scored {
  tier: Tier
  scope: boolean
  /** What exact rules found, and what doubtful ones hinted at. */
  lexicon: Tier
  hint: Tier
  scores: Record<'risk' | 'urgent' | 'emergency' | 'scope', number>
}

/** What the model may cost in false flags, as parts of the messages that are no risk (unless said otherwise). */
export interface Allowance {
  /** Flagged, and flagged as T2 or T3, where a doubtful rule has hinted at it. */
  hints: number
  hintsUrgent: number
  /** The same where no rule has heard anything: on top of the above. */
  flags: number
  urgent: number
  /** Part of the messages below T3 that may be heard as T3. */
  emergency: number
  /** Part of messages inside the remit that may be heard as outside it. */
  scope: number
}

/** Chosen with the lexicon's own false flags in mind; what it costs in messages that are missed is printed and published. */
export const ALLOWANCE: Allowance = { hints: 0.025, hintsUrgent: 0.012, flags: 0.06, urgent: 0.03, emergency: 0.06, scope: 0.005 } // prettier-ignore

type Thresholds = ModelHeader['thresholds']

/** The lowest thresholds with which the model, beside the lexicon, stays within the allowance on these messages. */
export function chooseThresholds(scored: readonly Scored[], allow: Allowance): Thresholds {
  const noRisk = scored.filter((s) => s.tier === 'T0')
  const most = (share: number) => Math.floor(share * noRisk.length)
  const hinted = noRisk.filter((s) => s.hint !== 'T0' && s.lexicon === 'T0').map((s) => s.scores.risk)
  const hintedUrgent = noRisk.filter((s) => isUrgent(s.hint) && !isUrgent(s.lexicon)).map((s) => s.scores.urgent)
  const lower = scored.filter((s) => s.tier !== 'T3')
  const mostLower = Math.floor(allow.emergency * lower.length)
  const hintUrgent = above(hintedUrgent, most(allow.hintsUrgent))
  const hintRisk = above(hinted, most(allow.hints))
  const hintedT3 = lower.filter((s) => s.hint === 'T3' && s.lexicon !== 'T3' && s.scores.urgent >= hintUrgent)
  const hintEmergency = above(hintedT3.map((s) => s.scores.emergency), Math.floor(mostLower / 4)) // prettier-ignore

  const thresholds = { hintRisk, hintUrgent, hintEmergency }
  const unheard = noRisk.filter((s) => !isUrgent(withHints(s, thresholds)))
  const urgent = above(unheard.map((s) => s.scores.urgent), most(allow.urgent)) // prettier-ignore
  // A danger now is heard only among what is urgent already.
  const lowerUnheard = lower.filter((s) => withHints(s, thresholds) !== 'T3')
  const emergency = above(lowerUnheard.map((s) => (s.scores.urgent >= urgent ? s.scores.emergency : -Infinity)), mostLower) // prettier-ignore
  const unflagged = noRisk.filter((s) => withHints(s, thresholds) === 'T0')
  const risk = above(unflagged.map((s) => (s.scores.urgent >= urgent ? Infinity : s.scores.risk)), most(allow.flags)) // prettier-ignore
  const inside = scored.filter((s) => !s.scope).map((s) => s.scores.scope)
  const scope = above(inside, Math.floor(allow.scope * inside.length))
  return {
    risk,
    urgent,
    emergency,
    scope,
    hintRisk: Math.min(hintRisk, risk),
    hintUrgent: Math.min(hintUrgent, urgent),
    hintEmergency: Math.min(hintEmergency, emergency),
  }
}

/** What rules and hints make of a message. */
function withHints(
  { lexicon, hint, scores }: Scored,
  at: Pick<Thresholds, 'hintRisk' | 'hintUrgent' | 'hintEmergency'>,
): Tier {
  if (hint === 'T0' || scores.risk < at.hintRisk) return lexicon
  const most = scores.urgent < at.hintUrgent ? 'T1' : scores.emergency < at.hintEmergency ? 'T2' : 'T3'
  return highestTier([lexicon, tierRank(hint) > tierRank(most) ? most : hint])
}

const isUrgent = (tier: Tier) => tierRank(tier) >= tierRank('T2')

/** The lowest threshold that at most `most` of the scores reach. */
function above(scores: readonly number[], most: number): number {
  const sorted = [...scores].sort((a, b) => b - a)
  const first = sorted[most] ?? -10
  return first === Infinity ? 10 : first + 1e-6
}
