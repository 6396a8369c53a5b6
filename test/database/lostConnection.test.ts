import pg from 'pg'
import { connectPostgres } from '../../src/database/connect.ts'
import type { Database } from '../../src/database/database.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES, freshPostgres } from '../helpers/database.ts'

const onServer = ENGINES.includes('postgres') ? describe : describe.skip

onServer('a PostgreSQL server that cuts every connection', () => {
  let database: Database
  let other: pg.Client
  let drop: () => Promise<void>
  const lost: string[] = []
  const escaped: unknown[] = []
  const listeners = process.listeners('uncaughtException')
  const note = (error: unknown) => void escaped.push(error)

  beforeAll(async () => {
    // The test runner's own listeners are set aside, so that what would end the process is seen here.
    process.removeAllListeners('uncaughtException')
    process.on('uncaughtException', note)
    const fresh = await freshPostgres()
    drop = fresh.drop
    database = await connectPostgres({
      url: fresh.url,
      logger: { ...silentLogger, warn: (event) => void lost.push(event) },
    })
    other = new pg.Client({ connectionString: fresh.url })
    await other.connect()
  })
  afterAll(async () => {
    await other.end()
    await database.close()
    await drop()
    process.removeListener('uncaughtException', note)
    for (const listener of listeners) process.on('uncaughtException', listener)
  })

  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const cut = () =>
    other.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )

  it('fails what was under way and nothing else: the process lives, and the next query and message go through', async () => {
    const query = expect(database.query('select pg_sleep(20)')).rejects.toThrow()
    const transaction = expect(
      database.transaction(async (client) => {
        await wait(500)
        await client.query('select 1')
      }),
    ).rejects.toThrow()
    await wait(200)
    await cut()
    await query
    await transaction
    expect((await database.query<{ n: number }>('select 1 as n')).rows).toEqual([{ n: 1 }])
    expect(escaped).toEqual([])
    expect(lost).toContain('database-connection-lost')

    const heard: string[] = []
    database.subscribe('staff', (payload) => heard.push(payload))
    for (let tries = 0; heard.length === 0 && tries < 20; tries++) {
      await database.publish('staff', 'something')
      await wait(200)
    }
    expect(heard).toContain('something')
  })
})
