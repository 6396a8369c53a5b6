import { createCaseRecordClient } from '../../src/case-record/client.ts'
import { digestOf } from '../../src/case-record/digest.ts'
import { attemptDelivery } from '../../src/outbox/attempt.ts'
import { openApiTarget } from '../../src/outbox/targets/openApiTarget.ts'
import { deliveryOf } from '../../src/outbox/deliveries/index.ts'
import { newId } from '../../src/shared/ids.ts'
import { anEntry } from './events.ts'

const event = anEntry(newId())
const delivery = deliveryOf(event)
const line = {
  sequence: 7,
  kind: delivery.kind,
  id: delivery.id,
  version: 1,
  idempotencyKey: 'other-key',
  digest: digestOf(delivery.body),
  receivedAt: '2026-03-29T16:15:01.000Z',
}
const json = (status: number, body: unknown) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })

const attempt = (answer: Response, options: { ledger?: Response; attempt?: number } = {}) =>
  attemptDelivery(
    openApiTarget(
      createCaseRecordClient({
        url: 'http://record.test',
        token: 't',
        fetch: async (request) => (request.method === 'POST' ? answer : (options.ledger ?? json(500, {}))),
      }),
    ),
    { id: newId(), caseId: newId(), caseRef: 'A', idempotencyKey: 'the-key', event, attempt: options.attempt ?? 1 },
  )

test.each([500, 502, 503, 408, 425, 429, 401, 403])('%d passes: it is tried again however often', async (status) => {
  expect(await attempt(json(status, { code: 'x' }), { attempt: 1000 })).toMatchObject({ state: 'again' })
})

test.each([
  [400, 'invalid-request'],
  [404, 'case-not-found'],
  [404, 'flag-not-found'],
  [413, 'too-large'],
  [422, 'invalid-body'],
])('%d %s in the words of the contract is final: parked at the first try', async (status, code) => {
  expect(await attempt(json(status, { code }))).toEqual({ state: 'parked', problem: `refused:${status}:${code}` })
})

test.each([400, 404, 410, 422])(
  '%d in other words may come from something in between: tried eight times, then parked',
  async (status) => {
    const answer = () => new Response('<html>', { status })
    expect(await attempt(answer(), { attempt: 7 })).toMatchObject({ state: 'again' })
    expect(await attempt(answer(), { attempt: 8 })).toEqual({
      state: 'parked',
      problem: `refused:${status}:http-${status}`,
    })
  },
)

describe('a conflict', () => {
  const ledger = (...items: object[]) => json(200, { items })

  test('is delivered when the record holds this very thing, under whatever key', async () => {
    expect(await attempt(json(409, { code: 'already-held' }), { ledger: ledger(line) })).toMatchObject({
      state: 'delivered',
      receipt: { sequence: 7 },
    })
  })
  test('is parked when the record holds something else in its place', async () => {
    const other = { ...line, digest: digestOf({ other: true }) }
    expect(await attempt(json(409, { code: 'http' }), { ledger: ledger(other) })).toMatchObject({ state: 'parked' })
  })
  test('is parked when the key belongs to another request', async () => {
    const answer = json(409, { code: 'idempotency-key-reused' })
    expect(await attempt(answer, { ledger: ledger() })).toEqual({
      state: 'parked',
      problem: 'refused:409:idempotency-key-reused',
    })
  })
  test('is tried again when the record cannot be asked, holds nothing, or is still at it', async () => {
    expect(await attempt(json(409, { code: 'already-held' }))).toMatchObject({ state: 'again' })
    expect(await attempt(new Response('x', { status: 409 }), { ledger: ledger() })).toMatchObject({ state: 'again' })
    expect(await attempt(json(409, { code: 'request-in-progress' }))).toMatchObject({ state: 'again' })
  })
})

test('a receipt for something else is no receipt', async () => {
  const receipt = { kind: delivery.kind, id: newId(), version: 1, sequence: 1, receivedAt: line.receivedAt }
  expect(await attempt(json(201, receipt))).toEqual({ state: 'again', problem: 'no-answer:garbage', reached: 'no' })
  expect(await attempt(json(201, { ...receipt, id: delivery.id }))).toMatchObject({ state: 'delivered' })
})
