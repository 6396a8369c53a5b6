import { optionLabel, type MeasureDefinition } from './shape.ts'
import { itemAt } from './administration.ts'

/** What a risk item's answer asks for, before anything else is said (brief 3.4). */
export type RiskItemOutcome =
  | { rule: 'R-M1'; item: string; label: string; tier: 'T2'; priority: boolean }
  | { rule: 'R-M2'; item: string; label: string; tier: 'T1' | 'T2'; priority: false }
  | { rule: 'R-M1' | 'R-M2'; item: string; label: null; tier: 'T1'; priority: false }

/**
 * Reads the answer to a step of a measure by the item's own risk rule. Undefined where the step is no risk item or the
 * value is below its bound; a zero never cancels anything. `declined` is T1, never "no risk".
 */
export function riskOfAnswer(
  measure: MeasureDefinition,
  step: string,
  answer: number | 'declined',
): RiskItemOutcome | undefined {
  const item = itemAt(measure, step)
  if (!item?.risk) return undefined
  const { from } = item.risk
  // An item for the practitioner's review is answered like R-M2's and never goes above T1.
  const rule = item.risk.rule === 'review' ? 'R-M2' : item.risk.rule
  if (answer === 'declined') return { rule, item: item.id, label: null, tier: 'T1', priority: false }
  if (answer < from) return undefined
  const label = optionLabel(measure, item.id, answer)
  if (rule === 'R-M2')
    return {
      rule,
      item: item.id,
      label,
      tier: item.risk.rule === 'R-M2' && answer >= from + 1 ? 'T2' : 'T1',
      priority: false,
    }
  return { rule, item: item.id, label, tier: 'T2', priority: answer >= 2 }
}
