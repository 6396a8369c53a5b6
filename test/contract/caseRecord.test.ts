import { readFile } from 'node:fs/promises'
import openapiTypescript, { astToString } from 'openapi-typescript'
import { createCaseRecordClient, type CaseRecordClient } from '../../src/case-record/client.ts'
import { deliveryOf } from '../../src/outbox/deliveries/index.ts'
import type { RecordEvent } from '../../src/record/events.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES } from '../helpers/database.ts'
import { aFlagEvent, aMeasure, anEntry, everyEvent } from '../outbox/events.ts'
import { setScene, TOKEN, type Scene } from '../outbox/scene.ts'
import { watchContract } from './contractWatch.ts'

const { checkBody } = await watchContract()

const personId = newId()
const EVERY_EVENT: RecordEvent[] = everyEvent(personId)
const flag = EVERY_EVENT.find((e) => e.type === 'risk-flag')!
const scored = EVERY_EVENT.find((e) => e.type === 'measure-administration' && e.score.state === 'scored')!
const OPERATION_OF: Record<RecordEvent['type'], string> = {
  'measure-administration': 'addMeasureAdministration',
  'self-help-entry': 'addSelfHelpEntry',
  goal: 'addGoal',
  'session-record': 'addSessionRecord',
  closure: 'addClosure',
  'risk-flag': 'addRiskFlag',
  'risk-flag-event': 'addRiskFlagEvent',
}

test('the generated types are those of the document', async () => {
  const contract = new URL('../../src/case-record/case-record.openapi.yaml', import.meta.url)
  const types = new URL('../../src/case-record/generated/case-record.ts', import.meta.url)
  const [, ...rest] = (await readFile(types, 'utf8')).split('\n')
  expect(rest.join('\n')).toBe(astToString(await openapiTypescript(contract)))
})

test.each(EVERY_EVENT.map((event) => [event.type, event] as const))(
  'the delivery of a %s fits the document',
  (type, event) => {
    const { body } = deliveryOf(event)
    expect(checkBody(OPERATION_OF[type], body)).toBeNull()
    expect(checkBody(OPERATION_OF[type], { ...body, more: 1 })).toContain('additional')
  },
)

test('an answer that was not given may not carry a number, and a given one must', () => {
  const { body } = deliveryOf(scored)
  const withAnswer = (answer: object) => checkBody('addMeasureAdministration', { ...body, answers: [answer] })
  expect(withAnswer({ item: '1', state: 'given', answer: 0 })).toBeNull()
  expect(withAnswer({ item: '1', state: 'declined', answer: 0 })).not.toBeNull()
  expect(withAnswer({ item: '1', state: 'declined', answer: null })).not.toBeNull()
  expect(withAnswer({ item: '1', state: 'given' })).not.toBeNull()
})

