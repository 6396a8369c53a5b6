import fc from 'fast-check'
import { deliveryState, parkedEntries } from '../../src/outbox/deliveryState.ts'
import { reconcile } from '../../src/outbox/reconcile.ts'
import type { RecordEvent } from '../../src/record/events.ts'
import { ENGINES } from '../helpers/database.ts'
import { aFlag, aFlagEvent, aMeasure, anEntry } from './events.ts'
import { FAULTS, startFaultyRecord, type Fault } from './faultyRecord.ts'
import { entryOf, setScene, until, type Scene } from './scene.ts'

/** Another seed, other faults: `OUTAGE_SEED=42`. */
const seed = Number(process.env.OUTAGE_SEED ?? 20260329)

describe.each(ENGINES)('while the case record fails in every way we know (%s)', (engine) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene(engine)
  })
  afterAll(() => scene.close())

  const allDelivered = async () => {
    const state = await deliveryState(scene.database)
    return state.waiting === 0
  }

  test('nothing is lost or doubled, order is kept for every case, and the record ends up equal to the bot', async () => {
    const cases = [await scene.aCase(), await scene.aCase(), await scene.aCase()]
    const events = cases.map(({ personId }) => {
      const flag = aFlag(personId)
      const plan = anEntry(personId)
      return [
        plan,
        flag,
        aMeasure(personId),
        { ...plan, version: 2, fields: { activity: 'sit in the garden' } },
        aFlagEvent(flag.flagId),
        anEntry(personId),
        aFlagEvent(flag.flagId, { kind: 'released', by: null }),
        aMeasure(personId, { score: { state: 'scored', total: 11, rule: 'phq-9/sum' } }),
        anEntry(personId, { about: personId, refersTo: plan.name }),
        aFlag(personId, { tier: 'T3', words: 'half a pair \ud83d and a NUL \u0000' }),
      ] satisfies RecordEvent[]
    })
    const entries = cases.map(({ caseId }, n) => events[n]!.map((event) => entryOf(caseId, event)))

    // Every kind of fault comes for certain, some entries meet several, most in the end get through at once.
    const plans = fc.sample(fc.array(fc.constantFrom(...FAULTS), { maxLength: 1 }), {
      seed,
      numRuns: entries.flat().length,
    })
    const ahead = new Map<string, Fault[]>(entries.flat().map((e, n) => [e.idempotencyKey, [...plans[n]!]]))
    entries.flat().forEach((e, n) => ahead.get(e.idempotencyKey)!.unshift(FAULTS[n % FAULTS.length]!))

    const faulty = await startFaultyRecord(scene.record.url, ({ key }) => ahead.get(key)?.shift())
    const { jobs, outbox } = await scene.outboxTo(faulty.url)
    try {
      for (let n = 0; n < events[0]!.length; n++)
        await Promise.all(
          entries.map((of) =>
            scene.database.transaction((client) => outbox.enqueue(client, [of[n]!], scene.clock.now())),
          ),
        )
      await until('all delivered', allDelivered)
      expect(Object.keys(faulty.seen).sort()).toEqual([...FAULTS].sort())
    } finally {
      await jobs.stop()
      await faulty.close()
    }

    for (const [n, { caseRef }] of cases.entries()) {
      const compared = await reconcile(scene.database, scene.target, caseRef)
      expect(compared).toMatchObject({
        ok: true,
        value: {
          agrees: true,
          held: 10,
          waiting: [],
          parked: [],
          unconfirmed: [],
          outOfOrder: [],
          unknown: [],
        },
      })
      // Read back in another way than reconciliation does: the things themselves, in the order received.
      const path = { caseRef }
      const plans = await scene.direct.http.GET('/cases/{caseRef}/self-help-entries', { params: { path } })
      const sent = events[n]!.filter((e) => e.type === 'self-help-entry')
      expect(plans.data!.items.map((i) => [i.body.entryId, i.body.version])).toEqual(
        sent.map((e) => [e.entryId, e.version]),
      )
      expect(plans.data!.items.map((i) => i.body.fields)).toEqual(sent.map((e) => e.fields))
      const measures = await scene.direct.http.GET('/cases/{caseRef}/measure-administrations', { params: { path } })
      expect(measures.data!.items[0]!.body.answers).toEqual([
        { item: '1', state: 'given', answer: 0 },
        { item: '2', state: 'declined' },
        { item: '3', state: 'missing' },
      ])
      expect(measures.data!.items.map((i) => i.body.score.state)).toEqual(['not-scorable', 'scored'])
      const flags = await scene.direct.http.GET('/cases/{caseRef}/risk-flags', { params: { path } })
      expect(flags.data!.items.map((i) => i.body.words)).toEqual(['exact words', 'half a pair \ufffd and a NUL \ufffd'])
      const flagId = flags.data!.items[0]!.body.flagId
      const history = await scene.direct.http.GET('/cases/{caseRef}/risk-flags/{flagId}/events', {
        params: { path: { caseRef, flagId } },
      })
      expect(history.data!.items.map((i) => [i.body.kind, i.body.by])).toEqual([
        ['acknowledged', 'Sam Taylor'],
        ['released', undefined],
      ])
    }
  })

  test('what came about while the record was down goes out in order when it is back', async () => {
    const { caseId, caseRef, personId } = await scene.aCase()
    const closed = await startFaultyRecord(scene.record.url, () => undefined)
    const port = Number(new URL(closed.url).port)
    await closed.close()

    const { jobs, outbox } = await scene.outboxTo(closed.url)
    const entries = [anEntry(personId), aMeasure(personId), aFlag(personId)].map((event) => entryOf(caseId, event))
    await scene.database.transaction((client) => outbox.enqueue(client, entries, scene.clock.now()))
    await until(
      'tried in vain',
      async () => (await deliveryState(scene.database, caseId)).problem === 'no-answer:network',
    )
    expect(await deliveryState(scene.database, caseId)).toMatchObject({ waiting: 3, parked: 0, delivered: 0 })

    const back = await startFaultyRecord(scene.record.url, () => undefined, port)
    try {
      await until('all delivered', allDelivered)
      const compared = await reconcile(scene.database, scene.target, caseRef)
      expect(compared).toMatchObject({
        ok: true,
        value: { agrees: true, held: 3 },
      })
    } finally {
      await jobs.stop()
      await back.close()
    }
  })

  test('a measure that the record refuses is parked, holds back neither the risk flag nor what comes after it, and goes when sent again', async () => {
    const { caseId, caseRef, personId } = await scene.aCase()
    const measure = entryOf(caseId, aMeasure(personId))
    const [entry, flag] = [entryOf(caseId, anEntry(personId)), entryOf(caseId, aFlag(personId))]
    let refuses = true
    const faulty = await startFaultyRecord(scene.record.url, ({ key }) =>
      refuses && key === measure.idempotencyKey ? 'invalid' : undefined,
    )
    const { jobs, outbox } = await scene.outboxTo(faulty.url)
    try {
      await scene.database.transaction((client) => outbox.enqueue(client, [measure, entry, flag], scene.clock.now()))
      await until('the rest delivered', allDelivered)
      expect(await deliveryState(scene.database, caseId)).toMatchObject({ parked: 1, delivered: 2 })
      expect(await parkedEntries(scene.database, caseId)).toMatchObject([
        {
          id: measure.id,
          stream: 'case',
          type: 'measure-administration',
          problem: 'refused:422:invalid-body',
          attempts: 1,
        },
      ])

      refuses = false
      await outbox.resend(measure.id, scene.staffId)
      await until('sent again', async () => (await deliveryState(scene.database, caseId)).delivered === 3)
      await expect(outbox.resend(measure.id, scene.staffId)).rejects.toMatchObject({ status: 404, code: 'not-parked' })
      const audit = await scene.database.query('select staff_id, action from audit where subject_id = $1', [measure.id])
      expect(audit.rows).toEqual([{ staff_id: scene.staffId, action: 'outbox-resent' }])
      const compared = await reconcile(scene.database, scene.target, caseRef)
      expect(compared).toMatchObject({
        ok: true,
        value: { agrees: true, held: 3, parked: [] },
      })
    } finally {
      await jobs.stop()
      await faulty.close()
    }
  })

  test('a risk flag does not wait for a case stream that backs off', async () => {
    const { caseId, personId } = await scene.aCase()
    const measure = entryOf(caseId, aMeasure(personId))
    const faulty = await startFaultyRecord(scene.record.url, ({ path }) =>
      path.endsWith('/measure-administrations') ? 'error' : undefined,
    )
    const { jobs, outbox } = await scene.outboxTo(faulty.url)
    try {
      await scene.database.transaction((client) => outbox.enqueue(client, [measure], scene.clock.now()))
      await until('tried in vain', async () => (faulty.seen.error ?? 0) > 0)
      const flag = entryOf(caseId, aFlag(personId))
      await scene.database.transaction((client) => outbox.enqueue(client, [flag], scene.clock.now()))
      outbox.nudge()
      await until('flag delivered', async () => (await deliveryState(scene.database, caseId)).delivered === 1)
      expect((await deliveryState(scene.database, caseId)).waiting).toBe(1)
    } finally {
      await jobs.stop()
      await faulty.close()
      await scene.database.query(`update outbox set state = 'parked', parked_at = now() where id = $1`, [measure.id])
    }
  })

  test('not being let in parks nothing, is shown, and mends itself with the settings', async () => {
    const { caseId, personId } = await scene.aCase()
    let letIn = false
    const faulty = await startFaultyRecord(scene.record.url, () => (letIn ? undefined : 'not-authorised'))
    const { jobs, outbox } = await scene.outboxTo(faulty.url)
    try {
      await scene.database.transaction((client) =>
        outbox.enqueue(client, [entryOf(caseId, aFlag(personId))], scene.clock.now()),
      )
      await until('tried often', async () => (faulty.seen['not-authorised'] ?? 0) > 2)
      expect(await deliveryState(scene.database, caseId)).toMatchObject({
        waiting: 1,
        parked: 0,
        problem: 'refused:401:not-authorised',
      })
      letIn = true
      await until('delivered', async () => (await deliveryState(scene.database, caseId)).delivered === 1)
    } finally {
      await jobs.stop()
      await faulty.close()
    }
  })
})
