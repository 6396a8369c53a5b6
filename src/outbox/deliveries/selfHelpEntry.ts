import type { SelfHelpEntryBody } from '../../case-record/types.ts'
import { addSelfHelpEntry } from '../../case-record/writes.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** An entry, plan, review or check-in of a module. */
export function deliverSelfHelpEntry(event: SelfHelpEntry): Delivery {
  const body: SelfHelpEntryBody = {
    entryId: event.entryId,
    version: event.version,
    personId: event.personId,
    respondent: event.respondent,
    occurredAt: event.occurredAt,
    localDate: event.localDate,
    contentVersion: event.contentVersion,
    recordType: event.recordType,
    module: event.module,
    name: event.name,
    dialog: event.dialog,
    fields: event.fields,
    skipped: event.skipped,
    declined: event.declined,
    ...(event.refersTo !== null && { refersTo: event.refersTo }),
    ...(event.about !== null && { about: event.about }),
  }
  return {
    kind: 'self-help-entry',
    id: event.entryId,
    version: event.version,
    body,
    send: (client, caseRef, idempotencyKey) => addSelfHelpEntry(client, { caseRef, idempotencyKey, body }),
  }
}
