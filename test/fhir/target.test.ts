import { createFhirClient } from '../../src/case-record/fhir/client.ts'
import { fhirCases } from '../../src/case-record/recordCases.ts'
import { fixedToken } from '../../src/case-record/token.ts'
import { attemptDelivery } from '../../src/outbox/attempt.ts'
import { fhirTarget } from '../../src/outbox/targets/fhirTarget.ts'
import { keyOf, type Thing } from '../../src/outbox/targets/target.ts'
import type { RecordEvent } from '../../src/record/events.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { newId } from '../../src/shared/ids.ts'
import { aFlag, aFlagEvent, aMeasure, anEntry, everyEvent } from '../outbox/events.ts'
import { startFhirRecord } from './fhirRecord.ts'

const caseSystem = 'urn:between-sessions:case'
let record: Awaited<ReturnType<typeof startFhirRecord>>
beforeAll(async () => {
  record = await startFhirRecord({ token: 'right' })
  record.store.addCase('F-1')
})
afterAll(() => record.close())

const clientWith = (token: string) => createFhirClient({ url: record.url, token: fixedToken(token), timeoutMs: 30_000 })
const targetWith = (token = 'right') =>
  fhirTarget({ client: clientWith(token), caseSystem, terms: new Map(), clock: systemClock })
const attempt = (event: RecordEvent, caseRef = 'F-1', target = targetWith()) =>
  attemptDelivery(target, { id: newId(), caseId: newId(), caseRef, idempotencyKey: newId(), event, attempt: 1 })
const thingOf = (event: RecordEvent): Thing => {
  const { kind, id, version, digest } = targetWith().prepare(event)
  return { kind, id, version, digest, event }
}
const holdings = async (events: RecordEvent[]) => {
  const answer = await targetWith().holdings('F-1', events.map(thingOf))
  if (!answer.ok) throw new Error(answer.code)
  return answer.value
}

test('every event is taken as valid R4, sent twice it is there once, and read back it says the same', async () => {
  const events = everyEvent(newId())
  for (const event of events) expect(await attempt(event)).toMatchObject({ state: 'delivered' })
  const kept = record.store.resources.length
  for (const event of events) expect(await attempt(event)).toMatchObject({ state: 'delivered' })
  expect(record.store.resources.length).toBe(kept)
  expect(record.store.faults).toEqual([])

  const { held, doubled } = await holdings(events)
  expect(doubled).toEqual([])
  expect([...held.values()].map((h) => h.same)).toEqual(events.map(() => true))
  const order = events.map((event) => held.get(keyOf(thingOf(event)))!.sequence)
  expect(order).toEqual([...order].sort((a, b) => a - b))
  // Inside the record everything points at what is there.
  const all = JSON.stringify(record.store.resources)
  expect(all).not.toContain('urn:uuid:')
  for (const one of record.store.resources.filter((r) => r.resourceType === 'Observation'))
    expect(record.store.resources.map((r) => `${r.resourceType}/${r.id}`)).toContain(one.derivedFrom[0].reference)
})

test('an answer changed after sending is a new version, and the first stays as it was', async () => {
  const first = aMeasure(newId())
  const second = { ...first, version: 2, answers: [{ item: '1', state: 'given' as const, answer: 3 }] }
  await attempt(first)
  await attempt(second)
  const forms = record.store.resources.filter(
    (r) => r.resourceType === 'QuestionnaireResponse' && String(r.identifier.value).startsWith(first.entryId),
  )
  expect(forms.map((f) => [f.status, f.item[0].answer[0].valueInteger])).toEqual([
    ['completed', 0],
    ['amended', 3],
  ])
  expect((await holdings([first, second])).held.size).toBe(2)
})

test('a flag that a human has ended stays ended, whatever comes late', async () => {
  const flag = aFlag(newId())
  const [raised, released] = (['raised', 'released'] as const).map((kind) => aFlagEvent(flag.flagId, { kind }))
  for (const event of [flag, raised!, released!, raised!, flag]) await attempt(event)
  const mine = record.store.find(
    'Flag',
    new URLSearchParams({ identifier: `urn:between-sessions:risk-flag|${flag.flagId}` }),
  )
  expect(mine.map((f) => f.status)).toEqual(['inactive'])
  const { held } = await holdings([flag, raised!, released!])
  expect([...held.values()].every((h) => h.same)).toBe(true)
})

