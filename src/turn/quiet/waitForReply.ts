import type { Queryable } from '../../database/database.ts'
import type { VisitState } from '../../dialog-runner/index.ts'
import { isAskedAt, type SafetyInput } from '../../safety-conversation/index.ts'
import type { TurnParts } from '../parts.ts'

/** A question of the safety conversation that may stay unanswered, as the job engine keeps it. */
export interface Unanswered {
  conversationId: string
  run: string
  /** The person's state as this turn leaves it: any later turn of theirs, on whatever channel, has another. */
  version: number
}

export const NO_REPLY = 'no-reply'
export const NOT_CLARIFIED = 'not-clarified'

/**
 * What is to be looked at again later if this turn leaves a question of the safety conversation open: part of the turn's
 * own transaction, so it survives a killed process. A T2 or T3 question is waited for from every turn anew; a term to be
 * clarified once, from when it is asked.
 */
export function waitForReply(
  {
    before,
    after,
    conversationId,
    version,
  }: { before: VisitState; after: VisitState; conversationId: string; version: number },
  now: Date,
  { jobs, quiet }: TurnParts,
): ((client: Queryable) => Promise<void>)[] {
  const run = after.safety.at(-1)
  if (!run || run.at === null) return []
  const data: Unanswered = { conversationId, run: run.run, version }
  const later = (queue: string, minutes: number) => (client: Queryable) =>
    jobs.enqueue({
      queue,
      data,
      client,
      startAfter: new Date(now.getTime() + minutes * 60_000),
      key: `${run.run}/${version}`,
    })
  if (run.dialog === 'clarify')
    return before.safety.some((b) => b.run === run.run) ? [] : [later(NOT_CLARIFIED, quiet.clarifyMinutes)]
  return isAskedAt(run.input as SafetyInput, 'T2') ? [later(NO_REPLY, quiet.noReplyMinutes)] : []
}
