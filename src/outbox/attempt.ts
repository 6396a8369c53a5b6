import type { Failure } from '../case-record/answer.ts'
import type { Receipt } from '../case-record/types.ts'
import type { ClaimedEntry } from './claim.ts'
import { keyOf, type RecordTarget, type Sendable } from './targets/target.ts'

/** What one try came to. `problem` is codes only. */
export type Outcome =
  | { state: 'delivered'; receipt: Receipt; digest: string }
  | { state: 'parked'; problem: string }
  | { state: 'again'; problem: string; retryAfterMs?: number; reached: Reached }

/** Whether the record as such answered: what its circuit is judged by. `asked-to-wait`: it wants less from everybody. */
export type Reached = 'yes' | 'no' | 'asked-to-wait'

/** How often a refusal in other words is tried before a person has to look. */
const TRIES_OF_UNKNOWN_REFUSAL = 8

/** Statuses that pass: our token or rights (somebody mends the settings), time, too early, too many. */
const PASSING = new Set([401, 403, 408, 425, 429])

/** Sends one entry and judges the answer. Holds no database connection, does not throw. */
export async function attemptDelivery(target: RecordTarget, entry: ClaimedEntry): Promise<Outcome> {
  let thing: Sendable
  try {
    thing = target.prepare(entry.event)
  } catch {
    return { state: 'parked', problem: 'unsendable' }
  }
  const answer = await thing.send(entry.caseRef, entry.idempotencyKey)
  if (answer.ok) {
    if (keyOf(answer.value) !== keyOf(thing)) return { state: 'again', problem: 'no-answer:garbage', reached: 'no' }
    return { state: 'delivered', receipt: answer.value, digest: thing.digest }
  }
  if (answer.kind === 'no-answer') return { state: 'again', problem: describe(answer), reached: 'no' }
  if (answer.status === 409 && answer.code !== 'request-in-progress') return afterConflict(target, entry, thing, answer)
  return judgeRefusal(target, answer, entry.attempt)
}

function judgeRefusal(target: RecordTarget, refusal: Failure & { kind: 'refused' }, attempt: number): Outcome {
  const { status, code, retryAfterMs } = refusal
  const problem = describe(refusal)
  const again: Outcome = { state: 'again', problem, retryAfterMs, reached: reachedBy(refusal) }
  if (status >= 500 || status < 400 || PASSING.has(status) || code === 'request-in-progress') return again
  if (target.isFinal(code) || attempt >= TRIES_OF_UNKNOWN_REFUSAL) return { state: 'parked', problem }
  return again
}

function reachedBy({ status, retryAfterMs }: Failure & { kind: 'refused' }): Reached {
  if ((status === 429 || status === 503) && retryAfterMs !== undefined) return 'asked-to-wait'
  return status >= 500 || status === 429 || status < 400 ? 'no' : 'yes'
}

/** The record says that something is in the way. What it holds decides: this very thing, another in its place, or nothing. */
async function afterConflict(
  target: RecordTarget,
  entry: ClaimedEntry,
  thing: Sendable,
  refusal: Failure & { kind: 'refused' },
): Promise<Outcome> {
  const { kind, id, version, digest } = thing
  const holdings = await target.holdings(entry.caseRef, [{ kind, id, version, digest, event: entry.event }])
  if (!holdings.ok) return { state: 'again', problem: describe(holdings), reached: 'yes' }
  const holding = holdings.value.held.get(keyOf(thing))
  if (holding === undefined) return judgeRefusal(target, refusal, entry.attempt)
  if (!holding.same) return { state: 'parked', problem: describe(refusal) }
  const { sequence, receivedAt } = holding
  return { state: 'delivered', digest, receipt: { kind, id, version, sequence, receivedAt } }
}

const describe = (failure: Failure): string =>
  failure.kind === 'no-answer' ? `no-answer:${failure.code}` : `refused:${failure.status}:${failure.code}`
