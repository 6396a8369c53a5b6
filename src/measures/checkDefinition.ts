import type { z } from 'zod'
import type { MeasureDefinition } from './shape.ts'
import type { Scale } from './scales.ts'

type Report = (path: (string | number)[], message: string) => void

/** Faults of a definition that its shape cannot show, each with its place: ids that do not exist, bands with gaps, facts without evidence. */
export function checkDefinition(measure: MeasureDefinition, check: z.RefinementCtx): void {
  const report: Report = (path, message) => check.addIssue({ code: 'custom', path, message })
  if (new Set(measure.items.map((i) => i.id)).size !== measure.items.length)
    report(['items'], 'two items have the same id')
  if (new Set(measure.scales.map((s) => s.id)).size !== measure.scales.length)
    report(['scales'], 'two scales have the same id')
  const firstOptional = measure.items.findIndex((i) => i.optional)
  if (firstOptional >= 0 && measure.items.slice(firstOptional).some((i) => !i.optional))
    report(['items', firstOptional], 'items that may be left out stand at the end')
  if (measure.total !== undefined && !measure.scales.some((s) => s.id === measure.total))
    report(['total'], `there is no scale "${measure.total}"`)
  if (measure.licence.status === 'cleared' && measure.wording === null)
    report(['wording'], 'a measure that is cleared has its words')
  for (const [i, scale] of measure.scales.entries())
    checkScale(measure, scale, (path, m) => report(['scales', i, ...path], m))
  checkWording(measure, report)
  checkEvidence(measure, report)
}

function checkScale(measure: MeasureDefinition, scale: Scale, report: Report): void {
  const items = new Set(measure.items.map((i) => i.id))
  const scales = new Set(measure.scales.map((s) => s.id))
  const known = (key: string, ids: readonly string[], among: ReadonlySet<string>, what: string) => {
    for (const [i, id] of ids.entries()) if (!among.has(id)) report([key, i], `there is no ${what} "${id}"`)
    if (new Set(ids).size !== ids.length) report([key], `names one ${what} twice`)
  }
  if (scale.method === 'sum' || scale.method === 'sleep-metric') known('items', scale.items, items, 'item')
  if (scale.method === 'sum') known('reverse', scale.reverse, new Set(scale.items), 'item of this scale')
  if (scale.method === 'item') known('item', [scale.item], items, 'item')
  if (scale.method === 'sum-of-scales') known('of', scale.of, scales, 'scale')
  if (scale.bands) {
    const [low, high] = scale.range ?? [0, -1]
    let next = low
    for (const [i, band] of scale.bands.entries()) {
      if (band.from !== next) report(['bands', i], `must begin at ${next}: every whole score falls in exactly one band`)
      next = band.to + 1
    }
    if (next !== high + 1) report(['bands'], `must end at ${high}`)
  }
  if (scale.reliableChange?.unit === 'T' && !measure.norms)
    report(['reliableChange'], 'is in T points, and the measure names no norms')
}

function checkWording(measure: MeasureDefinition, report: Report): void {
  const words = measure.wording
  if (!words) return
  for (const item of measure.items) {
    if (words.items[item.id] === undefined) report(['wording', 'items'], `item "${item.id}" has no words`)
    for (const { value } of item.options ?? measure.options)
      if ((words.itemOptions?.[item.id]?.[String(value)] ?? words.options[String(value)]) === undefined)
        report(['wording', 'options'], `the answer ${value} of item "${item.id}" has no label`)
  }
  for (const id of Object.keys(words.items))
    if (!measure.items.some((i) => i.id === id)) report(['wording', 'items', id], `there is no item "${id}"`)
}

function checkEvidence(measure: MeasureDefinition, report: Report): void {
  const needed = new Set(['scoring', 'missing'])
  for (const scale of measure.scales) {
    if (scale.bands) needed.add('bands')
    if (scale.caseness !== undefined) needed.add('caseness')
    if (scale.reliableChange) needed.add('reliableChange')
    if (scale.snomed !== undefined) needed.add('codes')
  }
  if (measure.norms) needed.add('norms')
  for (const group of needed)
    if (measure.evidence[group] === undefined) report(['evidence'], `says nothing of ${group}`)
}
