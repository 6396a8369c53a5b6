import type { RecordEvent } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'
import { deliverClosure } from './closure.ts'
import { deliverGoal } from './goal.ts'
import { deliverMeasureAdministration } from './measureAdministration.ts'
import { deliverRiskFlag } from './riskFlag.ts'
import { deliverRiskFlagEvent } from './riskFlagEvent.ts'
import { deliverSelfHelpEntry } from './selfHelpEntry.ts'
import { deliverSessionRecord } from './sessionRecord.ts'

/** The delivery of a record event. A new event type does not compile until it has one. */
export function deliveryOf(event: RecordEvent): Delivery {
  switch (event.type) {
    case 'measure-administration':
      return deliverMeasureAdministration(event)
    case 'self-help-entry':
      return deliverSelfHelpEntry(event)
    case 'goal':
      return deliverGoal(event)
    case 'session-record':
      return deliverSessionRecord(event)
    case 'closure':
      return deliverClosure(event)
    case 'risk-flag':
      return deliverRiskFlag(event)
    case 'risk-flag-event':
      return deliverRiskFlagEvent(event)
  }
}

export type { Delivery } from './delivery.ts'
