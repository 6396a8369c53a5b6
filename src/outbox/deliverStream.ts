import type { Database } from '../database/database.ts'
import type { Jobs } from '../database/jobs.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { attemptDelivery, type Outcome } from './attempt.ts'
import { waitBeforeNext, type BackOff } from './backOff.ts'
import { claimNext, type ClaimedEntry } from './claim.ts'
import type { Circuit } from './circuit.ts'
import { keepCircuit } from './keepCircuit.ts'
import { jobFor, type StreamRef } from './queues.ts'
import { markDelivered, parkEntry, postponeEntry } from './settle.ts'
import type { RecordTarget } from './targets/target.ts'

export interface DeliveryParts {
  database: Database
  jobs: Jobs
  target: RecordTarget
  clock: Clock
  logger: Logger
  /** In [0, 1). */
  random: () => number
  backOff: Record<'case' | 'risk', BackOff>
  circuits: Record<'case' | 'risk', Circuit>
}

/** A job goes on for this long, then makes room: a full stream must not outlive the time a job has. */
const JOB_MS = 20_000

/**
 * Delivers the waiting entries of one case and stream, one after the other, until none is left or the first has to wait.
 * Safe to run twice at the same time and to be killed anywhere: the record keeps each thing once.
 */
export async function deliverStream(parts: DeliveryParts, stream: StreamRef): Promise<void> {
  const { database, jobs, clock } = parts
  const until = clock.now().getTime() + JOB_MS
  let changed = false
  for (;;) {
    const closedUntil = parts.circuits[stream.stream].waitUntil(clock.now())
    if (closedUntil !== null) {
      await jobs.enqueue(jobFor(stream, closedUntil))
      break
    }
    const claim = await claimNext(database, stream, clock.now())
    if (claim.state === 'empty') break
    if (claim.state === 'later') {
      await jobs.enqueue(jobFor(stream, claim.at))
      break
    }
    const wait = await deliverOne(parts, stream, claim.entry)
    changed ||= wait === null
    if (wait !== null) {
      await jobs.enqueue(jobFor(stream, wait))
      break
    }
    if (clock.now().getTime() > until) {
      await jobs.enqueue(jobFor(stream))
      break
    }
  }
  if (changed) await database.publish('staff', stream.caseId)
}

/** Tries one entry and settles it. Null: the stream goes on; otherwise when to come back. */
async function deliverOne(parts: DeliveryParts, stream: StreamRef, entry: ClaimedEntry): Promise<Date | null> {
  const { database, target, clock, logger } = parts
  const started = clock.now()
  const outcome = await attemptDelivery(target, entry)
  const now = clock.now()
  await tellCircuits(parts, stream, outcome, now)
  const fields = {
    outboxId: entry.id,
    caseId: entry.caseId,
    attempt: entry.attempt,
    durationMs: now.getTime() - started.getTime(),
  }
  if (outcome.state === 'delivered') {
    await markDelivered(database, entry.id, outcome, now)
    logger.debug('outbox-delivered', fields)
    return null
  }
  if (outcome.state === 'parked') {
    await parkEntry(database, entry.id, outcome.problem, now)
    logger.error('outbox-parked', { ...fields, code: outcome.problem })
    return null
  }
  const wait = waitBeforeNext(parts.backOff[stream.stream], entry.attempt, parts.random(), outcome.retryAfterMs)
  const at = new Date(now.getTime() + wait)
  await postponeEntry(database, entry.id, outcome.problem, at)
  // Not being let in does not mend itself: it is said as an error, though it is tried again like the rest.
  const severity = /^refused:40[13]:/.test(outcome.problem) ? 'error' : 'warn'
  logger[severity]('outbox-attempt-failed', { ...fields, code: outcome.problem })
  return at
}

/** What came of a try, for all who will try after it. */
async function tellCircuits(parts: DeliveryParts, { stream }: StreamRef, outcome: Outcome, now: Date): Promise<void> {
  const { circuits, database, logger } = parts
  const again = outcome.state === 'again'
  const reached = again ? outcome.reached : 'yes'
  const changed = circuits[stream].report(reached, now, again ? outcome.retryAfterMs : undefined)
  if (outcome.state === 'delivered') circuits[stream === 'case' ? 'risk' : 'case'].hearsOfSuccess(now)
  if (changed === null) return
  if (changed.state === 'open')
    logger.error('record-not-reached', { queue: stream, code: again ? outcome.problem : undefined })
  else logger.info('record-reached-again', { queue: stream })
  await keepCircuit(database, stream, changed, again ? outcome.problem : null, now)
  await database.publish('staff', stream)
}
