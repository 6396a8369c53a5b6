import type { ItemAnswer } from '../record/events.ts'
import { scoreScales } from './scoreScales.ts'
import type { ScaleScore } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

/** One night of a sleep diary as it was answered. */
export interface NightAnswers {
  answers: ItemAnswer[]
  stillTrying: boolean
}

/**
 * Averages of each metric over the nights that are complete for it, and how many they were: the mean of the nights' own
 * scores, not a score of the mean night.
 */
export function scoreNights(
  measure: MeasureDefinition,
  nights: readonly NightAnswers[],
): { scores: ReadonlyMap<string, ScaleScore>; nights: Record<string, number> } {
  const each = nights.map((night) => scoreScales(measure, night.answers, night))
  const counts: Record<string, number> = {}
  const scores = new Map(
    measure.scales.map(({ id }): [string, ScaleScore] => {
      const raws = each.flatMap((scores) => {
        const score = scores.get(id)!
        return score.state === 'scored' ? [score.raw] : []
      })
      counts[id] = raws.length
      if (raws.length === 0) return [id, { state: 'not-scorable', reason: 'no night is complete for it' }]
      return [id, { state: 'scored', raw: raws.reduce((a, b) => a + b, 0) / raws.length }]
    }),
  )
  return { scores, nights: counts }
}
