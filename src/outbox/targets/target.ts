import type { RecordAnswer } from '../../case-record/answer.ts'
import type { ThingName } from '../../case-record/thingName.ts'
import type { Receipt } from '../../case-record/types.ts'
import type { RecordEvent } from '../../record/events.ts'

/** A case record as the outbox sees it: where record events go, and what it says it holds. */
export interface RecordTarget {
  readonly kind: 'openapi' | 'fhir'
  /** How an event is sent; throws where it cannot be sent at all. */
  prepare(event: RecordEvent): Sendable
  /** Codes of a refusal that says the thing itself is wrong: trying again cannot help. */
  isFinal(code: string): boolean
  /** What it holds of these things, and what else of ours it holds for the case. Reads, changes nothing. */
  holdings(caseRef: string, things: readonly Thing[]): Promise<RecordAnswer<Holdings>>
}

/** An event as it is sent: tried as often as need be, held once. */
export interface Sendable extends ThingName {
  /** Tells later whether the record holds just this, when the words themselves are kept no longer. */
  digest: string
  send(caseRef: string, idempotencyKey: string): Promise<RecordAnswer<Receipt>>
}

/** Something that was sent, or is to be. The event is null once its words are erased here. */
export interface Thing extends ThingName {
  digest: string
  event: RecordEvent | null
}

export interface Holding {
  /** It says what was sent. Where the event is erased and the record has no digests: that it is there. */
  same: boolean
  /** Rises in the order received, as far as the record can tell. */
  sequence: number
  receivedAt: string
}

/** By `keyOf`. */
export interface Holdings {
  held: ReadonlyMap<string, Holding>
  /** Held twice. */
  doubled: string[]
  /** Sequence numbers of what the outbox knows nothing of; empty for a record that others write to as well. */
  unknown: number[]
}

export const keyOf = ({ kind, id, version }: ThingName): string => `${kind} ${id} ${version}`
