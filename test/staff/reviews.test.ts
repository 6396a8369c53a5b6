import type { Database } from '../../src/database/database.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

describe.each(ENGINES)('the supervisor’s look at a whole case (4.8) on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let sol: StaffCaller
  let leo: { id: string; caseId: string }
  const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000)
  const read = async (caller = sol) =>
    (await world.call('readReviews', caller, { params: { caseId: leo.caseId } })).body
  const review = (body: object, caller = sol) =>
    world.call('reviewCase', caller, {
      params: { caseId: leo.caseId },
      body: { decision: 'step-up', note: 'Too much for us', ...body },
    })

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
    await world.escalation({ person: leo, at: hoursAgo(30) })
  })
  afterAll(() => database.close())

  it('is asked for after two incidents, and is cleared by a decision that is kept with who and when', async () => {
    expect(await read()).toMatchObject({ wantedAt: null, incidents: 1, reviews: [] })
    await world.escalation({ person: leo, tier: 'T3', at: hoursAgo(2) })
    expect(await read()).toMatchObject({ wantedAt: hoursAgo(2).toISOString(), incidents: 2, mayReview: true })
    const { body } = await review({ incidents: 2 })
    expect(body).toMatchObject({
      wantedAt: null,
      reviews: [
        { decision: 'step-up', note: 'Too much for us', by: { name: 'Sol' }, at: NOW.toISOString(), incidents: 2 },
      ],
    })
    const row = (await world.call('listCaseload', dani)).body.cases[0]
    expect(row.reviewWantedAt).toBeNull()
    const audit = await database.query<{ detail: object }>(
      `select detail from audit where action = 'review-case' and case_id = $1 and staff_id = $2`,
      [leo.caseId, sol.staffId],
    )
    expect(audit.rows).toEqual([{ detail: { decision: 'step-up', incidents: 2 } }])
  })

  it('changes no alert and ends no hold, and the next incident asks for it again', async () => {
    const id = await world.escalation({ person: leo, at: hoursAgo(2) })
    await review({ incidents: 2 })
    const { alert } = (await world.call('readAlert', sol, { params: { alertId: id } })).body
    expect(alert).toMatchObject({ state: 'open', holds: true, version: 1 })
    await world.escalation({ person: leo, at: hoursAgo(1) })
    expect(await read()).toMatchObject({ wantedAt: hoursAgo(1).toISOString(), incidents: 3 })
  })

  it('is refused where another incident has come since it was looked at, and where none is asked for', async () => {
    await world.escalation({ person: leo, at: hoursAgo(3) })
    await world.escalation({ person: leo, at: hoursAgo(1) })
    expect(await review({ incidents: 2 })).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    expect((await read()).wantedAt).not.toBeNull()
    expect((await review({ incidents: 3 })).status).toBe(200)
    expect(await review({ incidents: 3 })).toMatchObject({ status: 409, code: 'no-review-wanted' })
  })

  it('is no practitioner’s, and nobody reviews a case of their own', async () => {
    expect(await read(dani)).toMatchObject({ mayReview: false })
    expect((await review({ incidents: 1 }, dani)).status).toBe(403)
    const both = await world.staff('Both', ['practitioner', 'supervisor'])
    const caseId = await world.openCase({ caseRef: crypto.randomUUID(), practitioner: both, supervisor: both })
    const answer = await world.call('reviewCase', both, {
      params: { caseId },
      body: { decision: 'continue', note: 'Fine', incidents: 0 },
    })
    expect(answer.status).toBe(404)
  })
})
