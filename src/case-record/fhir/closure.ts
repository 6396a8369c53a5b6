import type { Closure } from '../../record/events.ts'
import { formChange } from './form.ts'
import { formItems } from './formItems.ts'
import { system } from './naming.ts'
import type { CaseSubject, Change } from './resource.ts'

/** The closure as a form. The episode of care itself is the record's own to end. */
export function mapClosure(event: Closure, subject: CaseSubject): Change[] {
  const { reason, destination, destinationDetail, sessionsHeld, measuresMissing, note, signedOffBy } = event
  return [
    formChange(event, subject, {
      questionnaire: `${system('closure')}|1`,
      staffName: event.recordedBy,
      item: formItems({ reason, destination, destinationDetail, sessionsHeld, measuresMissing, note, signedOffBy }),
    }),
  ]
}
