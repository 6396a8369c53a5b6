import type { ClosureBody } from '../../case-record/types.ts'
import { addClosure } from '../../case-record/writes.ts'
import type { Closure } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** Why and to what the case was closed. */
export function deliverClosure(event: Closure): Delivery {
  const body: ClosureBody = {
    closureId: event.entryId,
    version: event.version,
    personId: event.personId,
    closedAt: event.occurredAt,
    localDate: event.localDate,
    contentVersion: event.contentVersion,
    reason: event.reason,
    destination: event.destination,
    sessionsHeld: event.sessionsHeld,
    measuresMissing: event.measuresMissing,
    recordedBy: event.recordedBy,
    ...(event.destinationDetail !== null && { destinationDetail: event.destinationDetail }),
    ...(event.note !== null && { note: event.note }),
    ...(event.signedOffBy !== null && { signedOffBy: event.signedOffBy }),
  }
  return {
    kind: 'closure',
    id: event.entryId,
    version: event.version,
    body,
    send: (client, caseRef, idempotencyKey) => addClosure(client, { caseRef, idempotencyKey, body }),
  }
}
