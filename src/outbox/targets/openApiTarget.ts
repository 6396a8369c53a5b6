import type { CaseRecordClient } from '../../case-record/client.ts'
import { digestOf } from '../../case-record/digest.ts'
import { deliveryOf } from '../deliveries/index.ts'
import { keyOf, type Holding, type RecordTarget } from './target.ts'

/** Refusals in the contract's own words that are final. One in other words may come from something in between, and passes. */
const FINAL = new Set([
  'invalid-request', 'invalid-body', 'case-not-found', 'flag-not-found', 'path-not-found', 'method-not-allowed',
  'too-large', 'not-json', 'version-conflict', 'idempotency-key-reused',
]) // prettier-ignore

/** A record that keeps the contract `case-record.openapi.yaml`: compared by its ledger of digests. */
export function openApiTarget(client: CaseRecordClient): RecordTarget {
  return {
    kind: 'openapi',
    isFinal: (code) => FINAL.has(code),
    prepare(event) {
      const { kind, id, version, body, send } = deliveryOf(event)
      return {
        kind,
        id,
        version,
        digest: digestOf(body),
        send: (caseRef, idempotencyKey) => send(client, caseRef, idempotencyKey),
      }
    },
    async holdings(caseRef, things) {
      const ledger = await client.ledger(caseRef)
      if (!ledger.ok) return ledger
      const known = new Map(things.map((thing) => [keyOf(thing), thing]))
      const held = new Map<string, Holding>()
      const unknown: number[] = []
      for (const line of ledger.value) {
        const thing = known.get(keyOf(line))
        if (thing === undefined) unknown.push(line.sequence)
        else
          held.set(keyOf(line), {
            same: line.digest === thing.digest,
            sequence: line.sequence,
            receivedAt: line.receivedAt,
          })
      }
      return { ...ledger, value: { held, doubled: [], unknown } }
    },
  }
}
