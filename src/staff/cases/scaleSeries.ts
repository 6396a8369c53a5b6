import type { z } from 'zod'
import { bandOfScale, bandOfT } from '../../measures/bands.ts'
import { changeInRaw, changeInT } from '../../measures/change.ts'
import type { MeasureDefinition } from '../../measures/definition.ts'
import { normCell, tScore, type NormGroup, type NormTables } from '../../measures/norms.ts'
import type { Scale } from '../../measures/scales.ts'
import { scoreScales } from '../../measures/scoreScales.ts'
import type { MeasureAdministration } from '../../record/events.ts'
import type { scaleSeries } from '../contract/measureShapes.ts'

type ScaleSeries = z.infer<typeof scaleSeries>

/** The norms that scores are read in, and the group chosen for the case; null group: raw scores only. */
export interface Norms {
  tables: NormTables
  group: NormGroup | null
}

/**
 * The scales of a measure over its administrations: raw, in T points where the case has a norm group and the scale norms,
 * and the change from the first to the last by NHS England's threshold. All are read in one group, so that the first and the
 * last are compared in the same one. A measure whose only scale is its total has none beside it. Pure.
 */
export function toScaleSeries(
  measure: MeasureDefinition,
  events: readonly MeasureAdministration[],
  norms: Norms,
): ScaleSeries[] {
  if (measure.scales.length < 2) return []
  return measure.scales.map((scale) => {
    const cell = measure.norms && norms.group ? normCell(norms.tables, measure.norms, norms.group, scale.id) : undefined
    const scores = events.map((event) => {
      const raw = rawOf(measure, event, scale)
      const t = raw === null || cell === undefined ? null : tScore(raw, cell)
      return {
        administrationId: event.entryId,
        raw,
        t,
        band: t !== null ? bandOfT(measure, t) : raw === null ? null : bandOfScale(scale, raw),
      }
    })
    return { scale: scale.id, title: scale.title, scores, change: changeOf(measure, scale, scores, cell) }
  })
}

/** As it was recorded; entries from before scales were kept are scored by the measure's rule. */
function rawOf(measure: MeasureDefinition, event: MeasureAdministration, scale: Scale): number | null {
  const score =
    event.scales?.find((one) => one.scale === scale.id)?.score ?? scoreScales(measure, event.answers).get(scale.id)
  return score?.state === 'scored' ? score.raw : null
}

/** Nothing where there are not two scores, nor where change is judged in T points and there is no norm group. */
function changeOf(
  measure: MeasureDefinition,
  scale: Scale,
  scores: readonly { raw: number | null }[],
  cell: { mean: number; sd: number } | undefined,
): ScaleSeries['change'] {
  const raws = scores.flatMap(({ raw }) => (raw === null ? [] : [raw]))
  const [first, last] = [raws[0], raws.at(-1)]
  if (raws.length < 2 || first === undefined || last === undefined) return null
  const inT = scale.reliableChange?.unit === 'T' || (measure.norms !== undefined && cell !== undefined)
  if (inT && cell === undefined) return { difference: last - first, unit: 'raw', threshold: null, reliable: null }
  const { difference, threshold, reliable } = inT
    ? changeInT(scale, first, last, cell!)
    : changeInRaw(scale, first, last)
  return { difference, unit: inT ? 'T' : 'raw', threshold: threshold ?? null, reliable: reliable ?? null }
}
