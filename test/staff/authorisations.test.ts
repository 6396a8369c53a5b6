import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { REMIT } from '../../src/programmes/remit.ts'
import { whyNotModule } from '../../src/staff/remit.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

describe('Table 2 of the operational guidance (G4)', () => {
  const listed = (how: string) => REMIT.filter((one) => one.listed === how).map(({ id }) => id)

  it('says of every line once whether it is done, may be done, or should not be', () => {
    expect(new Set(REMIT.map(({ id }) => id)).size).toBe(REMIT.length)
    expect(listed('do')).toHaveLength(10)
    expect(listed('may-do')).toHaveLength(9)
    expect(listed('should-not')).toHaveLength(22)
  })

  it('never lets a module be assigned that should not be, even with an authorisation', () => {
    for (const id of listed('should-not'))
      expect(whyNotModule(id, 'young-person', new Map([[id, {}]]), [id])).toContain('outside what the role may do')
  })

  it('lets a may-do module be assigned only where it is authorised', () => {
    for (const id of listed('may-do')) {
      expect(whyNotModule(id, 'young-person', new Map([[id, {}]]))).toContain('supervisor')
      expect(whyNotModule(id, 'young-person', new Map([[id, {}]]), [id])).toBeNull()
    }
  })
})

describe.each(ENGINES)('a supervisor’s authorisations on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let sol: StaffCaller
  let caseId: string
  const list = async (caller = dani) => (await world.call('listAuthorisations', caller, { params: { caseId } })).body
  const authorise = (caller: StaffCaller, body: object = {}) =>
    world.call('authoriseItem', caller, {
      params: { caseId },
      body: { item: 'behavioural-experiments', reason: 'Talked through on 17 November', expiresOn: '2026-12-16', ...body }, // prettier-ignore
    })
  const withdraw = (caller: StaffCaller, authorisationId: string) =>
    world.call('withdrawAuthorisation', caller, {
      params: { caseId, authorisationId },
      body: { reason: 'Worry has lifted' },
    })

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    sol = await world.staff('Sol', ['supervisor'])
    caseId = await world.openCase({ caseRef: newId(), practitioner: dani, supervisor: sol })
  })
  afterAll(() => database.close())

  it('is given by the supervisor of the case, named, with a reason and a last day, and is written down', async () => {
    const { status, body } = await authorise(sol)
    expect(status).toBe(201)
    expect(body.mayAuthorise).toBe(true)
    expect(body.authorisations).toEqual([
      {
        id: expect.any(String),
        item: 'behavioural-experiments',
        title: 'Simple behavioural experiments',
        reason: 'Talked through on 17 November',
        by: { staffId: sol.staffId, name: 'Sol' },
        at: NOW.toISOString(),
        expiresOn: '2026-12-16',
        state: 'in-force',
        withdrawn: null,
      },
    ])
    expect(await list()).toMatchObject({ mayAuthorise: false, authorisations: [{ state: 'in-force' }] })
    const { rows } = await database.query('select staff_id, action, detail from audit where case_id = $1', [caseId])
    expect(rows).toEqual([
      {
        staff_id: sol.staffId,
        action: 'authorise-item',
        detail: { item: 'behavioural-experiments', expiresOn: '2026-12-16' },
      },
    ])
  })

  it('holds to the end of its last day, and is over by itself', async () => {
    await authorise(sol)
    world.now = new Date('2026-12-16T23:59:00Z')
    expect((await list()).authorisations[0].state).toBe('in-force')
    world.now = new Date('2026-12-17T00:01:00Z')
    expect((await list()).authorisations[0].state).toBe('expired')
    expect((await authorise(sol, { expiresOn: '2027-01-10' })).status).toBe(201)
  })

  it('is withdrawn at once, by name and with a reason; nothing of it is lost', async () => {
    const [{ id }] = (await authorise(sol)).body.authorisations
    const { body } = await withdraw(sol, id)
    const ended = {
      state: 'withdrawn',
      withdrawn: { by: { staffId: sol.staffId, name: 'Sol' }, at: NOW.toISOString(), reason: 'Worry has lifted' },
    }
    expect(body.authorisations).toMatchObject([ended])
    world.now = new Date('2026-11-20T09:00:00Z')
    expect((await withdraw(sol, id)).body.authorisations).toMatchObject([ended])
    expect((await withdraw(sol, newId())).code).toBe('no-such-authorisation')
  })

  it.each([
    ['a second one while one is in force', { first: true }, {}, 'in-force-already'],
    ['a last day that has passed', {}, { expiresOn: '2026-11-17' }, 'day-past'],
    ['one without a near end', {}, { expiresOn: '2027-02-11' }, 'too-long'],
    ['what the role does anyway', {}, { item: 'worry' }, 'not-a-may-do-item'],
    ['what the role should not do', {}, { item: 'trauma' }, 'not-a-may-do-item'],
  ])('refuses %s', async (_, { first = false }: { first?: boolean }, body, code) => {
    if (first) await authorise(sol)
    expect((await authorise(sol, body)).code).toBe(code)
  })

  it('is never given by who holds the case, nor for a closed one', async () => {
    const both = await world.staff('Both', ['practitioner', 'supervisor'])
    caseId = await world.openCase({ caseRef: newId(), practitioner: both, supervisor: both })
    expect(await authorise(both)).toMatchObject({ status: 403, code: 'own-case' })
    expect((await list(both)).mayAuthorise).toBe(false)
    caseId = await world.openCase({ caseRef: newId(), practitioner: dani, supervisor: sol })
    await database.query(`update cases set state = 'closed' where id = $1`, [caseId])
    expect((await authorise(sol)).code).toBe('closed')
  })

  it('wakes the page of those who see the case', async () => {
    const cursor = async () => (await world.call('awaitChanges', dani, { query: {} })).body.cursor
    const before = await cursor()
    await authorise(sol)
    expect(await cursor()).not.toBe(before)
  })
})
