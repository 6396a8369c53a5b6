import type { OutboxEntry } from './types.ts'

/** A queue each, so that nothing of the other stream ever stands in front of a risk flag. */
export const QUEUE_OF = { risk: 'outbox-risk', case: 'outbox-case' } as const satisfies Record<
  OutboxEntry['stream'],
  string
>

/** What one delivery job works on: the entries of one case and stream, in order. */
export interface StreamRef {
  caseId: string
  stream: OutboxEntry['stream']
}

/** A job for the stream waits once; one that waits for its time does not keep one for now out. */
export const jobFor = ({ caseId, stream }: StreamRef, startAfter?: Date) => ({
  queue: QUEUE_OF[stream],
  data: { caseId, stream },
  key: startAfter ? `${caseId}:later` : caseId,
  ...(startAfter ? { startAfter } : {}),
})
