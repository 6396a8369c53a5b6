import type { Database } from '../database/database.ts'
import type { Jobs } from '../database/jobs.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { BACK_OFF, type BackOff } from './backOff.ts'
import { CIRCUIT, createCircuit, type CircuitRule } from './circuit.ts'
import { compareDueCases } from './compareAll.ts'
import { deliverStream } from './deliverStream.ts'
import { enqueueEntries } from './enqueue.ts'
import { eraseDeliveredWords } from './eraseWords.ts'
import { QUEUE_OF, type StreamRef } from './queues.ts'
import { resendEntry } from './resend.ts'
import { releaseWaiting, wakeDueStreams } from './sweep.ts'
import type { RecordTarget } from './targets/target.ts'
import type { Outbox } from './types.ts'

const SWEEP = 'outbox-sweep'
const COMPARE = 'record-comparison'
const ERASE = 'outbox-erase-words'

/** The outbox with what `app` needs to run it. */
export interface RunningOutbox extends Outbox {
  /** Sets up the delivery jobs; call it once, before `jobs.start()`. Stopping the jobs stops the outbox. */
  start(): Promise<void>
  /** After the commit of a transaction that enqueued: delivery starts now and not a tenth of a second later. */
  nudge(): void
}

/** Carries record events to the case record: each once, in order for its case, a risk flag waiting for nothing else. */
export function createOutbox(parts: {
  database: Database
  jobs: Jobs
  target: RecordTarget
  clock: Clock
  logger: Logger
  /** In [0, 1). */
  random: () => number
  backOff?: Record<'case' | 'risk', BackOff>
  circuit?: Record<'case' | 'risk', CircuitRule>
  sweepSeconds?: number
}): RunningOutbox {
  const { database, jobs, clock } = parts
  const rules = parts.circuit ?? CIRCUIT
  const circuits = { case: createCircuit(rules.case, parts.random), risk: createCircuit(rules.risk, parts.random) }
  const delivery = { ...parts, backOff: parts.backOff ?? BACK_OFF, circuits }
  return {
    enqueue: (client, entries, now) => enqueueEntries(client, jobs, entries, now),
    resend: (outboxId, staffId) => resendEntry(parts, outboxId, staffId, clock.now()),
    nudge() {
      for (const queue of Object.values(QUEUE_OF)) jobs.nudge(queue)
    },
    async start() {
      await releaseWaiting(database, clock.now())
      for (const queue of Object.values(QUEUE_OF))
        await jobs.work<StreamRef>(queue, (stream) => deliverStream(delivery, stream), { concurrency: 8 })
      await jobs.work(SWEEP, () => wakeDueStreams(parts, clock.now()), { everySeconds: parts.sweepSeconds ?? 10 })
      await jobs.work(COMPARE, async () => void (await compareDueCases(parts)), { everySeconds: 300 })
      await jobs.work(ERASE, async () => void (await eraseDeliveredWords(database, clock.now())), {
        everySeconds: 24 * 60 * 60,
      })
    },
  }
}
