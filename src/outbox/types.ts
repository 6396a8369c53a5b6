import type { Queryable } from '../database/database.ts'
import type { RecordEvent } from '../record/events.ts'

/** Something that must reach the case record. Order is kept within a case and stream; `risk` waits for nothing in `case`. */
export interface OutboxEntry {
  id: string
  caseId: string
  stream: 'case' | 'risk'
  /** Stable: the same event always has the same key, so the record holds it once. */
  idempotencyKey: string
  event: RecordEvent
}

export interface Outbox {
  /** Part of the caller's transaction: entries and the jobs that deliver them commit with it or not at all. */
  enqueue(client: Queryable, entries: readonly OutboxEntry[], now: Date): Promise<void>
  /** Staff: tries a parked entry again. */
  resend(outboxId: string, staffId: string): Promise<void>
}
