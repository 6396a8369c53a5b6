import type { Job, PgBoss } from 'pg-boss'
import type { Logger } from '../shared/logger.ts'
import { gather } from './gather.ts'

/** One queue being worked: looks for jobs every `pollSeconds` and when nudged, runs at most `concurrency` at a time. */
export interface JobQueue {
  nudge(): void
  /** Takes nothing more and waits for the jobs in hand. */
  stop(): Promise<void>
}

/**
 * Takes jobs of one queue. In place of pg-boss's own worker because that one polls once for each job it may run side by
 * side, and cannot be woken in between: an idle process would ask the embedded database all the time.
 */
export function startJobQueue(parts: {
  boss: PgBoss
  queue: string
  handler: (data: object) => Promise<void>
  concurrency: number
  pollSeconds: number
  logger: Logger
}): JobQueue {
  const { boss, queue, concurrency, logger } = parts
  const inHand = new Set<Promise<void>>()
  /** Jobs that end at the same moment are ticked off together. */
  const complete = gather<Job<object>, void>(async (jobs) => {
    await boss.complete(queue, [...jobs])
    return jobs.map(() => undefined)
  })
  let timer: NodeJS.Timeout | undefined
  let stopping = false
  let looking: Promise<void> | undefined
  let again = false
  /** The last look took as many as it could, so more may wait; else whoever adds one nudges. */
  let mayBeMore = false

  async function run(job: Job<object>): Promise<void> {
    try {
      await parts.handler(job.data)
      await complete(job)
    } catch (error) {
      logger.error('job-failed', { queue, attempt: job.retryCount + 1 }, error)
      await boss
        .fail(queue, job, { code: 'failed' })
        .catch((e: unknown) => logger.error('job-not-settled', { queue }, e))
    }
  }

  async function look(): Promise<void> {
    do {
      again = false
      const free = concurrency - inHand.size
      if (free <= 0 || stopping) return
      const jobs = await boss.fetch<object>(queue, { batchSize: free })
      mayBeMore = jobs.length === free
      for (const job of jobs) {
        const running = run(job).finally(() => {
          inHand.delete(running)
          if (mayBeMore) nudge()
        })
        inHand.add(running)
      }
    } while (again)
  }

  function nudge(): void {
    again = true
    if (looking || stopping) return
    clearTimeout(timer)
    looking = look()
      .catch((error: unknown) => logger.error('job-fetch-failed', { queue }, error))
      .finally(() => {
        looking = undefined
        if (stopping) return
        // Nudged after the last look had begun to end.
        if (again) nudge()
        else timer = setTimeout(nudge, parts.pollSeconds * 1000)
      })
  }

  nudge()
  return {
    nudge,
    async stop() {
      stopping = true
      clearTimeout(timer)
      await looking
      await Promise.all(inHand)
    },
  }
}
