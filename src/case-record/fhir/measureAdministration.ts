import type { ItemAnswer, MeasureAdministration, ScaleScore } from '../../record/events.ts'
import { formChange } from './form.ts'
import { blankItem, numberAnswer } from './formItems.ts'
import { coded, earlier, entryIdentifier, hl7, own, system, within } from './naming.ts'
import { ofEpisode, respondentReference } from './people.ts'
import type { CaseSubject, Change, Element } from './resource.ts'

/** SNOMED CT codes of scores to their preferred terms. */
export type Terms = ReadonlyMap<string, string>

/** The form as it was answered, and an Observation for each scale, coded in SNOMED CT and derived from the form. */
export function mapMeasureAdministration(event: MeasureAdministration, subject: CaseSubject, terms: Terms): Change[] {
  const form = formChange(event, subject, {
    questionnaire: `${system(`measure:${event.measure}`)}|${event.measureVersion}`,
    item: event.answers.map(item),
    extension: event.fast ? [{ url: system('answered-fast'), valueBoolean: true }] : [],
  })
  return [form, ...scalesOf(event).map((scale) => observation(event, scale, subject, terms))]
}

function item({ item, state, answer }: ItemAnswer): Element {
  if (state !== 'given') return blankItem(item, state)
  if (answer === null) throw new TypeError('a given answer without a number')
  return { linkId: item, answer: [numberAnswer(answer)] }
}

/** Entries from before scales were kept have their total only, without a code. */
function scalesOf({ scales, score, measure }: MeasureAdministration): readonly ScaleScore[] {
  if (scales !== undefined) return scales
  const total = score.state === 'scored' ? { state: score.state, raw: score.total } : score
  return [{ scale: 'total', title: measure, code: null, score: total }]
}

const quantity = (value: number): Element => ({
  value,
  unit: 'score',
  system: 'http://unitsofmeasure.org',
  code: '{score}',
})

function observation(
  event: MeasureAdministration,
  { scale, title, code, score, tScore }: ScaleScore,
  subject: CaseSubject,
  terms: Terms,
): Change {
  const identifier = entryIdentifier(event.entryId, event.version, scale)
  const form = entryIdentifier(event.entryId, event.version)
  const before = entryIdentifier(event.entryId, event.version - 1, scale)
  const replaces = {
    url: 'http://hl7.org/fhir/StructureDefinition/observation-replaces',
    valueReference: earlier('Observation', before),
  }
  return {
    identifier,
    make: {
      resourceType: 'Observation',
      extension: [ofEpisode(subject), ...(event.version > 1 ? [replaces] : [])],
      identifier: [identifier],
      status: event.version === 1 ? 'final' : 'amended',
      category: [{ coding: [hl7('observation-category', 'survey')] }],
      code: {
        coding: [
          ...(code === null ? [] : [coded('http://snomed.info/sct', code, terms.get(code))]),
          own('scale', `${event.measure}/${scale}`),
        ],
        text: title,
      },
      subject: { reference: subject.patient },
      effectiveDateTime: event.occurredAt,
      issued: event.occurredAt,
      performer: [respondentReference(event, subject)],
      ...(score.state === 'scored'
        ? { valueQuantity: quantity(score.raw) }
        : { dataAbsentReason: { coding: [hl7('data-absent-reason', 'not-performed')], text: score.reason } }),
      method: { text: event.score.rule },
      derivedFrom: [within('QuestionnaireResponse', form)],
      ...(tScore !== undefined && { component: [tScoreComponent(tScore)] }),
    },
  }
}

/** A T-score means nothing without the norms it was read in. */
function tScoreComponent({ value, ...norms }: NonNullable<ScaleScore['tScore']>): Element {
  const extension = Object.entries(norms).flatMap(([url, said]) => (said === null ? [] : [{ url, valueString: said }]))
  return {
    extension: [{ url: system('norms'), extension }],
    code: { coding: [own('score', 't-score')], text: 'T-score' },
    valueQuantity: quantity(value),
  }
}
