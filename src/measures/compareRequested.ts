import type { Fault } from '../shared/errors.ts'
import { codeOf, type MeasureCatalogue } from './catalogue.ts'
import { changeInRaw, changeInT } from './change.ts'
import { hasAnswers, type Forms } from './chooseForms.ts'
import { normCell, type NormGroup } from './norms.ts'
import { scalesNamed } from './scaleNames.ts'
import type { ScoredLine, ScoreRequest } from './scoreRequest.ts'
import type { Scale } from './scales.ts'
import type { MeasureDefinition } from './shape.ts'

interface Compared {
  line: Pick<ScoredLine, 'change' | 'notCompared'>
  notes: string[]
}

/**
 * Compares the first and last raw scores of a request, scale by scale, by NHS England's thresholds: RCADS in T points of one
 * norm band, all others raw. Without `last`, the scores of this line's own answers are the last. Adds a fault for a scale
 * nobody knows and for a score outside its range.
 */
export function compareRequested(
  catalogue: MeasureCatalogue,
  forms: Forms,
  request: ScoreRequest,
  group: NormGroup | { none: string },
  scored: ReadonlyMap<string, number> | undefined,
  faults: Fault[],
): Compared {
  const { first, last } = request
  if (first === undefined && last === undefined) return { line: {}, notes: [] }
  if (first === undefined) {
    faults.push({ place: 'first', problem: 'is missing beside last', mend: 'give the first raw scores by scale' })
    return { line: {}, notes: [] }
  }
  if (last === undefined && !hasAnswers(request)) {
    faults.push({
      place: 'last',
      problem: 'is missing beside first',
      mend: 'give the last raw scores by scale, or answers',
    })
    return { line: {}, notes: [] }
  }
  const change: NonNullable<ScoredLine['change']> = {}
  const notCompared: Record<string, string> = {}
  const notes: string[] = []
  for (const name of new Set([...Object.keys(first), ...Object.keys(last ?? {})])) {
    const found = findScale(catalogue, forms, name)
    if (!found) {
      faults.push(unknownScale(forms, first[name] === undefined ? 'last' : 'first', name))
      continue
    }
    const { measure, scale } = found
    const ends = [
      end('first', first[name], scale, name, faults),
      last === undefined ? scored?.get(scale.id) : end('last', last[name], scale, name, faults),
    ]
    if (ends[0] === undefined || ends[1] === undefined) {
      notCompared[name] = ends[0] === undefined ? 'has no first score' : 'has no last score'
      continue
    }
    const cell =
      measure.norms && !('none' in group) ? normCell(catalogue.norms, measure.norms, group, scale.id) : undefined
    if (cell) change[name] = changeInT(scale, ends[0], ends[1], cell)
    else if (measure.norms && hasNorms(catalogue, measure, scale))
      notCompared[name] =
        `is compared in T points, and there is no norm group${scale.reliableChange ? '; NHS England’s own code would here compare raw scores with a threshold in T points' : ''}`
    else change[name] = changeInRaw(scale, ends[0], ends[1])
    if (change[name]) notes.push(...notesOn(catalogue, scale, name))
  }
  return {
    line: {
      ...(Object.keys(change).length > 0 ? { change } : {}),
      ...(Object.keys(notCompared).length > 0 ? { notCompared } : {}),
    },
    notes,
  }
}

function findScale(
  catalogue: MeasureCatalogue,
  forms: Forms,
  name: string,
): { measure: MeasureDefinition; scale: Scale } | undefined {
  for (const measure of [forms.measure, ...forms.all]) {
    const scale = scalesNamed(measure, name, (one) => codeOf(catalogue, one)?.preferredTerm)[0]
    if (scale) return { measure, scale }
  }
  return undefined
}

const unknownScale = (forms: Forms, place: string, name: string): Fault => ({
  place: `${place}.${name}`,
  problem: `${forms.all.map((m) => m.id).join(', ')} has no such scale`,
  mend: `one of ${[...new Set(forms.all.flatMap((m) => m.scales.map((s) => s.id)))].join(', ')}`,
})

/** One end of a pair; null and absent are "not scored then", never 0. */
function end(
  place: string,
  value: number | null | undefined,
  scale: Scale,
  name: string,
  faults: Fault[],
): number | undefined {
  if (value === undefined || value === null) return undefined
  const [low, high] = scale.range ?? [-Infinity, Infinity]
  if (value >= low && value <= high) return value
  faults.push({
    place: `${place}.${name}`,
    problem: `${value} is outside ${low} to ${high}`,
    mend: 'give the raw score, not a T-score',
  })
  return undefined
}

const hasNorms = (catalogue: MeasureCatalogue, measure: MeasureDefinition, scale: Scale): boolean =>
  catalogue.norms.forms[measure.norms!.form]?.cells.some((c) => c.scale === scale.id) ?? false

function notesOn(catalogue: MeasureCatalogue, scale: Scale, name: string): string[] {
  const code = codeOf(catalogue, scale)
  const notes: string[] = []
  if (!code?.inCypOutcomesMetric) notes.push(`${name}: never counts in NHS England's paired scores`)
  if (scale.nationalDirection === 'down' && scale.reliableChange)
    notes.push(`${name}: NHS England's published code reads a rise as deterioration; here it is an improvement`)
  return notes
}
