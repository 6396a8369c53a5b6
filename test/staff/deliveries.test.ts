import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld } from './world.ts'

describe.each(ENGINES)('deliveries on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  it('show each practitioner their own counts and what is parked with its reason and no words, and send it again', async () => {
    const world = createWorld(database)
    const [dani, other] = [await world.staff('Dani', ['practitioner']), await world.staff('Other', ['practitioner'])]
    const mine = await world.openCase({ caseRef: newId(), practitioner: dani })
    const theirs = await world.openCase({ caseRef: newId(), practitioner: other })
    const parked = await world.outboxEntry(mine, 'parked')
    await world.outboxEntry(mine, 'delivered')
    const notMine = await world.outboxEntry(theirs, 'parked')

    const { body } = await world.call('listDeliveries', dani)
    expect(body.counts).toEqual({ waiting: 0, parked: 1, delivered: 1 })
    expect(body.parked).toMatchObject([
      { outboxId: parked, caseId: mine, reason: 'refused:422:invalid-body', attempts: 3 },
    ])

    expect(await world.call('resendDelivery', dani, { params: { outboxId: notMine } })).toMatchObject({ status: 404 })
    expect(await world.call('resendDelivery', dani, { params: { outboxId: parked } })).toMatchObject({
      status: 200,
      body: { state: 'waiting' },
    })
    expect(await world.call('resendDelivery', dani, { params: { outboxId: parked } })).toMatchObject({
      status: 200,
      body: { state: 'waiting' },
    })
    expect(world.outbox.resent).toEqual([parked])
  })

  it('say what reading back has shown, where the record does not answer, and name what does not agree', async () => {
    const world = createWorld(database)
    const sol = await world.staff('Sol', ['practitioner'])
    const mine = await world.openCase({ caseRef: newId(), practitioner: sol })
    const same = await world.outboxEntry(mine, 'delivered')
    const other = await world.outboxEntry(mine, 'delivered')
    await database.query('update outbox set compared_at = now() where id = $1', [same])
    await database.query(
      'insert into record_comparisons (case_id, compared_at, held, faults) values ($1, now(), 1, $2)',
      [mine, JSON.stringify([{ what: 'different', outboxId: other }])],
    )
    await database.query(
      `insert into record_circuits (stream, open, since, problem) values ('case', true, now(), 'no-answer:timeout'), ('risk', false, now(), null)`,
    )
    const { body } = await world.call('listDeliveries', sol)
    expect(body.readBack).toMatchObject({
      same: 1,
      notYet: 1,
      faults: [{ caseId: mine, outboxId: other, what: 'different' }],
    })
    expect(body.notReached).toMatchObject([{ stream: 'case', reason: 'no-answer:timeout' }])
  })

  it('show the service’s own set-up role everything, still without words', async () => {
    const world = createWorld(database)
    const setUp = await world.staff('Sam', ['service-set-up'])
    const { body } = await world.call('listDeliveries', setUp)
    expect(body.counts.parked).toBe(1)
    expect(Object.keys(body.parked[0]).sort()).toEqual([
      'attempts',
      'caseId',
      'caseRef',
      'createdAt',
      'outboxId',
      'parkedAt',
      'reason',
      'stream',
      'type',
    ])
  })
})
