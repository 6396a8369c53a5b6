import { answerOf, type RecordAnswer } from './answer.ts'
import type { CaseRecordClient } from './client.ts'
import { receipt } from './shapes.ts'
import type {
  ClosureBody,
  GoalBody,
  MeasureAdministrationBody,
  Receipt,
  RiskFlagBody,
  RiskFlagEventBody,
  SelfHelpEntryBody,
  SessionRecordBody,
} from './types.ts'

/** Adds to a case. Only `outbox/deliveries` may call these: everything else enqueues. */
export type Write<Body> = (
  client: CaseRecordClient,
  to: { caseRef: string; idempotencyKey: string; body: Body },
) => Promise<RecordAnswer<Receipt>>

const headers = (idempotencyKey: string) => ({ 'Idempotency-Key': idempotencyKey })

export const addMeasureAdministration: Write<MeasureAdministrationBody> = (
  { http },
  { caseRef, idempotencyKey, body },
) =>
  answerOf(
    http.POST('/cases/{caseRef}/measure-administrations', {
      params: { path: { caseRef }, header: headers(idempotencyKey) },
      body,
    }),
    receipt,
  )

export const addSelfHelpEntry: Write<SelfHelpEntryBody> = ({ http }, { caseRef, idempotencyKey, body }) =>
  answerOf(
    http.POST('/cases/{caseRef}/self-help-entries', {
      params: { path: { caseRef }, header: headers(idempotencyKey) },
      body,
    }),
    receipt,
  )

export const addGoal: Write<GoalBody> = ({ http }, { caseRef, idempotencyKey, body }) =>
  answerOf(
    http.POST('/cases/{caseRef}/goals', { params: { path: { caseRef }, header: headers(idempotencyKey) }, body }),
    receipt,
  )

export const addSessionRecord: Write<SessionRecordBody> = ({ http }, { caseRef, idempotencyKey, body }) =>
  answerOf(
    http.POST('/cases/{caseRef}/session-records', {
      params: { path: { caseRef }, header: headers(idempotencyKey) },
      body,
    }),
    receipt,
  )

export const addClosure: Write<ClosureBody> = ({ http }, { caseRef, idempotencyKey, body }) =>
  answerOf(
    http.POST('/cases/{caseRef}/closures', { params: { path: { caseRef }, header: headers(idempotencyKey) }, body }),
    receipt,
  )

export const addRiskFlag: Write<RiskFlagBody> = ({ http }, { caseRef, idempotencyKey, body }) =>
  answerOf(
    http.POST('/cases/{caseRef}/risk-flags', { params: { path: { caseRef }, header: headers(idempotencyKey) }, body }),
    receipt,
  )

export const addRiskFlagEvent =
  (flagId: string): Write<RiskFlagEventBody> =>
  ({ http }, { caseRef, idempotencyKey, body }) =>
    answerOf(
      http.POST('/cases/{caseRef}/risk-flags/{flagId}/events', {
        params: { path: { caseRef, flagId }, header: headers(idempotencyKey) },
        body,
      }),
      receipt,
    )
