import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { freshDatabase } from '../helpers/database.ts'
import type { Database } from '../../src/database/database.ts'
import { defineRoute, Problem, STAFF_ROLES } from '../../src/shared/route.ts'
import { createLogger } from '../../src/shared/logger.ts'
import { isLocalRequest } from '../../src/server/localRequest.ts'
import { requestAddress } from '../../src/server/requestAddress.ts'
import { browser, startServer } from './world.ts'

describe('the HTTP edge', () => {
  let database: Database
  let world: Awaited<ReturnType<typeof startServer>>
  const lines: string[] = []
  let ready = true

  beforeAll(async () => {
    database = await freshDatabase('embedded')
    const webFolder = await mkdtemp(path.join(tmpdir(), 'web-'))
    for (const page of ['chat', 'staff']) {
      await mkdir(path.join(webFolder, page, 'assets'), { recursive: true })
      await writeFile(
        path.join(webFolder, page, 'index.html'),
        `<meta name="csp-nonce" content="{{csp-nonce}}">${page}`,
      )
      await writeFile(path.join(webFolder, page, 'assets', 'main-Ab3dEf9h.js'), 'console.log(1)\n'.repeat(500))
    }
    await writeFile(path.join(webFolder, 'chat', 'sw.js'), 'self.x = 1')
    world = await startServer(database, {
      webFolder,
      https: true,
      triesPerMinute: 30,
      logger: createLogger('debug', { write: (line) => lines.push(line) }),
      ready: [
        { name: 'database', check: async () => ready },
        { name: 'broken', check: async () => { if (!ready) throw new Error('x'); return true } }, // prettier-ignore
      ],
      authenticateStaff: async (headers) =>
        headers.authorization === 'Bearer dani' ? { staffId: 's', displayName: 'Dani', roles: ['practitioner'] } : null,
      routes: [
        defineRoute({
          id: 'echoCase', method: 'put', path: '/staff/api/cases/{caseId}/echo', summary: 'for the test',
          access: { who: 'staff', roles: ['practitioner'] },
          params: z.object({ caseId: z.uuid() }), query: z.object({ page: z.coerce.number() }), body: z.object({ words: z.string().max(5) }),
          reply: z.unknown(),
          handle: async ({ params, query, body, caller }) => ({ status: 201, body: { params, query, body, caller }, headers: { etag: '"1"' } }),
        }),
        defineRoute({
          id: 'supervisors', method: 'get', path: '/staff/api/supervisors', summary: 'for the test',
          access: { who: 'staff', roles: STAFF_ROLES.filter((role) => role !== 'practitioner') }, reply: z.unknown(),
          handle: async () => ({ status: 200, body: {} }),
        }),
        defineRoute({
          id: 'breaks', method: 'get', path: '/staff/api/breaks', summary: 'for the test', access: { who: 'anyone' }, reply: z.unknown(),
          handle: async () => { throw new Error('a secret somebody wrote') },
        }),
        defineRoute({
          id: 'refuses', method: 'get', path: '/staff/api/refuses', summary: 'for the test', access: { who: 'anyone' }, reply: z.unknown(),
          handle: async () => { throw new Problem(409, 'stale', 'Somebody else was quicker.', { version: 3 }) },
        }),
      ],
    }) // prettier-ignore
  })
  afterAll(async () => {
    await world.close()
    await database.close()
  })

  const call = (...args: Parameters<ReturnType<typeof browser>['call']>) => browser(world.url).call(...args)
  const id = '0198a000-0000-7000-8000-000000000001'
  const dani = { authorization: 'Bearer dani' }

  it('gives a handler parsed input and its caller', async () => {
    const answer = await call('PUT', `/staff/api/cases/${id}/echo?page=2`, { words: 'hi' }, dani)
    expect([answer.status, answer.headers.get('etag'), answer.headers.get('cache-control')]).toEqual([
      201,
      '"1"',
      'no-store',
    ])
    expect(answer.body).toMatchObject({
      params: { caseId: id },
      query: { page: 2 },
      body: { words: 'hi' },
      caller: { staffId: 's' },
    })
  })

  it('lists every fault of a request at once, without the values', async () => {
    const answer = await call('PUT', '/staff/api/cases/7/echo?page=x', { words: 'far too long words' }, dani)
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(answer.body.faults.map((f: { place: string }) => f.place)).toEqual([
      'path.caseId',
      'query.page',
      'body.words',
    ])
    expect(JSON.stringify(answer.body)).not.toContain('far too long')
  })

  it('asks who is there before it looks at what was sent', async () => {
    expect((await call('PUT', '/staff/api/cases/7/echo', {})).status).toBe(401)
    expect((await call('GET', '/staff/api/supervisors', undefined, dani)).body).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
  })

  it('answers a refusal with its code, and a fault without a word of what went wrong', async () => {
    expect((await call('GET', '/staff/api/refuses')).body).toMatchObject({ status: 409, code: 'stale', version: 3 })
    const failed = await call('GET', '/staff/api/breaks')
    expect([failed.status, failed.body.code]).toEqual([500, 'failed'])
    expect(JSON.stringify(failed.body) + lines.join('')).not.toContain('secret somebody wrote')
    expect(lines.some((line) => line.includes('request-failed') && line.includes('"breaks"'))).toBe(true)
  })

  it.each([
    ['an address that is not there', 'GET', '/nowhere', 404],
    ['an API address that is not there', 'GET', '/chat/api/nothing', 404],
    ['the wrong method', 'DELETE', '/chat/api/help', 405],
  ])('refuses %s with a problem', async (_, method, address, status) => {
    const answer = await call(method, address)
    expect([answer.status, answer.headers.get('content-type'), answer.body.status]).toEqual([
      status,
      'application/problem+json',
      status,
    ])
  })

  it('refuses a body that is no JSON, too large, or compressed', async () => {
    const send = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${world.url}/chat/api/join`, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      })
    expect((await send('{"link":')).status).toBe(400)
    expect((await send(JSON.stringify({ link: 'x'.repeat(200_000) }))).status).toBe(413)
    expect((await send('{}', { 'content-encoding': 'gzip' })).status).toBe(415)
    const many = fetch(`${world.url}/chat/api/join`, {
      method: 'POST', headers: { 'content-type': 'application/json' }, duplex: 'half',
      body: new ReadableStream({ start(c) { for (let i = 0; i < 20; i++) c.enqueue(new TextEncoder().encode('x'.repeat(10_000))); c.close() } }),
    } as RequestInit) // prettier-ignore
    expect((await many).status).toBe(413)
  })

  it('sends security headers with everything, and a policy with its own nonce with every page', async () => {
    const api = await call('GET', '/chat/api/help')
    expect(api.headers.get('content-security-policy')).toBe(`default-src 'none'; frame-ancestors 'none'`)
    for (const [
      name,
      value,
    ] of [['x-content-type-options', 'nosniff'], ['referrer-policy', 'no-referrer'], ['strict-transport-security', 'max-age=31536000; includeSubDomains']]) // prettier-ignore
      expect(api.headers.get(name!)).toBe(value)
    const pages = await Promise.all([call('GET', '/chat/'), call('GET', '/chat/'), call('GET', '/staff/cases/7')])
    const nonces = pages.map((page) => /nonce-([^']+)'/.exec(page.headers.get('content-security-policy') ?? '')?.[1])
    expect(new Set(nonces).size).toBe(3)
    pages.forEach((page, i) => expect(page.body).toContain(`content="${nonces[i]}"`))
    expect(pages[0]?.headers.get('content-security-policy')).toContain(`frame-ancestors 'self'`)
    expect(pages[0]?.headers.get('content-security-policy')).not.toContain('teams')
    expect(pages[2]?.headers.get('content-security-policy')).toContain('https://teams.microsoft.com')
    expect(pages[0]?.headers.get('content-security-policy')).not.toContain('unsafe')
  })

  it('serves hashed files for ever and compressed, others to be asked for again', async () => {
    const asset = '/chat/assets/main-Ab3dEf9h.js'
    for (const encoding of ['br', 'gzip']) {
      const answer = await fetch(`${world.url}${asset}`, { headers: { 'accept-encoding': encoding } })
      expect([answer.headers.get('content-encoding'), answer.headers.get('cache-control')]).toEqual([
        encoding,
        'public, max-age=31536000, immutable',
      ])
      expect((await answer.text()).length).toBe(7500)
    }
    const worker = await call('GET', '/chat/sw.js')
    expect(worker.headers.get('cache-control')).toBe('no-cache')
    expect((await call('GET', '/chat/sw.js', undefined, { 'if-none-match': worker.headers.get('etag')! })).status).toBe(
      304,
    )
    expect((await call('GET', '/chat/../../package.json')).status).toBe(404)
    expect((await call('GET', '/chat/%2e%2e/%2e%2e/package.json')).status).toBe(404)
    expect((await call('GET', '/')).headers.get('location')).toBe('/chat/')
  })

  it('answers health always and readiness with what is failing', async () => {
    expect((await call('GET', '/healthz')).status).toBe(200)
    expect((await call('GET', '/readyz')).body).toEqual({ ready: true, failing: [] })
    ready = false
    const answer = await call('GET', '/readyz')
    expect([answer.status, answer.body]).toEqual([503, { ready: false, failing: ['database', 'broken'] }])
    ready = true
  })

  it('limits what one address may post', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, () => call('POST', '/chat/api/join', { link: 'x'.repeat(43), code: '123456' })),
    )
    const limited = answers.filter((answer) => answer.status === 429)
    expect(limited.length).toBeGreaterThan(5)
    expect(Number(limited[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  it('gives help with nobody signed in', async () => {
    expect((await call('GET', '/chat/api/help')).body).toMatchObject({
      botName: 'Pebble',
      helplines: [{ id: 'childline', number: '0800 1111' }],
    })
  })

  it('logs ids and codes only', () => {
    const keys = new Set(lines.flatMap((line) => Object.keys(JSON.parse(line) as object)))
    expect([...keys].filter((key) => !['level', 'time', 'event', 'route', 'method', 'status', 'requestId', 'durationMs', 'errorName', 'errorPlace', 'code'].includes(key))).toEqual([]) // prettier-ignore
    expect(lines.join('')).not.toContain(id)
  })

  it('finishes what is in hand when it closes, and takes nothing new', async () => {
    const reached = Promise.withResolvers<void>()
    const done = Promise.withResolvers<{ status: number; body: object }>()
    const other = await startServer(database, {
      routes: [
        defineRoute({
          id: 'slow', method: 'get', path: '/slow', summary: '', access: { who: 'anyone' }, reply: z.unknown(),
          handle: () => (reached.resolve(), done.promise),
        }),
      ],
    }) // prettier-ignore
    const slow = browser(other.url).call('GET', '/slow')
    await reached.promise
    const closed = other.close()
    done.resolve({ status: 200, body: { done: true } })
    expect((await slow).body).toEqual({ done: true })
    await closed
    await expect(fetch(`${other.url}/healthz`)).rejects.toThrow()
  })

  it('survives a client that hangs up in the middle', async () => {
    const socket = net.connect(world.port, '127.0.0.1')
    socket.write(
      'POST /chat/api/join HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 50\r\n\r\n{"link"',
    )
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    expect((await call('GET', '/healthz')).status).toBe(200)
  })
})

describe('where a request comes from', () => {
  const from = (remoteAddress: string, headers: Record<string, string> = {}) =>
    ({ headers, socket: { remoteAddress } }) as never

  it.each([
    ['127.0.0.1', { host: 'localhost:3978' }, true],
    ['::1', { host: '[::1]:3978' }, true],
    ['::ffff:127.0.0.1', { host: '127.0.0.1' }, true],
    ['127.0.0.1', { host: 'evil.example' }, false],
    ['127.0.0.1', { host: 'localhost.evil.example' }, false],
    ['127.0.0.1', { host: 'localhost', 'x-forwarded-for': '1.2.3.4' }, false],
    ['127.0.0.1', { host: 'localhost', forwarded: 'for=1.2.3.4' }, false],
    ['10.0.0.4', { host: 'localhost' }, false],
  ])('%s with %j is this machine: %s', (address, headers, local) => {
    expect(isLocalRequest(from(address, headers as never))).toBe(local)
  })

  it('believes the last forwarded address, and only behind a proxy of its own network', () => {
    expect(requestAddress(from('10.0.0.4', { 'x-forwarded-for': '9.9.9.9, 203.0.113.7' }))).toBe('203.0.113.7')
    expect(requestAddress(from('203.0.113.1', { 'x-forwarded-for': '9.9.9.9' }))).toBe('203.0.113.1')
  })
})