test('what the record changed, lost or has twice is found when it is read back', async () => {
  const events = [anEntry(newId()), anEntry(newId()), anEntry(newId())]
  for (const event of events) await attempt(event)
  const stored = (n: number) => record.store.resources.find((r) => r.identifier?.value === `${events[n]!.entryId}/1`)!
  stored(0).item = []
  stored(1).identifier = { system: 'elsewhere', value: 'x' }
  record.store.keep(structuredClone(stored(2)))
  const { held, doubled } = await holdings(events)
  expect(held.get(keyOf(thingOf(events[0]!)))).toMatchObject({ same: false })
  expect(held.has(keyOf(thingOf(events[1]!)))).toBe(false)
  expect(doubled).toEqual([keyOf(thingOf(events[2]!))])
})

test('a case that is not there and an invalid thing are parked; not being let in and a server that is down are not', async () => {
  const event = anEntry(newId())
  expect(await attempt(event, 'nowhere')).toEqual({ state: 'parked', problem: 'refused:404:case-not-found' })
  expect(await attempt(event, 'F-1', targetWith('wrong'))).toMatchObject({
    state: 'again',
    problem: 'refused:401:login',
  })
  expect(await attempt({ ...event, occurredAt: 'yesterday' })).toMatchObject({
    state: 'parked',
    problem: 'refused:422:invariant',
  })
  record.store.faults.length = 0
  const nobody = createFhirClient({ url: 'http://127.0.0.1:9', token: fixedToken('x') })
  const target = fhirTarget({ client: nobody, caseSystem, terms: new Map(), clock: systemClock })
  expect(await attempt(event, 'F-1', target)).toMatchObject({ state: 'again', reached: 'no' })
  const conflict = createFhirClient({
    url: record.url,
    token: fixedToken('right'),
    fetch: (request) =>
      request.method === 'POST' ? Promise.resolve(new Response('{}', { status: 409 })) : fetch(request),
  })
  const contended = fhirTarget({ client: conflict, caseSystem, terms: new Map(), clock: systemClock })
  expect(await attempt(event, 'F-1', contended)).toMatchObject({ state: 'again' })
  await attempt(event)
  expect(await attempt(event, 'F-1', contended)).toMatchObject({ state: 'delivered' })
})

test.each([
  ['a page of a proxy', '<html>'],
  ['an answer for fewer parts than were sent', '{"resourceType":"Bundle","type":"transaction-response","entry":[]}'],
  [
    'a part that failed',
    '{"resourceType":"Bundle","type":"transaction-response","entry":[{"response":{"status":"422"}}]}',
  ],
])('%s never passes for "it is held"', async (_, body) => {
  const client = createFhirClient({
    url: record.url,
    token: fixedToken('right'),
    fetch: (request) =>
      request.method === 'POST' ? Promise.resolve(new Response(body, { status: 200 })) : fetch(request),
  })
  const target = fhirTarget({ client, caseSystem, terms: new Map(), clock: systemClock })
  expect(await attempt(anEntry(newId()), 'F-1', target)).toMatchObject({ state: 'again', problem: 'no-answer:garbage' })
})

test('the token never follows a page to another host', async () => {
  const link = [{ relation: 'next', url: 'http://elsewhere.example/EpisodeOfCare' }]
  const asked: string[] = []
  const client = createFhirClient({
    url: 'http://record.example/fhir',
    token: fixedToken('right'),
    fetch: async (request) => {
      asked.push(request.url)
      return new Response(JSON.stringify({ resourceType: 'Bundle', type: 'searchset', link }), { status: 200 })
    },
  })
  expect(await client.search('EpisodeOfCare', { identifier: 'a|b' })).toMatchObject({ ok: false, code: 'garbage' })
  expect(asked).toHaveLength(1)
})

test('cases are looked up, and made only where this is allowed', async () => {
  const cases = fhirCases(clientWith('right'), caseSystem, false)
  expect(await cases.isThere('F-1')).toMatchObject({ ok: true, value: true })
  expect(await cases.isThere('F-2')).toMatchObject({ ok: true, value: false })
  const details = { state: 'open' as const, practitioner: 'Sam Taylor' }
  expect(await cases.make('F-2', details, newId())).toMatchObject({ ok: false, status: 403 })
  const development = fhirCases(clientWith('right'), caseSystem, true)
  for (let n = 0; n < 2; n++) expect(await development.make('F-2', details, newId())).toMatchObject({ ok: true })
  expect(await cases.isThere('F-2')).toMatchObject({ ok: true, value: true })
  expect(record.store.faults).toEqual([])
})
