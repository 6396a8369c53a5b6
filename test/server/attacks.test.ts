import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import http from 'node:http'
import { WebSocket } from 'ws'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import type { Database } from '../../src/database/database.ts'
import { addPerson, clientId, joinedBrowser, startServer } from './world.ts'

type World = Awaited<ReturnType<typeof startServer>>

describe.each(ENGINES)('whoever wants to get round the doors, on %s', (engine) => {
  let database: Database
  let world: World
  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = await startServer(database, { lookEveryMs: 60_000 })
  })
  afterAll(async () => {
    await world.close()
    await database.close()
  })

  const joined = async () => joinedBrowser(database, world.url, await addPerson(database))
  const post = (token: string, conversationId: string, body: object | string) =>
    fetch(`${world.url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })
  const heardFrom = (conversationId: string) =>
    world.receive.received
      .filter((inbound) => inbound.conversationId === conversationId)
      .map(({ content }) => ('text' in content ? content.text : content.type))

  it('other words under a client id that was used before are another message', async () => {
    const { token, conversationId } = await joined()
    const id = clientId()
    const say = (text: string, value?: unknown) =>
      post(token, conversationId, { type: 'message', text, value, channelData: { clientActivityID: id } })
    const first = (await (await say('hello')).json()) as { id: string }
    const again = (await (await say('hello')).json()) as { id: string }
    const other = (await (await say('something else')).json()) as { id: string }
    const valued = (await (await say('hello', { command: 'help' })).json()) as { id: string }
    expect(again.id).toBe(first.id)
    expect(new Set([first.id, other.id, valued.id]).size).toBe(3)
    const { rows } = await database.query<{ text: string }>(
      `select body->>'text' as text from activities where conversation_id = $1 and direction = 'in' and body->>'type' = 'message'`,
      [conversationId],
    )
    expect(rows.map((row) => row.text)).toEqual(['hello', 'something else', 'hello'])
  })

  it.each([
    { type: 'event', name: 'opened' },
    { type: 'event', name: 'anything' },
    { type: 'typing' },
    { type: 'endOfConversation' },
    { type: 'invoke', name: 'x' },
  ])('words are heard as a message whatever they come in: %j', async (activity) => {
    const { token, conversationId } = await joined()
    await post(token, conversationId, { ...activity, text: 'words that somebody wrote' })
    expect(heardFrom(conversationId)).toContain('words that somebody wrote')
  })

  it.each([
    { attachments: Array.from({ length: 60 }, (_, i) => ({ name: `photo ${i}.jpg`, contentType: 'image/jpeg' })) },
    { attachments: [{ name: null, contentType: 'x'.repeat(1000) }] },
    { attachments: ['photo'] },
    { attachments: 'photo' },
    { channelData: { clientActivityID: 'x'.repeat(1000) } },
    { channelData: { clientActivityID: 7 } },
    { channelData: 'x' },
    { name: 7 },
  ])('words are heard whatever stands beside them: %j', async (beside) => {
    const { token, conversationId } = await joined()
    const answered = await post(token, conversationId, {
      type: 'message',
      text: 'words that somebody wrote',
      ...beside,
    })
    expect(answered.status).toBe(200)
    expect(heardFrom(conversationId)).toContain('words that somebody wrote')
  })

  it('a stream opens for nobody once its device has locked', async () => {
    const { token, conversationId, tab } = await joined()
    const started = (await (
      await fetch(`${world.url}/v3/directline/conversations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      })
    ).json()) as { streamUrl: string }
    await tab.call('POST', '/chat/api/lock')
    const outcome = await new Promise<string>((resolve) => {
      const socket = new WebSocket(started.streamUrl)
      socket.on('message', (data) => {
        resolve(`sent ${(data as Buffer).length} bytes`)
        socket.terminate()
      })
      socket.on('unexpected-response', (_, response) => {
        resolve(String(response.statusCode))
        socket.terminate()
      })
      socket.on('error', () => undefined)
    })
    expect(outcome).toBe('403')
    expect(conversationId).toBeTruthy()
  })

  it('a body without a length is not read further than any other', async () => {
    const { token, conversationId } = await joined()
    const status = await new Promise<number | string>((resolve) => {
      const request = http.request(
        `${world.url}/v3/directline/conversations/${conversationId}/activities`,
        {
          method: 'POST',
          headers: {
            authorization: `Bearer ${token}`,
            'content-type': 'application/json',
            'transfer-encoding': 'chunked',
          },
        },
        (response) => {
          response.resume()
          resolve(response.statusCode ?? 0)
        },
      )
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'error'))
      request.write('{"type":"message","text":"')
      for (let i = 0; i < 40; i++) request.write('x'.repeat(10_000))
      request.end('"}')
    })
    expect(status).toBe(413)
  })

  it('JSON as deep as it fits is answered, and the next message too', async () => {
    const { token, conversationId } = await joined()
    const deep = `{"type":"message","text":"deep","value":${'['.repeat(45_000)}${']'.repeat(45_000)}}`
    const answered = await post(token, conversationId, deep)
    expect([200, 400]).toContain(answered.status)
    expect((await post(token, conversationId, { type: 'message', text: 'still there' })).status).toBe(200)
  })

  it.each([
    '/v3/directline/conversations/%E0%A4%A/activities',
    '/chat/%c0%ae%c0%ae/package.json',
    '/chat/../package.json',
    '/chat/..%2f..%2fpackage.json',
    '//evil.example/',
    '/staff/api/%',
    '/?a=%E0%A4%A',
    '/chat/api/me?__proto__[x]=1',
  ])('an address that makes no sense is refused and harms nobody: %s', async (path) => {
    const { hostname, port } = new URL(world.url)
    const { status, location } = await new Promise<{ status: number; location: string }>((resolve, reject) => {
      http
        .get({ hostname, port, path }, (response) => {
          response.resume()
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' })
        })
        .on('error', reject)
    })
    expect(status).toBeLessThan(500)
    expect(status).not.toBe(200)
    expect(location).not.toContain('evil')
    expect((await fetch(`${world.url}/healthz`)).status).toBe(200)
  })

  it.each(['{"type":"message","text":"my secret word', '[]', 'null', '"text"', '{"__proto__":{"type":"message"}}', ''])(
    'a body that is no activity is refused without a word of it: %s',
    async (body) => {
      const { token, conversationId } = await joined()
      const answered = await post(token, conversationId, body)
      expect(answered.status).toBe(400)
      expect(await answered.text()).not.toContain('secret')
    },
  )
})
