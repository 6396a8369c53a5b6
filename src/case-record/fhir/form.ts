import type { RecordEvent } from '../../record/events.ts'
import { entryIdentifier } from './naming.ts'
import { ofEpisode, program, respondentReference } from './people.ts'
import type { CaseSubject, Change, Element } from './resource.ts'

type Entry = Extract<RecordEvent, { entryId: string }>

/**
 * A filled-in form: what a QuestionnaireResponse is to R4. An amended one is another with status `amended`; which one it
 * follows stands in its Provenance.
 */
export function formChange(
  event: Entry,
  subject: CaseSubject,
  form: { questionnaire: string; item: Element[]; staffName?: string; extension?: Element[]; encounter?: Element },
): Change {
  const identifier = entryIdentifier(event.entryId, event.version)
  return {
    identifier,
    make: {
      resourceType: 'QuestionnaireResponse',
      extension: [ofEpisode(subject), ...(form.extension ?? [])],
      identifier,
      questionnaire: form.questionnaire,
      status: event.version === 1 ? 'completed' : 'amended',
      subject: { reference: subject.patient },
      ...(form.encounter !== undefined && { encounter: form.encounter }),
      authored: event.occurredAt,
      author: program(),
      source: respondentReference(event, subject, form.staffName),
      ...(form.item.length > 0 && { item: form.item }),
    },
  }
}
