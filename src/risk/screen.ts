import { hearHints, hearModel } from './classifier/hearModel.ts'
import { createClassifier, type RiskModel } from './classifier/model.ts'
import { createLexicon, keepHighest } from './lexicon.ts'
import type { RiskRules } from './reading/schema.ts'
import { alarmTier, highestTier, tierRank, type Finding, type Screen } from './types.ts'

/**
 * Builds the screen from its rules and, where there is one, the trained model. The stages can only raise: rules find, and
 * wonder about what is often a saying; explicit cues or the model make a finding of what was wondered about, and the model
 * adds what no rule heard. Nothing takes a finding away. Pure: the same text in the same context always gives the same
 * screening.
 */
export function createScreen(rules: RiskRules, model?: RiskModel): Screen {
  const hear = createLexicon(rules)
  const classifier = model && createClassifier(model)
  const version = model ? `${rules.version}+${model.header.version}` : rules.version

  return (text, context) => {
    const { tokens, findings, hints, heard, denial, wordsOf, clarify } = hear(text, context)
    if (classifier && tokens.length > 0) {
      classifier.score({
        words: tokens.map((t) => t.word),
        role: context.role,
        heard,
        sentences: tokens.map((t) => t.sentence),
      })
      for (const finding of hearHints(hints, classifier, model.header)) keepHighest(findings, finding)
      findings.push(...hearModel(classifier, model.header, context.role, found(findings), wordsOf))
    }
    return {
      findings: findings.sort((a, b) => tierRank(b.tier) - tierRank(a.tier)),
      tier: highestTier(findings.map((f) => f.tier)),
      ...(clarify && findings.length === 0 ? { clarify } : {}),
      ...(denial ? { denial: true } : {}),
      version,
    }
  }
}

const found = (findings: readonly Finding[]) => ({
  tier: alarmTier(findings),
  scope: findings.some((f) => f.lane === 'scope'),
})
