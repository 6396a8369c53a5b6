import type { RecordAnswer } from '../../case-record/answer.ts'
import type { CaseRecordClient } from '../../case-record/client.ts'
import type { Kind, Receipt } from '../../case-record/types.ts'

/** How one thing reaches the case record: what it is called there, its body, and the call that adds it. */
export interface Delivery {
  kind: Kind
  id: string
  version: number
  /** As it is sent, for comparing with the record's ledger. */
  body: object
  send(client: CaseRecordClient, caseRef: string, idempotencyKey: string): Promise<RecordAnswer<Receipt>>
}
