import type { Outbox } from '../outbox/types.ts'
import type { Json } from '../shared/json.ts'
import type { Ladder } from './ladder/ladder.ts'
import type { Finding } from './types.ts'

/** Everything about one message in which something was found. */
export interface Matter {
  conversationId: string
  personId: string | null
  caseId: string | null
  /** Stable for a message and its redeliveries: conversation + dedupe key. An answer's own raise uses another. */
  inboundKey: string
  /** Exactly what the person wrote or chose. */
  words: string
  /** Messages around it, as far as they are kept with the flag (up to five before). */
  context: readonly Json[]
  findings: readonly Finding[]
  now: Date
  rulesVersion: string
  outbox: Outbox
  ladder: Ladder
  /** Where the service has set another time than half an hour for repeats. */
  joinsWithinMinutes?: number
}
