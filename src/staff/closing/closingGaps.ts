import type { z } from 'zod'
import type { closingGap, closingRequest } from '../contract/closing.ts'

export type ClosingGap = z.infer<typeof closingGap>
export type ClosingRequest = z.output<typeof closingRequest>

/** What decides whether a case may be closed. */
export interface ClosingFacts {
  /** Matters of risk that no human has ended. */
  openAlerts: number
  /** What has not reached the case record and needs a person. */
  parkedDeliveries: number
  /** The number of the session that comes next, and how many are recorded as held. */
  sessionNumber: number
  sessionsHeld: number
  /** What was planned or answered by anybody of the case, and whether everybody's has a first and a last score. */
  measures: readonly { measure: string; title: string; paired: boolean }[]
}

const gap = (code: ClosingGap['code'], mend: ClosingGap['mend'], words: string, measure: string | null = null) => ({
  code,
  mend,
  words,
  measure,
})
const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`

/** What stands in the way whatever the reason for closing: recording and outcome monitoring must be complete (brief 6.4). Pure. */
export function gapsOfCase(facts: ClosingFacts): ClosingGap[] {
  const missing = facts.sessionNumber - 1 - facts.sessionsHeld
  return [
    ...(facts.openAlerts > 0
      ? [gap('open-alerts', 'first', `${counted(facts.openAlerts, 'alert is', 'alerts are')} still open: end them with an outcome first.`)]
      : []),
    ...(facts.parkedDeliveries > 0
      ? [gap('parked-deliveries', 'first', `${counted(facts.parkedDeliveries, 'entry has', 'entries have')} not reached the case record: send them again first.`)]
      : []),
    ...(missing > 0
      ? [gap('sessions-not-recorded', 'reason', `${counted(missing, 'session is', 'sessions are')} not recorded. Record them, or say why not.`)]
      : []),
    ...(facts.measures.length === 0
      ? [gap('no-outcome-measure', 'reason', 'No outcome measure was planned or answered. Say why.')]
      : facts.measures.filter(({ paired }) => !paired).map(({ measure, title }) => gap('measure-unpaired', 'reason', `${title} has no pair of first and last score. Ask for it, or say why not.`, measure))),
  ] // prettier-ignore
}

/** What is still missing for a case to be closed in this way; empty when it may be. Pure. */
export function gapsOfRequest(facts: ClosingFacts, request: ClosingRequest, signsOff: boolean): ClosingGap[] {
  const explained = new Set(request.measuresMissing.map(({ measure }) => measure))
  const stays = (one: ClosingGap): boolean => {
    if (one.code === 'sessions-not-recorded') return request.recordsMissing === undefined
    if (one.code === 'measure-unpaired') return !explained.has(one.measure!)
    if (one.code === 'no-outcome-measure') return request.measuresMissing.length === 0
    return true
  }
  return [
    ...gapsOfCase(facts).filter(stays),
    ...(request.destination === 'specialist' && request.specialist === undefined
      ? [gap('specialist', 'choice', 'Say which specialist service.')]
      : []),
    ...(request.stayingWell === 'not-made' && request.stayingWellReason === undefined
      ? [gap('staying-well', 'reason', 'Say why no staying-well plan was made.')]
      : []),
    ...(request.reason === 'not-attended' && request.riskReview === undefined
      ? [gap('risk-review', 'reason', 'A case that was not attended needs a review of risk first: was not brought, barriers, safety, a move of home.')]
      : []),
    ...(request.reason === 'not-attended' && !signsOff
      ? [gap('supervisor', 'supervisor', 'Only the supervisor closes a case because it was not attended. Ask them to close it here.')]
      : []),
  ] // prettier-ignore
}
