import type { SessionRecord } from '../../record/events.ts'
import { formChange } from './form.ts'
import { formItems } from './formItems.ts'
import { coded, entryIdentifier, system, within } from './naming.ts'
import type { CaseSubject, Change } from './resource.ts'

const MINUTE_MS = 60_000

/** A session: the Encounter as such, and what the practitioner recorded of it as a form. */
export function mapSessionRecord(event: SessionRecord, subject: CaseSubject): Change[] {
  const identifier = entryIdentifier(event.entryId, event.version, 'encounter')
  const ends =
    event.minutes === null ? undefined : new Date(Date.parse(event.startsAt) + event.minutes * MINUTE_MS).toISOString()
  const { attendance, how, present, agreed, nextSessionAt, note, number } = event
  return [
    {
      identifier,
      make: {
        resourceType: 'Encounter',
        identifier: [
          identifier,
          ...(event.careActivityRef === null
            ? []
            : [{ system: system('care-activity'), value: event.careActivityRef }]),
        ],
        status: attendance === 'attended' ? 'finished' : 'cancelled',
        class: coded('http://terminology.hl7.org/CodeSystem/v3-ActCode', how === 'face-to-face' ? 'AMB' : 'VR'),
        type: [{ coding: [coded(system('session-medium'), how)] }],
        subject: { reference: subject.patient },
        episodeOfCare: [{ reference: subject.episode }],
        period: { start: event.startsAt, ...(ends !== undefined && { end: ends }) },
      },
    },
    formChange(event, subject, {
      questionnaire: `${system('session-record')}|1`,
      encounter: within('Encounter', identifier),
      staffName: event.recordedBy,
      item: formItems({ number, attendance, how, present, agreed, nextSessionAt, note }),
    }),
  ]
}
