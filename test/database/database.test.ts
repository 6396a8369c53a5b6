import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openEmbedded } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'

describe.each(ENGINES)('the database on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  it('has all tables after the first start, and a second start changes nothing', async () => {
    expect(await migrate(database)).toEqual([])
    const { rows } = await database.query<{ n: number }>(
      "select count(*)::int n from information_schema.tables where table_schema = 'public'",
    )
    expect(rows[0]!.n).toBeGreaterThan(15)
  })

  it('leaves nothing of a transaction that fails', async () => {
    const failing = database.transaction(async (client) => {
      await client.query("insert into heartbeats (name, beat_at) values ('half', now())")
      throw new Error('stop')
    })
    await expect(failing).rejects.toThrow('stop')
    expect((await database.query("select 1 from heartbeats where name = 'half'")).rows).toEqual([])
  })

  it('tells listeners what was published', async () => {
    const heard: string[] = []
    const stop = database.subscribe('activities', (id) => heard.push(id))
    for (let i = 0; i < 50 && heard.length === 0; i++) {
      await database.publish('activities', 'a conversation')
      await pause(20)
    }
    stop()
    expect(heard[0]).toBe('a conversation')
  })
})

describe('the embedded database in a folder', () => {
  it('refuses a second process on the same folder and says what to do, and keeps what was committed', async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'embedded-'))
    const first = await openEmbedded({ folder, logger: silentLogger })
    await first.query("insert into heartbeats (name, beat_at) values ('kept', now())")
    await expect(openEmbedded({ folder, logger: silentLogger })).rejects.toThrow('is in use by another process')
    await first.close()
    const second = await openEmbedded({ folder, logger: silentLogger })
    expect((await second.query("select name from heartbeats where name = 'kept'")).rows).toHaveLength(1)
    await second.close()
    await rm(folder, { recursive: true })
  })
})
