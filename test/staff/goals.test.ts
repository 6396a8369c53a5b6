import type { Database } from '../../src/database/database.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, type World } from './world.ts'

describe.each(ENGINES)('goals agreed on the staff page, on %s', (engine) => {
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
  const agree = (words: string, more: object = {}) =>
    world.call('agreeGoal', dani, { params: { personId: leo.id }, body: { words, ...more } })
  const change = (goalId: string, body: object) =>
    world.call('changeGoal', dani, { params: { personId: leo.id, goalId }, body })
  const rated = (values: Record<string, number | null>) =>
    world.event({
      ...leo,
      personId: leo.id,
      type: 'measure-administration',
      at: new Date(world.now.getTime()),
      body: {
        measure: 'gbo',
        measureVersion: '1',
        startedAt: world.now.toISOString(),
        answers: Object.entries(values).map(([item, answer]) => ({
          item,
          state: answer === null ? 'declined' : 'given',
          answer,
        })),
        score: { state: 'not-scorable', reason: 'its scores are never added up', rule: 'gbo 1' },
        fast: false,
      },
    })

  it('are kept as record events, delivered, and numbered once and for all', async () => {
    const first = await agree('See my mates once a week')
    expect(first).toMatchObject({ status: 201, body: { number: 1, state: 'active', version: 1, ratings: [] } })
    await change(first.body.goalId, { version: 1, state: 'dropped' })
    expect((await agree('Get up when the alarm goes')).body.number).toBe(2)
    expect((await agree('Eat tea with the others')).body.number).toBe(3)
    expect(await agree('A fourth one')).toMatchObject({ status: 409, code: 'no-number-left' })
    expect(world.outbox.enqueued.map(({ event }) => event)).toMatchObject([
      { type: 'goal', number: 1, version: 1, state: 'active', words: 'See my mates once a week' },
      { type: 'goal', number: 1, version: 2, state: 'dropped' },
      { type: 'goal', number: 2, version: 1 },
      { type: 'goal', number: 3, version: 1 },
    ])
  })

  it('are reworded from the version seen only, and the young person’s and the parent’s are apart', async () => {
    const { body } = await agree('see my mates')
    expect((await change(body.goalId, { version: 1, words: 'See my mates on Saturdays' })).body).toMatchObject({
      version: 2,
      number: 1,
      words: 'See my mates on Saturdays',
    })
    expect(await change(body.goalId, { version: 1, words: 'another' })).toMatchObject({ status: 409 })
    const nan = await world.person(leo.caseId, { role: 'parent-carer', preferredName: 'Maureen', band: 'P12+' })
    const hers = await world.call('agreeGoal', dani, {
      params: { personId: nan.id },
      body: { words: 'Calmer mornings' },
    })
    expect(hers.body).toMatchObject({ number: 1, personId: nan.id })
    const shown = await world.call('readCase', dani, { params: { caseId: leo.caseId } })
    expect(shown.body.goals.map((g: { words: string }) => g.words)).toEqual([
      'See my mates on Saturdays',
      'Calmer mornings',
    ])
  })

  it('whose words the screen hears something in are kept only when the practitioner has looked', async () => {
    expect(await agree('I want to stop when I hurt myself')).toMatchObject({
      status: 422,
      code: 'look-at-words',
      body: { heard: ['hurt myself'] },
    })
    expect(await agree('I want to stop when I hurt myself', { looked: true })).toMatchObject({ status: 201 })
    expect((await database.query('select 1 from escalations where case_id = $1', [leo.caseId])).rows).toEqual([])
  })

  it('are shown with their ratings and the change, a declined one never as 0', async () => {
    await agree('see my mates')
    await agree('sleep')
    for (const values of [
      { goal1: 2, goal2: 4 },
      { goal1: null, goal2: 5 },
      { goal1: 5, goal2: 5 },
    ]) {
      world.now = new Date(world.now.getTime() + 86_400_000)
      await rated(values)
    }
    const { body } = await world.call('readCase', dani, { params: { caseId: leo.caseId } })
    expect(body.goals).toMatchObject([
      {
        number: 1,
        change: 3,
        reliable: 'improved',
        ratings: [{ value: 2 }, { value: null, state: 'declined' }, { value: 5 }],
      },
      { number: 2, change: 1, reliable: 'none' },
    ])
    expect(body.measures).toEqual([])
  })

  it('are asked for only when there is one', async () => {
    const ask = () =>
      world.call('requestMeasure', dani, { params: { personId: leo.id }, body: { measure: 'gbo', reason: 'session' } })
    expect(await ask()).toMatchObject({ status: 422, code: 'no-goal' })
    await agree('see my mates')
    expect(await ask()).toMatchObject({ status: 201 })
  })
})
