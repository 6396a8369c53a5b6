import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { bandOfScale, bandOfT } from '../../src/measures/bands.ts'
import { changeInRaw } from '../../src/measures/change.ts'
import { optionsOf, type MeasureDefinition } from '../../src/measures/definition.ts'
import { scoreScales } from '../../src/measures/scoreScales.ts'
import { wordingText } from '../../src/measures/wording.ts'
import type { ItemAnswer } from '../../src/record/events.ts'
import { shippedCatalogue } from './measureFiles.ts'
import { exampleThatFails } from './runExamples.ts'

const catalogue = await shippedCatalogue()
const measures = [...catalogue.measures].map(([id, measure]) => [id, measure] as const)

/** What a person could answer to each item: its options, or a few points of a line. */
const answersTo = (measure: MeasureDefinition): number[][] =>
  measure.items.map((item) =>
    measure.between
      ? [measure.between.from, 3.3, measure.between.to]
      : optionsOf(measure, item).flatMap((o) => (o.scored === false ? [] : [o.value])),
  )

const answered = (measure: MeasureDefinition, answers: readonly (number | null)[]): ItemAnswer[] =>
  measure.items.map((item, i) => {
    const answer = answers[i] ?? null
    return { item: item.id, state: answer === null ? 'declined' : 'given', answer }
  })

describe.each(measures)('%s', (_id, measure) => {
  it('scores its worked examples, which were made without this engine', () => {
    expect(exampleThatFails(catalogue, measure)).toBeUndefined()
  })

  it('has examples for the lowest, the highest, mixed and declined answers, where answers can be scored', () => {
    const says = measure.examples.map((e) => e.says)
    if (measure.items.length === 0 || measure.asked === 'diary') return
    expect(says).toEqual(expect.arrayContaining(['all lowest', 'all highest', 'mixed', 'one declined']))
  })

  it('carries its wording to the letter, or none of it', () => {
    if (measure.wording === null) expect(measure.licence.status).toBe('not-cleared')
    else expect(createHash('sha256').update(wordingText(measure.wording)).digest('hex')).toBe(measure.wording.sha256)
  })

  it('puts every whole score of a scale with bands in exactly one of them', () => {
    for (const scale of measure.scales) {
      if (!scale.bands || !scale.range) continue
      for (let raw = scale.range[0]; raw <= scale.range[1]; raw++) {
        expect(scale.bands.filter((b) => raw >= b.from && raw <= b.to)).toHaveLength(1)
        expect(bandOfScale(scale, raw)).not.toBeNull()
      }
    }
  })

  it('never leaves its ranges, and scores exactly when its own rule of missing answers allows it', () => {
    const choices = answersTo(measure)
    if (choices.length === 0 || choices.some((c) => c.length === 0)) return
    const answers = fc.tuple(...choices.map((c) => fc.option(fc.constantFrom(...c), { freq: 6 })))
    fc.assert(
      fc.property(answers, (given) => {
        const scores = scoreScales(measure, answered(measure, given))
        const has = new Set(measure.items.filter((_, i) => given[i] !== null).map((i) => i.id))
        for (const scale of measure.scales) {
          const score = scores.get(scale.id)!
          if (score.state === 'scored' && scale.range) {
            expect(score.raw).toBeGreaterThanOrEqual(scale.range[0])
            expect(score.raw).toBeLessThanOrEqual(scale.range[1])
          }
          if (scale.method !== 'sum') continue
          const missing = scale.items.filter((i) => !has.has(i)).length
          const allowed = scale.missing.rule === 'prorate' ? scale.missing.atMost : 0
          expect([scale.id, score.state]).toEqual([scale.id, missing <= allowed ? 'scored' : 'not-scorable'])
        }
      }),
      { numRuns: 60 },
    )
  })

  it('does not mind the order in which answers come', () => {
    const choices = answersTo(measure)
    if (choices.length === 0 || choices.some((c) => c.length === 0)) return
    fc.assert(
      fc.property(fc.tuple(...choices.map((c) => fc.option(fc.constantFrom(...c)))), fc.nat(), (given, turn) => {
        const answers = answered(measure, given)
        const turned = answers.map((_, i) => answers[(i + turn) % answers.length]!)
        expect(scoreScales(measure, turned)).toEqual(scoreScales(measure, answers))
      }),
      { numRuns: 30 },
    )
  })

  it('calls a change reliable from its threshold on, the same size both ways round', () => {
    for (const scale of measure.scales) {
      const threshold = scale.reliableChange?.atLeast
      if (threshold === undefined) {
        expect(changeInRaw(scale, 0, 5).reliable).toBeUndefined()
        continue
      }
      const worse = scale.higherIs === 'worse' ? 1 : -1
      expect(changeInRaw(scale, 10, 10 + worse * threshold).reliable).toBe('deteriorated')
      expect(changeInRaw(scale, 10 + worse * threshold, 10).reliable).toBe('improved')
      expect(changeInRaw(scale, 10, 10 + worse * (threshold - 0.01)).reliable).toBe('none')
      expect(changeInRaw(scale, 10, 10).reliable).toBe('none')
    }
  })
})

describe('bands of T-scores', () => {
  const rcads = catalogue.measures.get('rcads-47-self')!
  it.each([
    [64.999, 'below borderline'],
    [65, 'borderline'],
    [69.5, 'borderline'],
    [69.999, 'borderline'],
    [70, 'clinical'],
  ])('T %p is %s: it is not rounded first', (t, band) => expect(bandOfT(rcads, t)).toBe(band))
})
