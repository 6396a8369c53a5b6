import { setTimeout as pause } from 'node:timers/promises'
import { beatRegularly, lastBeat } from '../../src/database/heartbeat.ts'
import type { Jobs } from '../../src/database/jobs.ts'
import { createJobs } from '../../src/database/pgBoss.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'

describe.each(ENGINES)('jobs (%s)', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let jobs: Jobs
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(() => {
    jobs = createJobs({ database, logger: silentLogger, pollSeconds: 0.5 })
  })
  afterEach(() => jobs.stop())
  afterAll(() => database.close())

  const collect = async (queue: string) => {
    const done: unknown[] = []
    await jobs.work<{ n: number }>(queue, async ({ n }) => void done.push(n))
    return done
  }
  const until = async (isSo: () => boolean, ms = 60_000) => {
    const end = performance.now() + ms
    while (!isSo() && performance.now() < end) await pause(5)
    expect(isSo()).toBe(true)
  }

  test('a job enqueued with a transaction runs soon after its commit, one undone never', async () => {
    const done = await collect('with-transaction')
    await jobs.start()
    await database.transaction((client) => jobs.enqueue({ queue: 'with-transaction', data: { n: 1 }, client }))
    await until(() => done.length === 1)
    await database
      .transaction(async (client) => {
        await jobs.enqueue({ queue: 'with-transaction', data: { n: 2 }, client })
        throw new Error('undone')
      })
      .catch(() => undefined)
    await pause(700)
    expect(done).toEqual([1])
  })

  test('a job runs after a nudge, long before anybody would look by themselves', async () => {
    jobs = createJobs({ database, logger: silentLogger, pollSeconds: 600 })
    const done = await collect('nudged')
    await jobs.start()
    await database.transaction((client) => jobs.enqueue({ queue: 'nudged', data: { n: 1 }, client }))
    jobs.nudge('nudged')
    await until(() => done.length === 1)
  })

  test('a key waits once, but a job in hand does not keep the next one out', async () => {
    const done: number[] = []
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => (release = resolve))
    await jobs.work<{ n: number }>('keyed', async ({ n }) => {
      if (n === 1) await held
      done.push(n)
    })
    await jobs.start()
    await jobs.enqueue({ queue: 'keyed', data: { n: 1 }, key: 'k' })
    await pause(150)
    for (const n of [2, 3])
      await jobs.enqueue({ queue: 'keyed', data: { n }, key: 'k', startAfter: new Date(Date.now() + 100) })
    release()
    await until(() => done.length === 2)
    await pause(600)
    expect(done).toEqual([1, 2])
  })

  test('jobs without a key are never taken for one another', async () => {
    const done = await collect('keyless')
    await jobs.start()
    await database.transaction(async (client) => {
      for (const n of [1, 2, 3]) await jobs.enqueue({ queue: 'keyless', data: { n }, client })
    })
    await until(() => done.length === 3)
  })

  test('a job waits for its time', async () => {
    const done = await collect('later')
    await jobs.start()
    const began = performance.now()
    await jobs.enqueue({ queue: 'later', data: { n: 1 }, startAfter: new Date(Date.now() + 300) })
    await until(() => done.length === 1)
    expect(performance.now() - began).toBeGreaterThanOrEqual(290)
  })

  test('a handler that throws is tried again', async () => {
    let tries = 0
    await jobs.work('throws', async () => {
      if (++tries < 2) throw new Error('not yet')
    })
    await jobs.start()
    await jobs.enqueue({ queue: 'throws', data: {} })
    await until(() => tries === 2)
  })

  test('a slow job does not hold back others of its queue', async () => {
    const done: number[] = []
    let release = () => undefined as void
    const held = new Promise<void>((resolve) => (release = resolve))
    await jobs.work<{ n: number }>('side-by-side', async ({ n }) => {
      if (n === 0) await held
      done.push(n)
    })
    await jobs.start()
    for (let n = 0; n < 6; n++) await jobs.enqueue({ queue: 'side-by-side', data: { n } })
    await until(() => done.length === 5)
    expect(done).not.toContain(0)
    release()
  })

  test('stopping waits for the job in hand, and what was left goes on with the next start', async () => {
    let ended = false
    await jobs.work('in-hand', async () => {
      await pause(200)
      ended = true
    })
    await jobs.start()
    await jobs.enqueue({ queue: 'in-hand', data: {} })
    await jobs.enqueue({ queue: 'in-hand', data: { n: 5 }, startAfter: new Date(Date.now() + 400) })
    await pause(50)
    await jobs.stop()
    expect(ended).toBe(true)
    await pause(400)
    jobs = createJobs({ database, logger: silentLogger, pollSeconds: 0.5 })
    const done = await collect('in-hand')
    await jobs.start()
    await until(() => done.length === 1)
    expect(done).toEqual([5])
  })

  test('a queue that nobody works here is refused at once, also inside a transaction', async () => {
    await expect(jobs.enqueue({ queue: 'unknown', data: {} })).rejects.toThrow('not started')
    await jobs.start()
    await expect(
      database.transaction((client) => jobs.enqueue({ queue: 'unknown', data: {}, client })),
    ).rejects.toThrow('unknown is not worked here')
  })

  test('the heartbeat shows that jobs run', async () => {
    expect(await lastBeat(database)).toBeNull()
    await beatRegularly({ jobs, database, clock: systemClock })
    await jobs.start()
    let beat: Date | null = null
    for (let n = 0; n < 3000 && beat === null; n++) {
      await pause(10)
      beat = await lastBeat(database)
    }
    expect(Math.abs(Date.now() - beat!.getTime())).toBeLessThan(30_000)
  })

  test('work that comes by itself goes on after it failed', async () => {
    let times = 0
    await jobs.work(
      'by-itself',
      async () => {
        times++
        if (times === 1) throw new Error('the first time')
      },
      { everySeconds: 0.2 },
    )
    await jobs.start()
    await until(() => times >= 3)
  })

  if (engine === 'embedded')
    test('a job that a killed process had in hand runs again after the next start', async () => {
      await collect('killed')
      await jobs.start()
      await jobs.enqueue({ queue: 'killed', data: { n: 1 }, startAfter: new Date(Date.now() + 60_000) })
      await jobs.stop()
      await database.query(
        `update jobs.job set state = 'active', started_on = now(), start_after = now() where name = 'killed'`,
      )
      jobs = createJobs({ database, logger: silentLogger, pollSeconds: 0.5 })
      const done = await collect('killed')
      await jobs.start()
      await until(() => done.length === 1)
    })
})
