import type { z } from 'zod'
import { itemText, optionLabel, type MeasureDefinition } from '../../measures/definition.ts'
import { bandOf, totalScale } from '../../measures/bands.ts'
import { changeBetween } from '../../measures/change.ts'
import type { ItemAnswer, MeasureAdministration } from '../../record/events.ts'
import { toScaleSeries, type Norms } from './scaleSeries.ts'
import type { administration, measureSeries } from '../contract/caseShapes.ts'

type Series = z.infer<typeof measureSeries>
type Administration = z.infer<typeof administration>

/**
 * Administrations of one case as series, one a person and measure, oldest first, with raw score and change. A score that
 * could not be made stays `not-scorable` with its reason; change is only ever between two scores. Pure.
 */
export function toMeasureSeries(
  events: readonly MeasureAdministration[],
  measures: ReadonlyMap<string, MeasureDefinition>,
  norms: Norms,
): Series[] {
  const groups = new Map<string, MeasureAdministration[]>()
  for (const event of [...events].sort((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1))) {
    const key = `${event.personId} ${event.measure}`
    groups.set(key, [...(groups.get(key) ?? []), event])
  }
  return [...groups.values()].map((group) => seriesOf(group, measures.get(group[0]!.measure), norms))
}

function seriesOf(
  events: readonly MeasureAdministration[],
  measure: MeasureDefinition | undefined,
  norms: Norms,
): Series {
  const first = events[0]!
  const scale = measure && totalScale(measure)
  let baseline: number | null = null
  let last: number | null = null
  const lastAnswers = new Map<string, number>()
  const administrations = events.map((event) => {
    const total = event.score.state === 'scored' ? event.score.total : null
    // A measure's scores are comparable within one version of its rule only; definitions of other versions are not kept here.
    const shown = describe(event, measure, total, { baseline, last, answers: new Map(lastAnswers) })
    for (const { item, answer } of event.answers) if (answer !== null) lastAnswers.set(item, answer)
    if (total !== null) {
      baseline ??= total
      last = total
    }
    return shown
  })
  return {
    personId: first.personId,
    measure: first.measure,
    title: measure?.title ?? first.measure,
    range: scale?.range ? { min: scale.range[0], max: scale.range[1] } : null,
    direction: scale && scale.higherIs !== 'not-known' ? `higher-is-${scale.higherIs}` : null,
    bands: scale?.bands?.map((b) => ({ name: b.name, min: b.from, max: b.to })) ?? [],
    reliableChange: scale?.reliableChange?.unit === 'raw' ? scale.reliableChange.atLeast : null,
    source: measure?.evidence.scoring?.source ?? null,
    hasNorms: measure?.norms !== undefined,
    scales: measure ? toScaleSeries(measure, events, norms) : [],
    administrations,
  }
}

function describe(
  event: MeasureAdministration,
  measure: MeasureDefinition | undefined,
  total: number | null,
  before: { baseline: number | null; last: number | null; answers: ReadonlyMap<string, number> },
): Administration {
  const since = (earlier: number | null) => (total === null || earlier === null ? null : total - earlier)
  const { baseline, last } = before
  return {
    administrationId: event.entryId,
    occurredAt: event.occurredAt,
    localDate: event.localDate,
    measureVersion: event.measureVersion,
    state: event.score.state,
    total,
    reason: event.score.state === 'not-scorable' ? event.score.reason : null,
    rule: event.score.rule,
    change: since(last),
    changeFromBaseline: since(baseline),
    reliable: measure && total !== null && baseline !== null ? changeBetween(measure, baseline, total).reliable : null,
    band: measure && total !== null ? bandOf(measure, total) : null,
    declined: event.answers.filter((a) => a.state === 'declined').map((a) => a.item),
    missing: event.answers.filter((a) => a.state === 'missing').map((a) => a.item),
    fast: event.fast,
    answers: event.answers.map((a) => describeAnswer(a, measure, before.answers.get(a.item))),
  }
}

function describeAnswer(
  answer: ItemAnswer,
  measure: MeasureDefinition | undefined,
  before: number | undefined,
): Administration['answers'][number] {
  const item = measure?.items.find((i) => i.id === answer.item)
  return {
    item: answer.item,
    text: measure ? itemText(measure, answer.item) : answer.item,
    state: answer.state,
    answer: answer.answer,
    answerText: answer.answer === null || !measure ? null : optionLabel(measure, answer.item, answer.answer),
    risk: item?.risk !== undefined,
    change: answer.answer === null || before === undefined ? null : answer.answer - before,
  }
}
