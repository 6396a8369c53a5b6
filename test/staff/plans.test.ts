import type { Database } from '../../src/database/database.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const DAY = NOW.toISOString().slice(0, 10)

const change = (version: number, more: object = {}) => ({
  parts: { signs: 'i go quiet', alone: 'music, then a shower', matters: 'my dog' },
  madeOn: DAY,
  reviewedOn: null,
  copies: 'Leo, Nan',
  offline: false,
  together: true,
  version,
  ...more,
})

describe.each(ENGINES)('a coping plan (brief 4.7) on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let sol: StaffCaller
  let leo: { id: string; caseId: string }
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    sol = await world.staff('Sol', ['supervisor'])
    leo = await world.person(
      await world.openCase({ caseRef: crypto.randomUUID(), practitioner: dani, supervisor: sol }),
    )
  })
  afterAll(() => database.close())
  const read = (caller = dani) => world.call('readCopingPlan', caller, { params: { personId: leo.id } })
  const keep = (body: object, caller = dani) =>
    world.call('keepCopingPlan', caller, { params: { personId: leo.id }, body })

  it('is kept in every version, newest shown, with no date or copy that nobody gave', async () => {
    expect((await read()).body).toMatchObject({ version: 0, plan: null, reviewWantedSince: null, mayChange: true })
    await keep(change(0))
    const { body } = await keep(change(1, { parts: { alone: 'a walk' }, copies: '' }))
    expect(body).toMatchObject({
      version: 2,
      plan: {
        parts: { alone: 'a walk' },
        madeOn: DAY,
        reviewedOn: null,
        copies: '',
        recordedBy: { name: 'Dani' },
      },
    })
    const { rows } = await database.query('select version from coping_plans where person_id = $1 order by 1', [leo.id])
    expect(rows).toEqual([{ version: 1 }, { version: 2 }])
  })

  it('is never changed from an older version, for a day to come, or by anybody but the practitioner', async () => {
    await keep(change(0))
    expect(await keep(change(0))).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    const tomorrow = new Date(NOW.getTime() + 2 * 86_400_000).toISOString().slice(0, 10)
    expect(await keep(change(1, { madeOn: tomorrow }))).toMatchObject({ status: 422, code: 'day-ahead' })
    expect((await read(sol)).body).toMatchObject({ version: 1, mayChange: false })
    expect(await keep(change(1), sol)).toMatchObject({ status: 403 })
    expect((await read()).body.version).toBe(1)
  })

  it('asks to be looked at together after every T2 or T3, and a new version answers that', async () => {
    await keep(change(0))
    await world.escalation({ person: leo, tier: 'T1', at: new Date(NOW.getTime() + 1000) })
    expect((await read()).body.reviewWantedSince).toBeNull()
    const at = new Date(NOW.getTime() + 2000)
    await world.escalation({ person: leo, tier: 'T2', lane: 'medical', at })
    expect((await read()).body.reviewWantedSince).toBe(at.toISOString())
    world.now = new Date(NOW.getTime() + 3000)
    expect((await keep(change(1, { reviewedOn: DAY }))).body.reviewWantedSince).toBeNull()
  })

  it("is the duty worker's to see only while something urgent is open, and every view is written down", async () => {
    const kit = await world.staff('Kit', ['duty-worker'])
    expect(await read(kit)).toMatchObject({ status: 404 })
    await world.escalation({ person: leo, tier: 'T2' })
    expect((await read(kit)).body).toMatchObject({ mayChange: false })
    const { rows } = await database.query(
      `select 1 from audit where action = 'view-coping-plan' and person_id = $1 and staff_id = $2`,
      [leo.id, kit.staffId],
    )
    expect(rows).toHaveLength(1)
  })
})
