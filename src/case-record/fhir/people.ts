import type { RecordEvent } from '../../record/events.ts'
import { system } from './naming.ts'
import type { CaseSubject, Element, Reference } from './resource.ts'

type Respondent = Extract<RecordEvent, { respondent: string }>['respondent']

/** Who answered. A parent or carer is known to the record by our id only, a practitioner by name. */
export function respondentReference(
  who: { respondent: Respondent; personId: string },
  subject: CaseSubject,
  staffName?: string,
): Reference {
  switch (who.respondent) {
    case 'young-person':
      return { reference: subject.patient }
    case 'parent-carer':
      return { type: 'RelatedPerson', identifier: { system: system('person'), value: who.personId } }
    case 'practitioner':
      return staffName === undefined
        ? { type: 'Practitioner', identifier: { system: system('person'), value: who.personId } }
        : staffReference(staffName)
  }
}

export const staffReference = (name: string): Reference => ({ type: 'Practitioner', display: name })

/** The program itself. */
export const program = (): Reference => ({ type: 'Device', display: 'Between Sessions' })

/** Links a resource to its episode of care where R4 knows no member for it. */
export const ofEpisode = ({ episode }: CaseSubject): Element => ({
  url: 'http://hl7.org/fhir/StructureDefinition/workflow-episodeOfCare',
  valueReference: { reference: episode },
})
