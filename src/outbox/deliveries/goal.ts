import type { GoalBody } from '../../case-record/types.ts'
import { addGoal } from '../../case-record/writes.ts'
import type { Goal } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** A goal in the words agreed. */
export function deliverGoal(event: Goal): Delivery {
  const { type: _, entryId, occurredAt, ...same } = event
  const body: GoalBody = { goalId: entryId, agreedAt: occurredAt, ...same }
  return {
    kind: 'goal',
    id: entryId,
    version: event.version,
    body,
    send: (client, caseRef, idempotencyKey) => addGoal(client, { caseRef, idempotencyKey, body }),
  }
}
