import { tierRank, type Finding, type Lane, type Tier } from '../types.ts'
import { HEADS, type Classifier, type Head, type ModelHeader } from './model.ts'

const at = Object.fromEntries(HEADS.map((head, i) => [head, i])) as Record<Head, number>
const LANES_HEARD = ['safeguarding', 'others', 'third_party', 'medical'] as const

/**
 * Which hints of doubtful rules the model hears too, in the message that it has scored last, each at no more than its own
 * tier. It needs less for these than for what no rule has heard.
 */
export function hearHints(hints: readonly Finding[], { scores }: Classifier, { thresholds }: ModelHeader): Finding[] {
  if (scores[at.risk]! < thresholds.hintRisk) return []
  const most: Tier = scores[at.urgent]! < thresholds.hintUrgent ? 'T1' : scores[at.emergency]! < thresholds.hintEmergency ? 'T2' : 'T3' // prettier-ignore
  return hints.map((hint) => (tierRank(hint.tier) > tierRank(most) ? { ...hint, tier: most } : hint))
}

/**
 * What the second stage adds to what the lexicon found: a finding of a higher tier than any of the lexicon's, or one on the
 * scope lane where the lexicon heard none. It never takes anything away. It speaks of the message that
 * the classifier has scored last; `wordsOf` gives the typed words of a stretch.
 */
export function hearModel(
  classifier: Classifier,
  { thresholds }: ModelHeader,
  role: 'young-person' | 'parent-carer',
  found: { tier: Tier; scope: boolean },
  wordsOf: (stretch: { from: number; to: number }) => string,
): Finding[] {
  const { scores } = classifier
  const tier = tierOf(scores, thresholds)
  const heard: Finding[] = []
  if (tier !== 'T0' && tierRank(tier) > tierRank(found.tier)) {
    const head: Head = tier === 'T3' ? 'emergency' : tier === 'T2' ? 'urgent' : 'risk'
    heard.push({
      ...MODEL,
      tier,
      lane: laneOf(scores, role),
      words: wordsOf(classifier.weightiest(head)),
      because: BECAUSE[tier],
    }) // prettier-ignore
  }
  if (!found.scope && tier === 'T0' && found.tier === 'T0' && scores[at.scope]! >= thresholds.scope)
    heard.push({ ...MODEL, tier: 'T1', lane: 'scope', words: wordsOf(classifier.weightiest('scope')), because: OUTSIDE }) // prettier-ignore
  return heard
}

const MODEL = { family: 'classifier', rule: 'model' }
const BECAUSE = {
  T1: 'taken as a whole, it reads like messages that were worth a look',
  T2: 'taken as a whole, it reads like messages about a risk that is there now',
  T3: 'taken as a whole, it reads like messages about a danger now',
} as const
const OUTSIDE = 'reads like messages about something that this service does not work on'

function tierOf(scores: Float64Array, thresholds: ModelHeader['thresholds']): Tier {
  if (scores[at.urgent]! >= thresholds.urgent) return scores[at.emergency]! >= thresholds.emergency ? 'T3' : 'T2'
  return scores[at.risk]! >= thresholds.risk ? 'T1' : 'T0'
}

/** The likeliest of the lanes that have weights of their own, where one is likelier than not; else the writer's own. */
function laneOf(scores: Float64Array, role: 'young-person' | 'parent-carer'): Lane {
  let lane: Lane = role === 'parent-carer' ? 'parent_self' : 'self'
  let best = 0
  for (const one of LANES_HEARD)
    if (scores[at[one]]! > best) {
      best = scores[at[one]]!
      lane = one
    }
  return lane
}
