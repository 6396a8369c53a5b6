import { highestTier, tierRank, type Tier } from '../types.ts'
import type { ModelHeader } from './model.ts'

/** A message: what it is, what the lexicon made of it, and the scores by a model that has not been trained on its writer. */
export interface Scored {
  tier: Tier
  scope: boolean
  /** What exact rules heard, and what doubtful ones did. */
  lexicon: Tier
  doubtful: Tier
  scores: Record<'risk' | 'urgent' | 'emergency' | 'scope', number>
}

/** What the model may cost: false flags that it adds, and true findings of doubtful rules that it loses. */
export interface Allowance {
  /** Parts of the messages that are no risk. */
  flags: number
  urgent: number
  /** Part of the messages below T3 that may be heard as T3. */
  emergency: number
  /** Part of messages inside the remit that may be heard as outside it. */
  scope: number
  /** Part of the risk that only doubtful rules hear which may be asked about only, and of the urgent that may be T1. */
  doubt: number
}

/** Chosen with the lexicon's own false flags in mind; what it costs in messages that are missed is printed and published. */
export const ALLOWANCE: Allowance = { flags: 0.06, urgent: 0.03, emergency: 0.05, scope: 0.005, doubt: 0.02 }

/**
 * The lowest thresholds with which the model, beside the lexicon, stays within the allowance on these messages. Only what
 * the lexicon has not flagged already counts.
 */
export function chooseThresholds(scored: readonly Scored[], allow: Allowance): ModelHeader['thresholds'] {
  const onlyDoubtful = (least: Tier) =>
    scored.filter((s) => [s.tier, s.doubtful].every((t) => tierRank(t) >= tierRank(least)) && tierRank(s.lexicon) < tierRank(least)) // prettier-ignore
  const doubt = below(onlyDoubtful('T1').map((s) => s.scores.risk), allow.doubt) // prettier-ignore
  const doubtUrgent = below(onlyDoubtful('T2').map((s) => s.scores.urgent), allow.doubt) // prettier-ignore
  const lexiconOf = ({ lexicon, doubtful, scores }: Scored): Tier => {
    const left = doubtful === 'T0' || scores.urgent >= doubtUrgent ? doubtful : 'T1'
    return highestTier([lexicon, lexicon === 'T0' && scores.risk < doubt ? 'T0' : left])
  }
  const noRisk = scored.filter((s) => s.tier === 'T0')
  const most = (share: number) => Math.floor(share * noRisk.length)
  const unheard = noRisk.filter((s) => tierRank(lexiconOf(s)) < tierRank('T2'))
  const urgent = above(unheard.map((s) => s.scores.urgent), most(allow.urgent)) // prettier-ignore
  // A danger now is heard only among what is urgent already.
  const lower = scored.filter((s) => s.tier !== 'T3' && lexiconOf(s) !== 'T3')
  const emergency = above(
    lower.map((s) => (s.scores.urgent >= urgent ? s.scores.emergency : -Infinity)),
    Math.floor(allow.emergency * lower.length),
  )
  const unflagged = noRisk.filter((s) => lexiconOf(s) === 'T0')
  const risk = above(unflagged.map((s) => (s.scores.urgent >= urgent ? Infinity : s.scores.risk)), most(allow.flags)) // prettier-ignore
  const inside = scored.filter((s) => !s.scope).map((s) => s.scores.scope)
  const scope = above(inside, Math.floor(allow.scope * inside.length))
  return { risk, urgent, emergency, scope, doubt: Math.min(doubt, risk), doubtUrgent: Math.min(doubtUrgent, urgent) }
}

/** The highest threshold that at most this part of the scores stay under. */
function below(scores: readonly number[], share: number): number {
  const sorted = [...scores].sort((a, b) => a - b)
  return sorted[Math.floor(share * sorted.length)] ?? -10
}

/** The lowest threshold that at most `most` of the scores reach. */
function above(scores: readonly number[], most: number): number {
  const sorted = [...scores].sort((a, b) => b - a)
  const first = sorted[most] ?? -10
  return first === Infinity ? 10 : first + 1e-6
}
