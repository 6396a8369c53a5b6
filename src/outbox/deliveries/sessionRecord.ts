import type { SessionRecordBody } from '../../case-record/types.ts'
import { addSessionRecord } from '../../case-record/writes.ts'
import type { SessionRecord } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** What the practitioner recorded of a session. */
export function deliverSessionRecord(event: SessionRecord): Delivery {
  const body: SessionRecordBody = {
    sessionId: event.entryId,
    version: event.version,
    personId: event.personId,
    recordedAt: event.occurredAt,
    localDate: event.localDate,
    contentVersion: event.contentVersion,
    number: event.number,
    startsAt: event.startsAt,
    how: event.how,
    attendance: event.attendance,
    present: event.present,
    recordedBy: event.recordedBy,
    ...(event.minutes !== null && { minutes: event.minutes }),
    ...(event.agreed !== null && { agreed: event.agreed }),
    ...(event.nextSessionAt !== null && { nextSessionAt: event.nextSessionAt }),
    ...(event.note !== null && { note: event.note }),
    ...(event.careActivityRef !== null && { careActivityRef: event.careActivityRef }),
  }
  return {
    kind: 'session-record',
    id: event.entryId,
    version: event.version,
    body,
    send: (client, caseRef, idempotencyKey) => addSessionRecord(client, { caseRef, idempotencyKey, body }),
  }
}
