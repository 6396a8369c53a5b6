import type { Database } from '../../src/database/database.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

describe.each(ENGINES)('what a person is asked and when, on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let leo: { id: string; caseId: string }
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    leo = await world.person(await world.openCase({ caseRef: crypto.randomUUID(), practitioner: dani }))
  })
  afterAll(() => database.close())
  const set = (body: object) => world.call('setMeasurePlan', dani, { params: { personId: leo.id }, body })
  const shown = async () =>
    (await world.call('readCase', dani, { params: { caseId: leo.caseId } })).body.measurePlans[0]
  const phq9 = (day: string) =>
    world.event({
      caseId: leo.caseId,
      personId: leo.id,
      type: 'measure-administration',
      at: new Date(`${day}T15:40:00Z`),
      body: {
        measure: 'phq-9',
        measureVersion: '1',
        startedAt: NOW.toISOString(),
        answers: [],
        score: { state: 'scored', total: 9, rule: 'phq-9 1' },
        fast: false,
      },
    })

  it('is the usual plan for the age until it is set, from the version seen only', async () => {
    expect(await shown()).toMatchObject({
      version: 0,
      measures: [{ measure: 'phq-9' }, { measure: 'gad-7' }, { measure: 'gbo' }],
    })
    const plan = { version: 0, measures: [{ measure: 'phq-9', when: ['baseline', 'end'] }] }
    expect(await set(plan)).toMatchObject({
      status: 200,
      body: { version: 1, measures: [{ title: 'PHQ-9', when: ['baseline', 'end'] }] },
    })
    expect(await set(plan)).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    expect((await shown()).measures).toHaveLength(1)
  })

  it('holds only what this person answers, once', async () => {
    const when = ['session']
    expect(await set({ version: 0, measures: [{ measure: 'sdq-parent', when }] })).toMatchObject({
      code: 'not-answered',
    })
    expect(
      await set({ version: 0, measures: [{ measure: 'gbo', when }, { measure: 'gbo', when }] }), // prettier-ignore
    ).toMatchObject({ code: 'planned-twice' })
  })

  it('shows which measures have their pair, and which will close without one', async () => {
    await phq9('2026-11-10')
    expect((await shown()).pairs).toMatchObject([
      { measure: 'phq-9', state: 'baseline-only', firstDay: '2026-11-10', atRisk: null },
      { measure: 'gad-7', state: 'no-baseline' },
      { measure: 'gbo', state: 'no-baseline' },
    ])
    await database.query('update cases set session_number = 5 where id = $1', [leo.caseId])
    expect((await shown()).pairs[0]).toMatchObject({ atRisk: 'last-sessions' })
    await phq9('2026-11-17')
    expect((await shown()).pairs[0]).toMatchObject({ state: 'paired', lastDay: '2026-11-17', atRisk: null })
  })
})
