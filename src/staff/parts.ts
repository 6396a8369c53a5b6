import type { z } from 'zod'
import type { Database } from '../database/database.ts'
import type { Programme } from '../programmes/programme.ts'
import type { NormTables } from '../measures/norms.ts'
import type { MeasureDefinition } from '../measures/definition.ts'
import type { MeasurePlanRules } from '../measure-plan/plan.ts'
import type { Outbox } from '../outbox/types.ts'
import type { ReminderRules } from '../reminders/rules.ts'
import type { SuggestedQuestions } from '../suggested-questions/rules.ts'
import type { Screen } from '../risk/types.ts'
import type { Contact } from '../risk/contacts.ts'
import type { Ending } from '../risk/outcomes.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import type { StaffRole } from '../shared/route.ts'
import type { helplinesState, serviceState } from './contract/serviceShapes.ts'
import type { LadderService } from './cases/ladderService.ts'

/** What staff do with an escalation; each is one commit and publishes it. Throws `EscalationConflict`. */
interface EscalationCommands {
  acknowledge(request: {
    escalationId: string
    staffId: string
    plannedAction: string
    expectedVersion: number
    now: Date
  }): Promise<unknown>
  release(
    request: Ending & {
      escalationId: string
      staffId: string
      contact?: Contact | undefined
      expectedVersion: number
      now: Date
    },
  ): Promise<unknown>
  logContact(request: { escalationId: string; staffId: string; contact: Contact; now: Date }): Promise<unknown>
  handOver(request: {
    escalationId: string
    staffId: string
    toStaffId: string
    reason: string
    roles: readonly StaffRole[]
    expectedVersion: number
    now: Date
  }): Promise<unknown>
  addNote(request: { escalationId: string; staffId: string; note: string; now: Date }): Promise<unknown>
}

/** The case record as far as opening a case needs it. Throws when it cannot be reached. Never called inside a transaction. */
interface CaseLookup {
  findCase(caseRef: string): Promise<boolean>
  /** False when this record does not let us create cases. */
  createCase(request: { caseRef: string; practitioner: string; supervisor: string | null }): Promise<boolean>
}

/** What the staff API is built from; everything it touches is handed in. */
export interface StaffParts {
  database: Database
  clock: Clock
  logger: Logger
  serviceName: string
  botName: string
  demonstration: boolean
  /** Version of the information shown before consent (brief 2.2). */
  informationVersion: string
  /** The modules that exist here, and their steps. */
  programmes: ReadonlyMap<string, Programme>
  measures: ReadonlyMap<string, MeasureDefinition>
  norms: NormTables
  measurePlanRules: MeasurePlanRules
  /** Reads what staff write that people will read: a goal's words. */
  screen: Screen
  reminderRules: ReminderRules
  suggestedQuestions: SuggestedQuestions
  /** Version of the words and rules in use. */
  contentVersion: string
  outbox: Pick<Outbox, 'enqueue'>
  helplines(): z.infer<typeof helplinesState>
  serviceState(): z.infer<typeof serviceState>
  escalations: EscalationCommands
  ladder: LadderService
  deliveries: { resend(outboxId: string, staffId: string): Promise<void> }
  caseRecord: CaseLookup
  issueInvitation(request: {
    personId: string
    issuedBy: string
    now: Date
  }): Promise<{ link: string; code: string; teamsCode: string; expiresAt: Date }>
  /** No PIN and no device any more; a new invitation follows. */
  resetPin(request: { personId: string; now: Date }): Promise<void>
  /** Ends the waits of `awaitChanges`, so that a stop does not take 25 seconds. */
  stopping?: AbortSignal
}
