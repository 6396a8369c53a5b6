import { Faults } from '../../src/content/faults.ts'
import { loadCatalogue } from '../../src/content/loadCatalogue.ts'
import type { NormGroup } from '../../src/measures/norms.ts'
import { recordedScales } from '../../src/measures/score.ts'
import type { ItemAnswer, MeasureAdministration } from '../../src/record/events.ts'
import { newId } from '../../src/shared/ids.ts'
import { toMeasureSeries } from '../../src/staff/cases/measureSeries.ts'
import { aMeasure } from '../outbox/events.ts'

const catalogue = (await loadCatalogue(new URL('../../content/measures/', import.meta.url), new Faults()))!
const rcads = catalogue.measures.get('rcads-47-self')!
/** A boy of ten: the two conventions put him into different norm bands (FACTS 3). */
const NHS: NormGroup = { convention: 'nhs-england', band: '5-6', sex: 'M' }
const UCLA: NormGroup = { convention: 'ucla', band: '3-4', sex: 'M' }
const PERSON = newId()
const DEPRESSION = rcads.scales.find(({ id }) => id === 'MDD')!

/** An administration whose depression items add up to so much; everything else is 0. */
function administration(depression: number, occurredAt: string, more: Partial<MeasureAdministration> = {}) {
  const items = DEPRESSION.method === 'sum' ? DEPRESSION.items : []
  let left = depression
  const answers = rcads.items.map(({ id }): ItemAnswer => {
    const answer = items.includes(id) ? Math.min(3, left) : 0
    if (items.includes(id)) left -= answer
    return { item: id, state: 'given', answer }
  })
  return aMeasure(newId(), {
    personId: PERSON,
    measure: rcads.id,
    occurredAt,
    localDate: occurredAt.slice(0, 10),
    answers,
    scales: recordedScales(rcads, answers),
    ...more,
  })
}
const shown = (group: NormGroup | null, ...events: MeasureAdministration[]) =>
  toMeasureSeries(events, catalogue.measures, { tables: catalogue.norms, group })[0]!
const depression = (group: NormGroup | null, ...events: MeasureAdministration[]) =>
  shown(group, ...events).scales.find(({ scale }) => scale === 'MDD')!

describe('T-scores as staff see them', () => {
  it.each([
    ['NHS England’s convention', NHS, 71.8, 'clinical'],
    ['UCLA’s convention', UCLA, 66.5, 'borderline'],
  ])('by %s', (_, group, t, band) => {
    const [score] = depression(group, administration(15, '2026-11-03T15:40:00.000Z')).scores
    expect(score!.raw).toBe(15)
    expect(score!.t).toBeCloseTo(t, 1)
    expect(score!.band).toBe(band)
  })

  it('are none without a norm group, and then change is not judged', () => {
    const scale = depression(
      null,
      administration(15, '2026-11-03T15:40:00.000Z'),
      administration(5, '2026-11-24T15:40:00.000Z'),
    )
    expect(scale.scores[0]).toMatchObject({ raw: 15, t: null, band: null })
    expect(scale.change).toEqual({ difference: -10, unit: 'raw', threshold: null, reliable: null })
  })

  it('change by NHS England’s threshold, in the one group', () => {
    const [first, last] = [
      administration(15, '2026-11-03T15:40:00.000Z'),
      administration(7, '2026-11-24T15:40:00.000Z'),
    ]
    expect(depression(NHS, last, first).change).toMatchObject({
      unit: 'T',
      threshold: 17.73,
      reliable: 'improved',
      difference: expect.closeTo(-21.978, 2),
    })
  })

  it('show since the last time what each item changed, and nothing for one that was declined', () => {
    const series = shown(
      NHS,
      administration(15, '2026-11-03T15:40:00.000Z'),
      administration(2, '2026-11-24T15:40:00.000Z'),
    )
    const [first, last] = series.administrations
    expect(first!.answers.every(({ change }) => change === null)).toBe(true)
    expect(last!.answers.filter(({ change }) => change !== 0).map(({ change }) => change)).toEqual([-1, -3, -3, -3, -3])
  })

  it('stand in what is recorded and delivered, with their norm group', () => {
    const { answers } = administration(15, '2026-11-03T15:40:00.000Z')
    const scales = recordedScales(rcads, answers, { tables: catalogue.norms, group: NHS })
    expect(scales.find(({ scale }) => scale === 'MDD')!.tScore).toEqual({
      value: expect.closeTo(71.8, 1),
      form: 'rcads-47',
      convention: 'nhs-england',
      band: '5-6',
      sex: 'M',
    })
    // The two totals of the RCADS-47 have no published norms.
    expect(scales.filter(({ tScore }) => tScore === undefined).map(({ scale }) => scale)).toHaveLength(
      rcads.scales.length - 6,
    )
    expect(recordedScales(rcads, answers, { tables: catalogue.norms, group: null }).some((s) => s.tScore)).toBe(false)
  })
})
