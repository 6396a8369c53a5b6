import type { Database } from '../../../src/database/database.ts'
import { keepWatch, type LadderWatch } from '../../../src/risk/ladder/keepWatch.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../../helpers/database.ts'
import { createScene, type Scene } from './scene.ts'

describe.each(ENGINES)('the watch over the ladder on %s', (engine) => {
  let database: Database
  let scene: Scene
  let watch: LadderWatch
  const problems = async () => {
    await watch.look()
    return watch.problems()
  }
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    scene = await createScene(database)
    watch = keepWatch({ database, clock: scene.clock, logger: silentLogger, outside: ['email', 'webhook'], since: scene.clock.now() }) // prettier-ignore
    await database.query('delete from heartbeats')
  })
  afterEach(() => watch.stop())
  afterAll(() => database.close())

  it('finds nothing at the start, and silence when the job engine leaves out three beats', async () => {
    expect(await problems()).toEqual([])
    scene.clock.advance(101_000)
    expect(await problems()).toEqual(['jobs-silent'])
    expect(watch.nobodyReached()).toBe(true)
    await database.query(`insert into heartbeats (name, beat_at) values ('jobs', $1)`, [scene.clock.now()])
    expect(await problems()).toEqual([])
  })

  it('finds the routes down only when every one of them is, and up again with the first alert that gets through', async () => {
    const kept = await scene.start()
    scene.email.state = 'down'
    await scene.opens('T3')
    for (let n = 0; n < 3; n++) {
      await kept.sweep()
      scene.clock.advance(20_000)
    }
    expect(await problems()).toEqual([])
    scene.pager.state = 'down'
    await scene.opens('T3', { lane: 'medical' })
    for (let n = 0; n < 3; n++) {
      await kept.sweep()
      scene.clock.advance(10_000)
    }
    expect(await problems()).toEqual(['alert-routes-down'])
    scene.pager.state = 'up'
    scene.clock.advance(30_000)
    await kept.sweep()
    await database.query(`insert into heartbeats (name, beat_at) values ('jobs', $1)`, [scene.clock.now()])
    expect(await problems()).toEqual([])
    await kept.stop()
  })

  it('calls a database that cannot be asked what it is', async () => {
    const broken = { ...database, query: () => Promise.reject(new Error('gone')) } as unknown as Database
    const other = keepWatch({ database: broken, clock: scene.clock, logger: silentLogger, outside: [], since: scene.clock.now() }) // prettier-ignore
    await other.look()
    expect(other.problems()).toEqual(['database-down'])
    other.stop()
  })
})
