import type { RiskFlagEventBody } from '../../case-record/types.ts'
import { addRiskFlagEvent } from '../../case-record/writes.ts'
import type { RiskFlagEvent } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** An acknowledgement, note, release or end of a flag, as it stands in the flag's own history. */
export function deliverRiskFlagEvent(event: RiskFlagEvent): Delivery {
  const body: RiskFlagEventBody = {
    eventId: event.eventId,
    at: event.at,
    kind: event.kind,
    detail: event.detail,
    ...(event.by !== null && { by: event.by }),
  }
  return {
    kind: 'risk-flag-event',
    id: event.eventId,
    version: 1,
    body,
    send: (client, caseRef, idempotencyKey) =>
      addRiskFlagEvent(event.flagId)(client, { caseRef, idempotencyKey, body }),
  }
}
