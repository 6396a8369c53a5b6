import { doubt, hearModel } from './classifier/hearModel.ts'
import { createClassifier, type RiskModel } from './classifier/model.ts'
import { createLexicon } from './lexicon.ts'
import { doubtfulRules, type RiskRules } from './reading/schema.ts'
import { alarmTier, highestTier, tierRank, type Finding, type Screen } from './types.ts'

const NONE: ReadonlySet<string> = new Set()

/**
 * Builds the screen from its rules and, where there is one, the trained model, which adds findings and takes none of an
 * exact rule away; what only a doubtful rule heard and the model does not is asked about. Pure: the same text in the same
 * context always gives the same screening.
 */
export function createScreen(rules: RiskRules, model?: RiskModel): Screen {
  const hear = createLexicon(rules)
  const doubtful = doubtfulRules(rules)
  const classifier = model && createClassifier(model)
  const version = model ? `${rules.version}+${model.header.version}` : rules.version

  return (text, context) => {
    const { tokens, findings, heard, denial, isNear, wordsOf, readAmbiguous } = hear(text, context)
    let doubted: Finding | undefined
    if (classifier && tokens.length > 0) {
      classifier.score({ words: tokens.map((t) => t.word), role: context.role, heard })
      // After a mood of 0 or 1 nothing that any rule heard is doubted (brief 4.9).
      doubted = doubt(findings, context.veryLowRating ? NONE : doubtful, classifier, model.header)
      findings.push(...hearModel(classifier, model.header, context.role, found(findings), wordsOf))
    }
    if (doubted && isNear && alarmTier(findings) === 'T0') findings.push({ ...doubted, tier: 'T1' })
    const asked = findings.length > 0 ? undefined : readAmbiguous()
    const clarify = asked ?? (doubted && findings.length === 0 ? asking(doubted) : undefined)
    return {
      findings: findings.sort((a, b) => tierRank(b.tier) - tierRank(a.tier)),
      tier: highestTier(findings.map((f) => f.tier)),
      ...(clarify ? { clarify } : {}),
      ...(denial ? { denial: true } : {}),
      version,
    }
  }
}

const asking = ({ rule, lane, words }: Finding) => ({ term: rule, lane, words })

const found = (findings: readonly Finding[]) => ({
  tier: alarmTier(findings),
  scope: findings.some((f) => f.lane === 'scope'),
})
