import { createCaseRecordClient } from '../../src/case-record/client.ts'

const clientAnswering = (response: () => Response | Promise<Response>) =>
  createCaseRecordClient({ url: 'http://record.test/', token: 't', fetch: async () => response(), timeoutMs: 50 })

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

test.each<[string, () => Response, object]>([
  ['a page in place of JSON', () => new Response('<html>', { status: 200 }), { kind: 'no-answer', code: 'garbage' }],
  ['JSON of another shape', () => json(200, { fine: true }), { kind: 'no-answer', code: 'garbage' }],
  ['an empty answer', () => new Response(null, { status: 204 }), { kind: 'no-answer', code: 'garbage' }],
  ['a problem', () => json(422, { code: 'invalid-body' }), { kind: 'refused', status: 422, code: 'invalid-body' }],
  [
    'a problem whose code is prose',
    () => json(400, { code: 'She wrote: help' }),
    { kind: 'refused', status: 400, code: 'http-400' },
  ],
  [
    'a page that says no',
    () => new Response('no', { status: 503 }),
    { kind: 'refused', status: 503, code: 'http-503' },
  ],
  ['a wait in seconds', () => json(429, {}, { 'retry-after': '7' }), { status: 429, retryAfterMs: 7000 }],
  [
    'a wait until a time, by the record’s own clock',
    () => json(503, {}, { 'retry-after': 'Sun, 29 Mar 2026 10:00:30 GMT', date: 'Sun, 29 Mar 2026 10:00:00 GMT' }),
    { status: 503, retryAfterMs: 30_000 },
  ],
  [
    'a wait that makes no sense',
    () => json(503, {}, { 'retry-after': 'soon' }),
    { status: 503, retryAfterMs: undefined },
  ],
])('%s is told apart', async (_what, response, failure) => {
  expect(await clientAnswering(response).getCase('A')).toMatchObject({ ok: false, ...failure })
})

test('a record that cannot be reached is no answer', async () => {
  const client = clientAnswering(() => Promise.reject(new TypeError('fetch failed')))
  expect(await client.health()).toEqual({ ok: false, kind: 'no-answer', code: 'network' })
})

test('a record that does not answer in time is given up, also in the middle of its answer', async () => {
  const patient = createCaseRecordClient({
    url: 'http://record.test',
    token: 't',
    timeoutMs: 30,
    fetch: async (request) =>
      new Response(
        new ReadableStream({
          start(controller) {
            controller.enqueue(new TextEncoder().encode('{"status":'))
            request.signal.addEventListener('abort', () => controller.error(request.signal.reason))
          },
        }),
        { status: 200 },
      ),
  })
  expect(await patient.health()).toEqual({ ok: false, kind: 'no-answer', code: 'timeout' })
})

test('the token goes in the header, and the address may end in a slash', async () => {
  let sent: Request | undefined
  const client = createCaseRecordClient({
    url: 'http://record.test/base/',
    token: 'secret',
    fetch: async (request) => {
      sent = request
      return json(200, { cases: [] })
    },
  })
  expect(await client.findCases('A&B')).toMatchObject({ ok: true, value: [] })
  expect(sent?.url).toBe('http://record.test/base/cases?caseRef=A%26B')
  expect(sent?.headers.get('authorization')).toBe('Bearer secret')
  expect(sent?.redirect).toBe('error')
})
