import { compareDueCases } from '../../src/outbox/compareAll.ts'
import { deliveryState, parkedEntries } from '../../src/outbox/deliveryState.ts'
import { eraseDeliveredWords } from '../../src/outbox/eraseWords.ts'
import { openCircuits } from '../../src/outbox/keepCircuit.ts'
import { reconcile } from '../../src/outbox/reconcile.ts'
import type { RecordEvent } from '../../src/record/events.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ENGINES } from '../helpers/database.ts'
import { aFlag, aMeasure, anEntry } from './events.ts'
import { startFaultyRecord } from './faultyRecord.ts'
import { entryOf, setScene, until, type Scene } from './scene.ts'

const DAY_MS = 24 * 60 * 60_000

describe.each(ENGINES)('reading back from the case record (%s)', (engine) => {
  let scene: Scene
  beforeAll(async () => {
    scene = await setScene(engine)
  })
  afterAll(() => scene.close())

  /** A case with these events delivered, as the turn keeps them: the entry and its outbox entry have one id. */
  async function delivered(...make: ((personId: string) => RecordEvent)[]) {
    const made = await scene.aCase()
    const { caseId, personId } = made
    await scene.database.query(
      `insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'young-person', 'Alex', 'Y14-15', 'active', now())`,
      [personId, caseId],
    )
    const entries = make.map((one) => entryOf(caseId, one(personId)))
    const { jobs, outbox } = await scene.outboxTo(scene.record.url, { timeoutMs: 10_000 })
    await scene.database.transaction(async (client) => {
      for (const { id, event } of entries)
        if ('entryId' in event)
          await client.query(
            `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, now())`,
            [id, caseId, personId, event.type, event.entryId, event.version, JSON.stringify(event), event.localDate],
          )
      await outbox.enqueue(client, entries, scene.clock.now())
    })
    await until('delivered', async () => (await deliveryState(scene.database, caseId)).waiting === 0)
    await jobs.stop()
    return { ...made, entries }
  }
  const compare = () => compareDueCases({ ...scene, logger: silentLogger })
  const comparison = async (caseId: string) =>
    (await scene.database.query('select held, faults from record_comparisons where case_id = $1', [caseId])).rows[0]

  test('what was delivered is read back once it has settled, and then left alone for a week', async () => {
    const { caseId } = await delivered(anEntry, aMeasure, aFlag)
    await compare()
    expect(await comparison(caseId)).toBeUndefined()
    scene.clock.moveOn(61_000)
    await compare()
    expect(await comparison(caseId)).toEqual({ held: 3, faults: [] })
    scene.clock.moveOn(DAY_MS)
    expect(await compare()).toBe(0)
    scene.clock.moveOn(7 * DAY_MS)
    expect(await compare()).toBe(1)
  })

  test('what the record has lost is parked for a person to see, and sent again it is there once more', async () => {
    const { caseId, entries } = await delivered(anEntry, aMeasure)
    await scene.database.query('delete from reference_record.idempotency where key = $1', [entries[1]!.idempotencyKey])
    await scene.database.query('delete from reference_record.held where idempotency_key = $1', [
      entries[1]!.idempotencyKey,
    ])
    scene.clock.moveOn(61_000)
    await compare()
    expect(await parkedEntries(scene.database, caseId)).toMatchObject([
      { id: entries[1]!.id, problem: 'not-in-the-record' },
    ])
    const { jobs, outbox } = await scene.outboxTo(scene.record.url, { timeoutMs: 10_000 })
    await outbox.resend(entries[1]!.id, scene.staffId)
    await until('sent again', async () => (await deliveryState(scene.database, caseId)).delivered === 2)
    await jobs.stop()
    scene.clock.moveOn(61_000)
    await compare()
    expect(await comparison(caseId)).toEqual({ held: 2, faults: [] })
  })

  test('what somebody changed or added over there is named', async () => {
    const { caseId, caseRef, entries } = await delivered(anEntry, anEntry)
    await scene.database.query(`update reference_record.held set digest = repeat('0', 64) where idempotency_key = $1`, [
      entries[0]!.idempotencyKey,
    ])
    await scene.database.query(
      `insert into reference_record.held (case_ref, kind, id, version, body, digest, idempotency_key, received_at)
       values ($1, 'goal', gen_random_uuid(), 1, '{}', repeat('1', 64), 'of-another', now())`,
      [caseRef],
    )
    scene.clock.moveOn(61_000)
    await compare()
    expect(await comparison(caseId)).toEqual({
      held: 1,
      faults: [
        { what: 'different', outboxId: entries[0]!.id },
        { what: 'unknown', outboxId: null },
      ],
    })
  })

  test('after thirty days the outbox keeps the proof and not the words; flags keep theirs; what gets lost later is still mended', async () => {
    const { caseId, caseRef, entries } = await delivered(anEntry, aFlag)
    scene.clock.moveOn(61_000)
    await compare()
    await eraseDeliveredWords(scene.database, scene.clock.now())
    const kept = async () =>
      (await scene.database.query('select stream, body is null as erased, digest, receipt from outbox where case_id = $1 order by seq', [caseId])).rows // prettier-ignore
    expect((await kept()).map((row) => row.erased)).toEqual([false, false])
    scene.clock.moveOn(31 * DAY_MS)
    await eraseDeliveredWords(scene.database, scene.clock.now())
    expect(await kept()).toMatchObject([
      {
        stream: 'case',
        erased: true,
        digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        receipt: { kind: 'self-help-entry' },
      },
      { stream: 'risk', erased: false },
    ])
    expect(await reconcile(scene.database, scene.target, caseRef)).toMatchObject({
      value: { agrees: true, heldIds: entries.map((e) => e.id) },
    })
    await scene.database.query('delete from reference_record.held where idempotency_key = $1', [
      entries[0]!.idempotencyKey,
    ])
    await compare()
    const restored = await scene.database.query('select state, body from outbox where id = $1', [entries[0]!.id])
    expect(restored.rows[0]).toMatchObject({ state: 'parked', body: entries[0]!.event })
  })

  test('a record that is down is not hammered, that is shown, and everything arrives once it is back', async () => {
    const cases = await Promise.all(Array.from({ length: 12 }, () => scene.aCase()))
    let down = true
    let asked = 0
    const faulty = await startFaultyRecord(scene.record.url, () => {
      asked++
      return down ? 'unavailable' : undefined
    })
    const rule = { opensAfter: 5, firstMs: 400, longestMs: 400 }
    const { jobs, outbox } = await scene.outboxTo(faulty.url, {
      timeoutMs: 10_000,
      circuit: { case: rule, risk: rule },
    })
    try {
      for (const { caseId, personId } of cases)
        await scene.database.transaction((client) =>
          outbox.enqueue(client, [entryOf(caseId, anEntry(personId))], scene.clock.now()),
        )
      outbox.nudge()
      await until('the circuit is open', async () => (await openCircuits(scene.database)).length === 1)
      const before = asked
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      // Twelve streams that back off between 20 and 150 ms would have asked more than a hundred times.
      expect(asked - before).toBeLessThan(12)
      expect(await openCircuits(scene.database)).toMatchObject([{ stream: 'case', problem: 'no-answer:network' }])
      down = false
      await until('all delivered', async () =>
        (await Promise.all(cases.map(({ caseId }) => deliveryState(scene.database, caseId)))).every(
          (s) => s.delivered === 1,
        ),
      )
      expect(await openCircuits(scene.database)).toEqual([])
    } finally {
      await jobs.stop()
      await faulty.close()
    }
  })
})
