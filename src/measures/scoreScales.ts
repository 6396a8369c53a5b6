import type { ItemAnswer } from '../record/events.ts'
import { clean } from './exact.ts'
import { optionsOf, type MeasureDefinition } from './shape.ts'
import type { Scale, ScaleScore } from './scales.ts'
import { sleepMetric } from './sleepMetrics.ts'

/**
 * Scores every scale of a measure from the answers of one administration, by the measure's own keys and missing-data
 * rules. The order of the answers does not matter. Raw scores only: T-scores come from norms.ts, bands from bands.ts.
 */
export function scoreScales(
  measure: MeasureDefinition,
  answers: readonly ItemAnswer[],
  night: { stillTrying: boolean } = { stillTrying: false },
): ReadonlyMap<string, ScaleScore> {
  const given = new Map(
    answers.flatMap((a) => (a.state === 'given' && a.answer !== null ? [[a.item, a.answer] as const] : [])),
  )
  const scores = new Map<string, ScaleScore>()
  for (const scale of measure.scales) if (scale.method !== 'sum-of-scales') scores.set(scale.id, scoreOne(scale))
  for (const scale of measure.scales)
    if (scale.method === 'sum-of-scales') scores.set(scale.id, addScales(scale.of, scores))
  return new Map(measure.scales.map((scale) => [scale.id, scores.get(scale.id)!]))

  function scoreOne(scale: Exclude<Scale, { method: 'sum-of-scales' }>): ScaleScore {
    switch (scale.method) {
      case 'sum':
        return sumItems(measure, scale, given)
      case 'item':
        return reportItem(measure, scale.item, given)
      case 'sleep-metric':
        return sleepMetric(scale, { ...Object.fromEntries(given), stillTrying: night.stillTrying })
      case 'not-known':
        return { state: 'not-scorable', reason: scale.why }
    }
  }
}

type SumScale = Extract<Scale, { method: 'sum' }>

function sumItems(measure: MeasureDefinition, scale: SumScale, given: ReadonlyMap<string, number>): ScaleScore {
  const values = scale.items.flatMap((id) => {
    const answer = given.get(id)
    const counts = answer === undefined ? undefined : countsAs(measure, id, answer)
    return counts === undefined ? [] : [scale.reverse.includes(id) ? reversed(measure, counts) : counts]
  })
  const needed = scale.items.length
  const missing = needed - values.length
  const allowed = scale.missing.rule === 'prorate' ? scale.missing.atMost : 0
  if (missing > allowed) {
    const reason =
      allowed === 0
        ? `needs all ${needed} answers and has ${values.length}`
        : `needs at least ${needed - allowed} of ${needed} answers and has ${values.length}`
    return { state: 'not-scorable', reason }
  }
  const sum = clean(values.reduce((a, b) => a + b, 0))
  if (missing === 0) return { state: 'scored', raw: sum }
  const prorated = (sum * needed) / values.length
  const round = scale.missing.rule === 'prorate' && scale.missing.round
  return { state: 'scored', raw: round ? Math.floor(prorated + 0.5) : prorated }
}

function reportItem(measure: MeasureDefinition, item: string, given: ReadonlyMap<string, number>): ScaleScore {
  const answer = given.get(item)
  if (answer === undefined) return { state: 'not-scorable', reason: 'was not answered' }
  const counts = countsAs(measure, item, answer)
  if (counts === undefined) return { state: 'not-scorable', reason: 'was answered with a choice that is not scored' }
  return { state: 'scored', raw: counts }
}

function addScales(ids: readonly string[], scores: ReadonlyMap<string, ScaleScore>): ScaleScore {
  let sum = 0
  const without: string[] = []
  for (const id of ids) {
    const score = scores.get(id)
    if (score?.state === 'scored') sum += score.raw
    else without.push(id)
  }
  if (without.length > 0)
    return { state: 'not-scorable', reason: `needs every scale it is made of; ${without.join(', ')} cannot be scored` }
  return { state: 'scored', raw: clean(sum) }
}

/** What an answer counts in a sum; undefined for a permitted answer that is no score ("don't know"). */
function countsAs(measure: MeasureDefinition, id: string, answer: number): number | undefined {
  const item = measure.items.find((i) => i.id === id)
  const option = item && optionsOf(measure, item).find((o) => o.value === answer)
  if (option?.scored === false) return undefined
  return option?.scoredAs ?? answer
}

/** The other end of the response options: 0 for 4 and 4 for 0. */
function reversed(measure: MeasureDefinition, value: number): number {
  const values = measure.options.filter((o) => o.scored !== false).map((o) => o.value)
  return Math.max(...values) + Math.min(...values) - value
}
