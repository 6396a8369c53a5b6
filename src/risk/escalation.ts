import type { Lane, Tier } from './types.ts'

/** An open matter that a named human has to look at: what one person's words (or answer) were found to be about. */
export interface Escalation {
  id: string
  /** What the same person said within half an hour is one incident, whatever it was about. */
  incidentId: string
  /** The lexicon's families (and `pattern`, `measure-item` …) that opened it. */
  families: string[]
  inboundKey: string
  conversationId: string
  /** Null while nobody is linked to the conversation: the duty worker's queue. */
  personId: string | null
  caseId: string | null
  lane: Lane
  tier: Exclude<Tier, 'T0'>
  priority: boolean
  state: 'open' | 'acknowledged' | 'closed'
  /** Modules stop for this person until a named human releases (R8). */
  holds: boolean
  openedAt: Date
  acknowledgedAt: Date | null
  acknowledgedBy: StaffName | null
  releasedAt: Date | null
  version: number
  /** Only people whose alert route succeeded: the ones that may be named as told; the practitioner first. */
  told: { staff: StaffName; route: string; sentAt: Date }[]
}

/** A member of staff as a young person may hear of them. */
export interface StaffName {
  id: string
  firstName: string
}

/** What happens to an escalation, in the order it happens; append-only. */
export type EscalationEventKind =
  | 'opened'
  | 'repeated'
  | 'raised'
  | 'answered'
  | 'no-reply'
  | 'acknowledged'
  | 'handed-over'
  | 'contact'
  | 'note'
  | 'released'
  | 'closed'

/** Why a decision about an escalation is refused. */
export type ConflictReason =
  | 'unknown'
  | 'changed'
  | 'already-acknowledged'
  | 'closed'
  | 'note-missing'
  | 'handed-to-oneself'
  | 'cannot-take-it'
  | 'has-it-already'
  | 'contact-at-another-time'
  | 'contact-without-name'
  | 'contact-missing'
  | 'carer-contact-missing'
  | 'to-whom-missing'
  | 'reason-missing'
  | 'next-action-missing'
  | 'no-contact-yet'

/** An escalation that is not there, is closed, or was changed by somebody else meanwhile. */
export class EscalationConflict extends Error {
  readonly reason: ConflictReason
  readonly current: Escalation | null
  constructor(reason: ConflictReason, current: Escalation | null) {
    super(`The escalation cannot be changed: ${reason}`)
    this.name = 'EscalationConflict'
    this.reason = reason
    this.current = current
  }
}