describe.each(ENGINES)('the reference record (%s)', (engine) => {
  let scene: Scene
  let client: CaseRecordClient
  let watch: Awaited<ReturnType<typeof watchContract>>
  beforeAll(async () => {
    scene = await setScene(engine)
    watch = await watchContract()
    client = createCaseRecordClient({ url: scene.record.url, token: TOKEN, fetch: watch.fetch })
  })
  afterAll(() => scene.close())

  const refused = (status: number, code: string) =>
    expect.objectContaining({ ok: false, kind: 'refused', status, code })
  const details = { state: 'open' as const, practitioner: 'Sam Taylor', youngPerson: { preferredName: 'Alex' } }
  const send = (event: RecordEvent, caseRef: string, key: string = newId()) =>
    deliveryOf(event).send(client, caseRef, key)

  test('keeps to the document in every operation, and says no in its words', async () => {
    const key = newId()
    expect(await client.health()).toMatchObject({ ok: true })
    expect(await client.getCase('DOC-1')).toEqual(refused(404, 'case-not-found'))
    expect(await client.putCase('DOC-1', details, key)).toMatchObject({ ok: true, value: { version: 1, details } })
    expect(await client.putCase('DOC-1', details, key)).toMatchObject({
      ok: true,
      replayed: true,
      value: { version: 1 },
    })
    expect(await client.putCase('DOC-1', { ...details, state: 'closed' }, newId())).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    expect(await client.getCase('DOC-1')).toMatchObject({
      ok: true,
      value: { version: 2, details: { state: 'closed' } },
    })
    expect(await client.findCases('DOC')).toMatchObject({ ok: true, value: [{ caseRef: 'DOC-1', version: 2 }] })
    expect(await client.findCases('%')).toMatchObject({ ok: true, value: [] })
    expect(await client.putCase('no/such', details, newId())).toEqual(refused(400, 'invalid-request'))

    expect(await send(aFlagEvent(flag.flagId), 'DOC-1')).toEqual(refused(404, 'flag-not-found'))
    for (const event of EVERY_EVENT) expect(await send(event, 'DOC-1')).toMatchObject({ ok: true, replayed: false })
    expect(await send(flag, 'DOC-2')).toEqual(refused(404, 'case-not-found'))

    const again = anEntry(personId)
    const first = await send(again, 'DOC-1', 'key-of-the-entry')
    expect(await send(again, 'DOC-1', 'key-of-the-entry')).toEqual({ ...first, replayed: true })
    expect(await send({ ...again, name: 'other' }, 'DOC-1', 'key-of-the-entry')).toEqual(
      refused(409, 'idempotency-key-reused'),
    )
    expect(await send(again, 'DOC-1')).toEqual(refused(409, 'already-held'))
    expect(await send({ ...again, name: 'other' }, 'DOC-1')).toEqual(refused(409, 'version-conflict'))
    expect(await send({ ...again, version: 2, name: 'other' }, 'DOC-1')).toMatchObject({
      ok: true,
      value: { version: 2 },
    })
    expect(await send({ ...again, version: 3, localDate: 'yesterday' }, 'DOC-1')).toEqual(refused(422, 'invalid-body'))
    expect(await send(again, 'DOC-1', 'short')).toEqual(refused(400, 'invalid-request'))

    const path = { caseRef: 'DOC-1' }
    const pages = await Promise.all([
      client.http.GET('/cases/{caseRef}/measure-administrations', { params: { path } }),
      client.http.GET('/cases/{caseRef}/self-help-entries', { params: { path, query: { limit: 2 } } }),
      client.http.GET('/cases/{caseRef}/goals', { params: { path } }),
      client.http.GET('/cases/{caseRef}/session-records', { params: { path } }),
      client.http.GET('/cases/{caseRef}/closures', { params: { path } }),
      client.http.GET('/cases/{caseRef}/risk-flags', { params: { path } }),
      client.http.GET('/cases/{caseRef}/risk-flags/{flagId}/events', {
        params: { path: { ...path, flagId: flag.flagId } },
      }),
    ])
    expect(pages.map((p) => p.data?.items.length)).toEqual([3, 2, 2, 2, 2, 2, 3])
    const next = pages[1].data?.next
    const rest = await client.http.GET('/cases/{caseRef}/self-help-entries', {
      params: { path, query: { after: next } },
    })
    expect(rest.data?.items.map((i) => [i.body.entryId, i.body.version])).toEqual([
      [again.entryId, 1],
      [again.entryId, 2],
    ])

    const ledger = await client.ledger('DOC-1')
    expect(ledger).toMatchObject({ ok: true })
    expect(ledger.ok && ledger.value.length).toBe(EVERY_EVENT.length + 2)
    expect(await client.heldUnder('DOC-1', 'key-of-the-entry')).toMatchObject({
      ok: true,
      value: { id: again.entryId, version: 1 },
    })
    expect(await client.heldUnder('DOC-1', 'no-such-key')).toMatchObject({ ok: true, value: undefined })

    const plans = await client.http.GET('/cases/{caseRef}/self-help-entries', {
      params: { path, query: { recordType: 'review' } },
    })
    expect(plans.data?.items).toEqual([])

    const stranger = createCaseRecordClient({ url: scene.record.url, token: 'wrong', fetch: watch.fetch })
    expect(await stranger.getCase('DOC-1')).toEqual(refused(401, 'not-authorised'))
    expect(await stranger.health()).toMatchObject({ ok: true })

    expect(watch.faults).toEqual([])
    const operationsSeen = new Set([...watch.seen].map((s) => s.split(' ')[0]))
    expect([...operationsSeen].sort()).toEqual([...watch.operationIds].sort())
  })

  test('tells by its ETag whether a case has changed, and refuses a change of what somebody else has changed', async () => {
    const path = { caseRef: 'ETAG-1' }
    const put = (ifMatch?: string) =>
      client.http.PUT('/cases/{caseRef}', {
        params: {
          path,
          header: { 'Idempotency-Key': newId(), ...(ifMatch === undefined ? {} : { 'If-Match': ifMatch }) },
        },
        body: details,
      })
    expect((await put('"1"')).response.status).toBe(412)
    const made = await put()
    const etag = made.response.headers.get('etag')!
    const same = await client.http.GET('/cases/{caseRef}', { params: { path, header: { 'If-None-Match': etag } } })
    expect(same.response.status).toBe(304)
    expect((await put(etag)).response.status).toBe(200)
    expect((await put(etag)).error).toMatchObject({ code: 'case-changed' })
    const changed = await client.http.GET('/cases/{caseRef}', { params: { path, header: { 'If-None-Match': etag } } })
    expect([changed.response.status, changed.data?.version]).toEqual([200, 2])
    expect(watch.faults).toEqual([])
  })

  test('an amended entry is a new version, and the first stays as it was', async () => {
    await client.putCase('AMEND-1', details, newId())
    const first = aMeasure(personId)
    const answers = first.answers.map((a) => (a.item === '2' ? { item: '2', state: 'given' as const, answer: 3 } : a))
    await send(first, 'AMEND-1')
    expect(await send({ ...first, version: 2, answers }, 'AMEND-1')).toMatchObject({ ok: true })
    const held = await client.http.GET('/cases/{caseRef}/measure-administrations', {
      params: { path: { caseRef: 'AMEND-1' } },
    })
    expect(held.data?.items.map(({ body }) => [body.version, body.answers[1]])).toEqual([
      [1, { item: '2', state: 'declined' }],
      [2, { item: '2', state: 'given', answer: 3 }],
    ])
  })

  test('holds a thing once when the same request comes many times at once', async () => {
    await client.putCase('ONCE-1', details, newId())
    const event = aMeasure(personId)
    const answers = await Promise.all(Array.from({ length: 12 }, () => send(event, 'ONCE-1', 'one-key-for-all')))
    expect(answers.every((a) => a.ok)).toBe(true)
    expect(answers.filter((a) => a.ok && !a.replayed)).toHaveLength(1)
    const ledger = await client.ledger('ONCE-1')
    expect(ledger.ok && ledger.value.map((l) => l.id)).toEqual([event.entryId])
  })

  test('answers rubbish with a problem that repeats none of it', async () => {
    const headers = {
      authorization: `Bearer ${TOKEN}`,
      'idempotency-key': 'rubbish-key',
      'content-type': 'application/json',
    }
    const url = `${scene.record.url}/cases/DOC-1/self-help-entries`
    const tell = async (init: RequestInit, to = url) => {
      const response = await fetch(to, { headers, ...init })
      const text = await response.text()
      expect(text).not.toContain('secret')
      expect(response.headers.get('content-type')).toBe('application/problem+json')
      return [response.status, (JSON.parse(text) as { code: string }).code]
    }
    expect(await tell({ method: 'POST', body: '{"secret' })).toEqual([400, 'invalid-request'])
    expect(await tell({ method: 'POST', body: '{"secret":"secret"}' })).toEqual([422, 'invalid-body'])
    expect(await tell({ method: 'POST', body: JSON.stringify({ secret: 'x'.repeat(2_000_000) }) })).toEqual([
      413,
      'too-large',
    ])
    expect(
      await tell({ method: 'POST', body: 'secret', headers: { ...headers, 'content-type': 'text/plain' } }),
    ).toEqual([415, 'not-json'])
    expect(await tell({ method: 'DELETE' })).toEqual([405, 'method-not-allowed'])
    expect(await tell({}, `${scene.record.url}/secret`)).toEqual([404, 'path-not-found'])
  })
})
