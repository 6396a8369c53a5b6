import { connectPostgres } from '../../src/database/connect.ts'
import { attemptDelivery } from '../../src/outbox/attempt.ts'
import { claimNext, LEASE_MS } from '../../src/outbox/claim.ts'
import { deliveryState, parkedEntries } from '../../src/outbox/deliveryState.ts'
import { reconcile } from '../../src/outbox/reconcile.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES } from '../helpers/database.ts'
import { aFlag, aMeasure, anEntry } from './events.ts'
import { startFaultyRecord } from './faultyRecord.ts'
import { entryOf, outboxOn, setScene, until, type Scene } from './scene.ts'

describe.each(ENGINES)('delivery to the case record (%s)', (engine) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene(engine)
  })
  afterAll(() => scene.close())

  const delivered = (caseId: string, count: number) => async () =>
    (await deliveryState(scene.database, caseId)).delivered === count

  test('what a transaction enqueued and then undid is neither kept nor sent', async () => {
    const { caseId, caseRef, personId } = await scene.aCase()
    const { jobs, outbox } = await scene.outboxTo(scene.record.url)
    const entry = entryOf(caseId, anEntry(personId))
    const undone = scene.database.transaction(async (client) => {
      await outbox.enqueue(client, [entry], scene.clock.now())
      throw new Error('the turn failed')
    })
    await expect(undone).rejects.toThrow('the turn failed')
    const kept = entryOf(caseId, anEntry(personId))
    await scene.database.transaction((client) => outbox.enqueue(client, [kept], scene.clock.now()))
    await until('the other delivered', delivered(caseId, 1))
    await jobs.stop()
    expect(await reconcile(scene.database, scene.target, caseRef)).toMatchObject({
      value: { held: 1, agrees: true },
    })
  })

  test('the same event enqueued twice is one entry', async () => {
    const { caseId, personId } = await scene.aCase()
    const { jobs, outbox } = await scene.outboxTo(scene.record.url)
    const event = anEntry(personId)
    for (let n = 0; n < 2; n++)
      await scene.database.transaction((client) => outbox.enqueue(client, [entryOf(caseId, event)], scene.clock.now()))
    await until('delivered', delivered(caseId, 1))
    await jobs.stop()
    expect(await deliveryState(scene.database, caseId)).toMatchObject({ waiting: 0, delivered: 1 })
  })

  test.each(['before it was sent', 'between the write and its confirmation'])(
    'a process killed %s: the next one delivers, and the record holds it once',
    async (when) => {
      const { caseId, caseRef, personId } = await scene.aCase()
      const first = await scene.outboxTo('http://127.0.0.1:9')
      const entries = [aFlag(personId), aFlag(personId)].map((event) => entryOf(caseId, event))
      await first.jobs.stop()
      // Enqueued with no process working: as if it was killed right after the commit.
      await scene.database.query(
        `insert into outbox (id, case_id, stream, type, idempotency_key, body, state, next_attempt_at, created_at)
         select (e->>'id')::uuid, $2, 'risk', 'risk-flag', e->>'idempotencyKey', e->'event', 'waiting', $3, $3
         from jsonb_array_elements($1::jsonb) e`,
        [JSON.stringify(entries), caseId, scene.clock.now()],
      )
      const claim = await claimNext(scene.database, { caseId, stream: 'risk' }, scene.clock.now())
      if (claim.state !== 'claimed') throw new Error('nothing to claim')
      if (when !== 'before it was sent')
        expect(await attemptDelivery(scene.target, claim.entry)).toMatchObject({ state: 'delivered' })

      // On a server another process could still be at it, so the next one waits until the lease is over.
      if (engine === 'postgres') scene.clock.moveOn(LEASE_MS)
      const { jobs } = await scene.outboxTo(scene.record.url)
      await until('delivered', delivered(caseId, 2))
      await jobs.stop()
      expect(await reconcile(scene.database, scene.target, caseRef)).toMatchObject({
        value: { held: 2, agrees: true, unknown: [] },
      })
    },
  )

  test('a second look at a stream in hand finds its first entry taken, and never goes past it', async () => {
    const { caseId, personId } = await scene.aCase()
    const { jobs, outbox } = await scene.outboxTo('http://127.0.0.1:9')
    const entries = [anEntry(personId), anEntry(personId)].map((event) => entryOf(caseId, event))
    await scene.database.transaction((client) => outbox.enqueue(client, entries, scene.clock.now()))
    await jobs.stop()
    scene.clock.moveOn(60_000)
    const now = scene.clock.now()
    const stream = { caseId, stream: 'case' as const }
    const [one, other] = await Promise.all([
      claimNext(scene.database, stream, now),
      claimNext(scene.database, stream, now),
    ])
    expect([one.state, other.state].sort()).toEqual(['claimed', 'later'])
  })

  test('an event that cannot be sent at all is parked, and what comes after it goes on', async () => {
    const { caseId, personId } = await scene.aCase()
    const { jobs, outbox } = await scene.outboxTo(scene.record.url)
    const broken = aMeasure(personId, { answers: [{ item: '1', state: 'given', answer: null }] })
    const entries = [broken, anEntry(personId)].map((event) => entryOf(caseId, event))
    await scene.database.transaction((client) => outbox.enqueue(client, entries, scene.clock.now()))
    await until('the other delivered', delivered(caseId, 1))
    await jobs.stop()
    expect(await parkedEntries(scene.database, caseId)).toMatchObject([{ id: entries[0]!.id, problem: 'unsendable' }])
  })

  if (engine === 'postgres')
    test('two processes share the work: every entry is sent once and order is kept', async () => {
      const { caseId, caseRef, personId } = await scene.aCase()
      const sent: string[] = []
      const counting = await startFaultyRecord(scene.record.url, ({ method, key }) => {
        if (method === 'POST') sent.push(key)
        return undefined
      })
      // Nothing may time out here on a slow machine: what timed out is rightly sent again.
      const patient = { timeoutMs: 10_000 }
      const one = await scene.outboxTo(counting.url, patient)
      const elsewhere = await connectPostgres({ url: scene.database.url!, logger: silentLogger })
      const two = await outboxOn(elsewhere, scene.clock, counting.url, patient)
      const entries = Array.from({ length: 30 }, () => entryOf(caseId, anEntry(personId)))
      await Promise.all(
        [one, two].map((process, half) =>
          entries.slice(half * 15, half * 15 + 15).reduce(async (before, entry) => {
            await before
            await scene.database.transaction((client) => process.outbox.enqueue(client, [entry], scene.clock.now()))
            process.outbox.nudge()
          }, Promise.resolve()),
        ),
      )
      await until('all delivered', delivered(caseId, 30))
      await Promise.all([one.jobs.stop(), two.jobs.stop()])
      await counting.close()
      await elsewhere.close()
      expect(sent.length).toBe(30)
      expect(new Set(sent).size).toBe(30)
      expect(await reconcile(scene.database, scene.target, caseRef)).toMatchObject({
        value: { agrees: true, held: 30 },
      })
    })
})
