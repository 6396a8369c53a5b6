import { commitTurn, type Commit } from '../../src/turn/commit.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import type { Database } from '../../src/database/database.ts'

describe.each(ENGINES)('turns that are committed at the same moment on %s', (engine) => {
  let database: Database
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(async () => database.close())

  const conversation = async (): Promise<string> => {
    const id = newId()
    await database.query(`insert into conversations (id, channel, created_at) values ($1, 'emulator', now())`, [id])
    return id
  }
  const turn = (conversationId: string, changes: Partial<Commit> = {}): Commit => ({
    conversationId,
    turnId: newId(),
    dedupeKey: newId(),
    at: new Date(),
    owner: `conversation:${conversationId}`,
    fromVersion: 0,
    state: { said: conversationId },
    inbound: { id: newId(), activity: { text: 'hello' } },
    replies: [
      { id: newId(), activity: { text: 'one' } },
      { id: newId(), activity: { text: 'two' } },
    ],
    pushes: true,
    alongside: [],
    ...changes,
  })
  const count = async (table: string, conversationId: string) =>
    (
      await database.query<{ n: number }>(`select count(*)::int as n from ${table} where conversation_id = $1`, [
        conversationId,
      ])
    ).rows[0]!.n

  it('each keep their own state, messages and places', async () => {
    const ids = await Promise.all(Array.from({ length: 12 }, conversation))
    const outcomes = await Promise.all(ids.map((id) => commitTurn(database, turn(id))))
    for (const outcome of outcomes) expect(outcome).toEqual({ outcome: 'committed', firstSeq: 1, owedBefore: null })
    for (const id of ids) {
      const { rows } = await database.query(
        `select a.seq, a.direction, a.body->>'text' as text, s.state from activities a join dialog_states s on s.owner = 'conversation:' || $1
         where a.conversation_id = $1 order by a.seq`,
        [id],
      )
      const state = { said: id }
      expect(rows).toEqual([
        { seq: 1, direction: 'in', text: 'hello', state },
        { seq: 2, direction: 'out', text: 'one', state },
        { seq: 3, direction: 'out', text: 'two', state },
      ])
    }
  })

  it('do not suffer from one whose writes fail, which leaves nothing behind', async () => {
    const [good, bad, other] = await Promise.all([conversation(), conversation(), conversation()])
    let done = 0
    const outcomes = await Promise.allSettled([
      commitTurn(database, turn(good, { alongside: [async () => void done++] })),
      commitTurn(database, turn(bad, { alongside: [() => Promise.reject(new Error('no'))] })),
      commitTurn(database, turn(other)),
    ])
    expect(outcomes.map((o) => o.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect([await count('activities', good), await count('activities', bad), await count('activities', other)]).toEqual(
      [3, 0, 3],
    )
    expect(await count('owed_replies', bad)).toBe(0)
    expect(done).toBeGreaterThan(0)
  })

  it('are overtaken one by one: of two from the same state, one is kept', async () => {
    const [id, other] = await Promise.all([conversation(), conversation()])
    const outcomes = await Promise.all([turn(id), turn(id), turn(other)].map((one) => commitTurn(database, one)))
    expect(outcomes.map((o) => o.outcome).sort()).toEqual(['committed', 'committed', 'overtaken'])
    expect(await count('activities', id)).toBe(3)
  })

  it('say when a message was committed before, whoever else is in it', async () => {
    const [id, other] = await Promise.all([conversation(), conversation()])
    const first = turn(id)
    await commitTurn(database, first)
    const again = turn(id, { fromVersion: 1, dedupeKey: first.dedupeKey })
    const outcomes = await Promise.all([commitTurn(database, again), commitTurn(database, turn(other))])
    expect(outcomes.map((o) => o.outcome)).toEqual(['repeated', 'committed'])
    expect(await count('activities', id)).toBe(3)
  })

  it('say what was owed before them, and owe nothing where the client fetches', async () => {
    const [pushed, fetched] = await Promise.all([conversation(), conversation()])
    await commitTurn(database, turn(pushed))
    expect(await commitTurn(database, turn(pushed, { fromVersion: 1 }))).toEqual({
      outcome: 'committed',
      firstSeq: 4,
      owedBefore: { from: 2, to: 3 },
    })
    expect(await commitTurn(database, turn(fetched, { pushes: false }))).toMatchObject({ owedBefore: null })
    expect(await count('owed_replies', fetched)).toBe(0)
  })
})
