import { PgBoss } from 'pg-boss'
import { systemClock } from '../shared/clock.ts'
import { newId } from '../shared/ids.ts'
import type { Logger } from '../shared/logger.ts'
import type { Database, Queryable } from './database.ts'
import { startJobQueue, type JobQueue } from './jobQueue.ts'
import type { Jobs, JobToDo } from './jobs.ts'
import { pgBossClient, pgBossConnection } from './pgBossConnection.ts'

/** How long a job may take before another process may take it over; handlers stay far below it. */
const EXPIRE_SECONDS = 60
/** A job enqueued in a transaction is looked for this long after, in case nobody nudges. */
const SOON_MS = 100

interface Worked {
  handler: (data: object) => Promise<void>
  concurrency?: number
  everySeconds?: number
}

/**
 * Jobs on pg-boss, in the schema `jobs` of our own database. `pollSeconds` is how long a job that another process
 * enqueued may wait; one of our own starts at once. Start it after the database and before anything that enqueues, stop it
 * before the database is closed.
 */
export function createJobs(parts: { database: Database; logger: Logger; pollSeconds?: number }): Jobs {
  const { database, logger, pollSeconds = 2 } = parts
  const boss = new PgBoss({
    db: pgBossConnection(database),
    backend: database.kind === 'embedded' ? 'pglite' : 'postgres',
    schema: 'jobs',
    schedule: false,
    superviseIntervalSeconds: 30,
    monitorIntervalSeconds: 30,
    maintenanceIntervalSeconds: 300,
    reindex: false,
    monitorVacuum: false,
    bamIntervalSeconds: 3600,
    flowIntervalSeconds: 3600,
  })
  boss.on('error', (error) => logger.error('job-engine-failed', {}, error))

  const worked = new Map<string, Worked>()
  const created = new Set<string>()
  const running = new Map<string, JobQueue>()
  const timers = new Map<string, NodeJS.Timeout>()
  let started = false

  const nudge = (queue: string) => running.get(queue)?.nudge()
  /** One look for all jobs that fall due in the same tenth of a second; what is further off is left to polling. */
  const nudgeAt = (at: number, queue: string) => {
    const slot = Math.ceil(at / SOON_MS)
    const key = `${queue} ${slot}`
    const wait = slot * SOON_MS - systemClock.now().getTime()
    if (wait > pollSeconds * 1000 || timers.has(key)) return
    const look = () => {
      timers.delete(key)
      nudge(queue)
    }
    timers.set(key, setTimeout(look, Math.max(0, wait)))
  }

  const enqueue: Jobs['enqueue'] = async (...jobs) => {
    for (const [queue, ofQueue] of Map.groupBy(jobs, (job) => job.queue)) {
      // Without this, pg-boss would ask the database for the queue, and wait for ever inside an embedded transaction.
      if (!created.has(queue)) throw new Error(`The queue ${queue} is not worked here, or jobs are not started.`)
      for (const [client, together] of Map.groupBy(ofQueue, (job) => job.client)) await insert(queue, together, client)
    }
  }
  const insert = async (queue: string, jobs: readonly JobToDo[], client: Queryable | undefined) => {
    // Without a key of their own, all such jobs would count as one, and the second be dropped. In order of their keys, so
    // that two transactions which add the same ones never wait for each other in a circle.
    const keyed = jobs.map(({ data, startAfter, key }) => ({ data, startAfter, singletonKey: key ?? newId() }))
    keyed.sort((a, b) => (a.singletonKey < b.singletonKey ? -1 : 1))
    await boss.insert(queue, keyed, client && { db: pgBossClient(client) })
    for (const { startAfter } of jobs) {
      if (startAfter) nudgeAt(startAfter.getTime() + SOON_MS / 2, queue)
      else if (client) nudgeAt(systemClock.now().getTime() + SOON_MS / 2, queue)
      else nudge(queue)
    }
  }

  /** `short` keeps one waiting job a key; one in hand does not count, so that what comes meanwhile is not lost. */
  const create = async (queue: string) => {
    await boss.createQueue(queue, {
      policy: 'short',
      retryLimit: 1_000_000,
      retryDelay: 1,
      retryBackoff: true,
      retryDelayMax: 300,
      expireInSeconds: EXPIRE_SECONDS,
      deleteAfterSeconds: 60,
    })
    // pg-boss now keeps the queue's description in memory.
    await boss.findJobs(queue, { key: 'none' })
    created.add(queue)
  }

  const begin = async (queue: string, { handler, concurrency = 4, everySeconds }: Worked) => {
    const next = (after: number) =>
      enqueue({ queue, data: {}, key: 'every', startAfter: new Date(systemClock.now().getTime() + after * 1000) })
    const handle = async (data: object) => {
      if (everySeconds === undefined) return handler(data)
      await handler(data).catch((error: unknown) => logger.error('job-failed', { queue }, error))
      await next(everySeconds)
    }
    running.set(queue, startJobQueue({ boss, queue, handler: handle, concurrency, pollSeconds, logger }))
    if (everySeconds !== undefined) await next(0)
  }

  return {
    enqueue,
    nudge,
    async work(queue, handler, options = {}) {
      const entry: Worked = { handler: handler as Worked['handler'], ...options }
      worked.set(queue, entry)
      if (!started) return
      await create(queue)
      await begin(queue, entry)
    },
    async start() {
      await boss.start()
      if (database.kind === 'embedded') await releaseLeftInHand(database, boss)
      for (const queue of worked.keys()) await create(queue)
      started = true
      for (const [queue, entry] of worked) await begin(queue, entry)
    },
    async stop() {
      for (const timer of timers.values()) clearTimeout(timer)
      await Promise.all([...running.values()].map((queue) => queue.stop()))
      running.clear()
      created.clear()
      await boss.stop({ close: false })
    },
  }
}

/** On the embedded database nobody else runs, so a job still in hand was left by a process that was killed. */
async function releaseLeftInHand(database: Database, boss: PgBoss): Promise<void> {
  const left = await database.query<{ name: string; id: string }>(
    `select name, id from jobs.job where state = 'active'`,
  )
  for (const { name, id } of left.rows) await boss.fail(name, id, { code: 'process-ended' })
}
