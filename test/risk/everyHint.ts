import { createLexicon } from '../../src/risk/lexicon.ts'
import type { RiskRules } from '../../src/risk/reading/schema.ts'
import { highestTier, tierRank, type Screen } from '../../src/risk/types.ts'

/** The first stage with every hint counted as a finding: all that its phrases hear, whether or not something raises it. */
export function countEveryHint(rules: RiskRules): Screen {
  const hear = createLexicon(rules)
  return (text, context) => {
    const { findings, hints, denial, clarify } = hear(text, context)
    const all = [...findings, ...hints].sort((a, b) => tierRank(b.tier) - tierRank(a.tier))
    return {
      findings: all,
      tier: highestTier(all.map((f) => f.tier)),
      ...(clarify && all.length === 0 ? { clarify } : {}),
      ...(denial ? { denial: true } : {}),
      version: rules.version,
    }
  }
}
