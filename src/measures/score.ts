import type { ItemAnswer, ScaleScore as RecordedScale, ScoreOutcome } from '../record/events.ts'
import { scoreScales } from './scoreScales.ts'
import { totalScale } from './bands.ts'
import { normCell, tScore, type NormGroup, type NormTables } from './norms.ts'
import type { ScaleScore } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

/**
 * Scores one administration by the measure's own rule. A score is a number with its rule, or `not-scorable` with a
 * reason; an answer that was not given is never counted as 0.
 */
export function scoreAdministration(measure: MeasureDefinition, answers: readonly ItemAnswer[]): ScoreOutcome {
  const total = totalScale(measure)
  const rule = `${measure.id} ${measure.version}: ${total ? describeRule(measure, total.id) : 'scores by scale, no total'}`
  if (!total) return { state: 'not-scorable', reason: 'its scores are never added up', rule }
  const score = scoreScales(measure, answers).get(total.id)!
  return score.state === 'scored'
    ? { state: 'scored', total: score.raw, rule }
    : { state: 'not-scorable', reason: score.reason, rule }
}

/**
 * Every scale of one administration as it is recorded: raw, with its national code; of goals, those that were asked. In T points
 * too, where the measure has norms and a norm group was chosen: the practitioner's choice with the young person.
 */
export function recordedScales(
  measure: MeasureDefinition,
  answers: readonly ItemAnswer[],
  norms?: { tables: NormTables; group: NormGroup | null },
): RecordedScale[] {
  const scores = scoreScales(measure, answers)
  const scales =
    measure.asked === 'goal-by-goal'
      ? measure.scales.filter((one) => one.method === 'item' && answers.some(({ item }) => item === one.item))
      : measure.scales
  return scales.map(({ id, title, snomed }) => ({
    scale: id,
    title,
    code: snomed ?? null,
    score: scores.get(id)!,
    ...inT(measure, id, scores.get(id)!, norms),
  }))
}

function inT(
  { norms }: MeasureDefinition,
  scale: string,
  score: ScaleScore,
  chosen: { tables: NormTables; group: NormGroup | null } | undefined,
): Pick<RecordedScale, 'tScore'> {
  if (norms === undefined || !chosen?.group || score.state !== 'scored') return {}
  const cell = normCell(chosen.tables, norms, chosen.group, scale)
  if (cell === undefined) return {}
  return { tScore: { value: tScore(score.raw, cell), form: norms.form, ...chosen.group } }
}

function describeRule(measure: MeasureDefinition, id: string): string {
  const scale = measure.scales.find((s) => s.id === id)!
  if (scale.method !== 'sum') return scale.method
  const { missing } = scale
  return missing.rule === 'all-needed'
    ? 'sum, all-needed'
    : `sum, prorated where at most ${missing.atMost} of ${scale.items.length} are missing${missing.round ? ', rounded' : ''}`
}
