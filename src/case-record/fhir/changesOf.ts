import type { RecordEvent } from '../../record/events.ts'
import { mapClosure } from './closure.ts'
import { mapGoal } from './goal.ts'
import { mapMeasureAdministration, type Terms } from './measureAdministration.ts'
import type { CaseSubject, Change } from './resource.ts'
import { mapRiskFlag } from './riskFlag.ts'
import { mapRiskFlagEvent } from './riskFlagEvent.ts'
import { mapSelfHelpEntry } from './selfHelpEntry.ts'
import { mapSessionRecord } from './sessionRecord.ts'

/** What a record event changes in a FHIR record. A new event type does not compile until it has a mapper. */
export function changesOf(event: RecordEvent, subject: CaseSubject, terms: Terms): Change[] {
  switch (event.type) {
    case 'measure-administration':
      return mapMeasureAdministration(event, subject, terms)
    case 'self-help-entry':
      return mapSelfHelpEntry(event, subject)
    case 'goal':
      return mapGoal(event, subject)
    case 'session-record':
      return mapSessionRecord(event, subject)
    case 'closure':
      return mapClosure(event, subject)
    case 'risk-flag':
      return mapRiskFlag(event, subject)
    case 'risk-flag-event':
      return mapRiskFlagEvent(event, subject)
  }
}

export type { Terms } from './measureAdministration.ts'
