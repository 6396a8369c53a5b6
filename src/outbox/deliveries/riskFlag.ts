import type { RiskFlagBody } from '../../case-record/types.ts'
import { addRiskFlag } from '../../case-record/writes.ts'
import type { RiskFlag } from '../../record/events.ts'
import type { Delivery } from './delivery.ts'

/** A risk flag with the exact words, the rules that found it and their version. */
export function deliverRiskFlag(event: RiskFlag): Delivery {
  const { type: _, ...body } = event satisfies RiskFlagBody & { type: string }
  return {
    kind: 'risk-flag',
    id: event.flagId,
    version: 1,
    body,
    send: (client, caseRef, idempotencyKey) => addRiskFlag(client, { caseRef, idempotencyKey, body }),
  }
}
