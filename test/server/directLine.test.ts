import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { createRequire } from 'node:module'
import type * as ClientModule from 'botframework-directlinejs'
import type { DirectLine as Client } from 'botframework-directlinejs'
import type { Activity } from 'botframework-directlinejs'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import type { Database } from '../../src/database/database.ts'
import { BrowserRequest } from './xmlHttpRequest.ts'
import { addPerson, clientId, joinedBrowser, startServer } from './world.ts'

type World = Awaited<ReturnType<typeof startServer>>
Object.assign(globalThis, { XMLHttpRequest: BrowserRequest })
const { DirectLine, ConnectionStatus } = createRequire(import.meta.url)(
  'botframework-directlinejs',
) as typeof ClientModule

/** Waits until something holds, or fails with what was there. */
async function until<T>(read: () => T, holds: (value: T) => boolean, ms = 30_000): Promise<T> {
  const end = Date.now() + ms
  for (;;) {
    const value = read()
    if (holds(value)) return value
    if (Date.now() > end) throw new Error(`Waited in vain. Last: ${JSON.stringify(value)}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe.each(ENGINES)('Direct Line with the unmodified client on %s', (engine) => {
  let database: Database
  let world: World
  const clients: Client[] = []

  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = await startServer(database, { lookEveryMs: 200 })
  })
  afterEach(() => {
    for (const client of clients.splice(0)) client.end()
  })
  afterAll(async () => {
    await world.close()
    await database.close()
  })

  function connect(options: {
    token: string
    webSocket?: boolean
    watermark?: string
    conversationId?: string
    url?: string
  }) {
    const client = new DirectLine({
      domain: `${options.url ?? world.url}/v3/directline`,
      pollingInterval: 200,
      ...options,
      webSocket: options.webSocket ?? true,
    })
    clients.push(client)
    const seen: Activity[] = []
    const states: number[] = []
    client.activity$.subscribe({ next: (activity) => seen.push(activity), error: () => undefined })
    client.connectionStatus$.subscribe((state) => states.push(state))
    return { client, seen, states, texts: () => seen.map((activity) => (activity as { text?: string }).text) }
  }

  const say = (client: Client, text: string, id = clientId()) =>
    new Promise<string>((resolve, reject) => {
      client
        .postActivity({
          type: 'message',
          from: { id: 'whoever-i-say-i-am' },
          text,
          channelData: { clientActivityID: id },
        })
        .subscribe(resolve, reject)
    })

  const joined = async () => joinedBrowser(database, world.url, await addPerson(database))

  it('greets in a new conversation, takes a message and pushes the echo and the reply in order', async () => {
    const { token, personId } = await joined()
    const page = connect({ token })
    await until(page.texts, (texts) => texts.includes('Hello'))
    const id = clientId()
    const activityId = await say(page.client, 'hi there', id)
    await until(page.texts, (texts) => texts.includes('You said hi there'))
    const echo = page.seen.find((activity) => activity.id === activityId)
    expect(echo).toMatchObject({
      text: 'hi there',
      from: { id: personId, role: 'user' },
      channelData: { clientActivityID: id },
    })
    expect(page.texts().filter((text) => text !== undefined)).toEqual(['Hello', 'hi there', 'You said hi there'])
    expect(page.states).toContain(ConnectionStatus.Online)
  })

  it('works by polling', async () => {
    const { token } = await joined()
    const page = connect({ token, webSocket: false })
    await say(page.client, 'two polls')
    expect((await until(page.texts, (texts) => texts.includes('And more'))).filter(Boolean)).toEqual([
      'Hello',
      'two polls',
      'You said two polls',
      'And more',
    ])
  })

  it('shows the whole conversation after a reload, and on a second device of the same person', async () => {
    const { token, tab } = await joined()
    const first = connect({ token })
    await say(first.client, 'before the reload')
    await until(first.texts, (texts) => texts.includes('You said before the reload'))
    first.client.end()
    const again = (await tab.call('POST', '/v3/directline/tokens/generate')).body as { token: string }
    const second = connect({ token: again.token })
    expect((await until(second.texts, (texts) => texts.length >= 4)).filter(Boolean)).toEqual([
      'Hello',
      'before the reload',
      'You said before the reload',
    ])
  })

  it('gives a client that comes back with its watermark only what it has missed', async () => {
    const { token, conversationId } = await joined()
    const auth = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
    const post = (text: string) =>
      fetch(`${world.url}/v3/directline/conversations/${conversationId}/activities`, {
        method: 'POST',
        headers: auth,
        body: JSON.stringify({ type: 'message', text, from: { id: 'x' } }),
      })
    await post('first')
    const before = (await (
      await fetch(`${world.url}/v3/directline/conversations/${conversationId}/activities`, { headers: auth })
    ).json()) as { watermark: string }
    await post('second')
    const page = connect({ token, conversationId, watermark: before.watermark })
    expect(await until(page.texts, (texts) => texts.length >= 2)).toEqual(['second', 'You said second'])
  })

  it('takes a message sent again under the same client id once, and answers with the same id', async () => {
    const { token } = await joined()
    const page = connect({ token })
    const id = clientId()
    const ids = await Promise.all([say(page.client, 'only once', id), say(page.client, 'only once', id)])
    ids.push(await say(page.client, 'only once', id))
    await until(page.texts, (texts) => texts.includes('You said only once'))
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(new Set(ids).size).toBe(1)
    expect(page.texts().filter((text) => text === 'You said only once')).toHaveLength(1)
  })

  it('never shows an activity twice or out of order while many are sent at once', async () => {
    const { token } = await joined()
    const page = connect({ token })
    await until(page.texts, (texts) => texts.includes('Hello'))
    await Promise.all(Array.from({ length: 20 }, (_, i) => say(page.client, `number ${i}`)))
    await until(page.texts, (texts) => texts.filter((text) => text?.startsWith('You said number')).length === 20)
    const ids = page.seen.map((activity) => activity.id)
    expect(new Set(ids).size).toBe(ids.length)
    const { rows } = await database.query<{ id: string }>(
      `select a.id from activities a join conversations c on c.id = a.conversation_id where a.id = any($1) order by seq`,
      [ids],
    )
    expect(ids).toEqual(rows.map((row) => row.id))
  })

  it('finds what was announced to nobody, by looking now and then', async () => {
    const { token, conversationId } = await joined()
    const page = connect({ token })
    await until(page.texts, (texts) => texts.includes('Hello'))
    await database.query(
      `with n as (update conversations set last_seq = last_seq + 1 where id = $1 returning last_seq)
       insert into activities (conversation_id, seq, id, direction, body, created_at)
       select $1, last_seq, gen_random_uuid()::text, 'out', '{"type":"message","text":"seen by Dani"}', now() from n`,
      [conversationId],
    )
    await until(page.texts, (texts) => texts.includes('seen by Dani'), 3000)
  })

  it('reaches a client on another process', async () => {
    const other = await startServer(database, { lookEveryMs: engine === 'postgres' ? 60_000 : 200 })
    try {
      const { token } = await joined()
      const here = connect({ token })
      const there = connect({ token, url: other.url })
      await until(there.texts, (texts) => texts.includes('Hello'))
      await say(here.client, 'from here')
      await until(there.texts, (texts) => texts.includes('You said from here'))
    } finally {
      for (const client of clients.splice(0)) client.end()
      await other.close()
    }
  })

  it('refuses the conversation of another person with 403', async () => {
    const mine = await joined()
    const theirs = await joined()
    for (const [method, address] of [
      ['POST', 'activities'],
      ['GET', 'activities'],
      ['GET', ''],
    ]) {
      const response = await fetch(
        `${world.url}/v3/directline/conversations/${theirs.conversationId}${address === '' ? '' : `/${address}`}`,
        {
          method,
          headers: { authorization: `Bearer ${mine.token}`, 'content-type': 'application/json' },
          body:
            method === 'POST'
              ? JSON.stringify({ type: 'message', text: 'not mine', from: { id: theirs.personId } })
              : undefined,
        },
      )
      expect([method, address, response.status]).toEqual([method, address, 403])
    }
    expect(
      world.receive.received.some((inbound) => 'text' in inbound.content && inbound.content.text === 'not mine'),
    ).toBe(false)
  })

  it('refuses a stream without its short-lived token, with a chat token, or of another conversation', async () => {
    const mine = await joined()
    const theirs = await joined()
    const started = (await (
      await fetch(`${world.url}/v3/directline/conversations`, {
        method: 'POST',
        headers: { authorization: `Bearer ${mine.token}` },
      })
    ).json()) as { streamUrl: string }
    const open = (address: string) =>
      new Promise<boolean>((resolve) => {
        const socket = new WebSocket(address)
        socket.onopen = () => {
          resolve(true)
          socket.close()
        }
        socket.onerror = () => resolve(false)
      })
    expect(await open(started.streamUrl)).toBe(true)
    expect(await open(started.streamUrl.split('?')[0]!)).toBe(false)
    expect(await open(`${started.streamUrl.split('?')[0]}?t=${mine.token}`)).toBe(false)
    expect(await open(started.streamUrl.replace(mine.conversationId, theirs.conversationId))).toBe(false)
  })

  it('refreshes a token, and exchanges one for another of the same conversation', async () => {
    const { token, conversationId } = await joined()
    for (const operation of ['refresh', 'generate']) {
      const response = await fetch(`${world.url}/v3/directline/tokens/${operation}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}` },
      })
      expect(response.status).toBe(200)
      expect(await response.json()).toMatchObject({ conversationId, expires_in: 1800, token: expect.any(String) })
    }
  })

  it('gives no token without a joined device', async () => {
    const response = await fetch(`${world.url}/v3/directline/tokens/generate`, { method: 'POST' })
    expect(response.status).toBe(401)
  })
})

describe('Direct Line and the passing of time', () => {
  let database: Database
  let world: World
  beforeAll(async () => {
    database = await freshDatabase('embedded')
  })
  afterEach(async () => world.close())
  afterAll(async () => database.close())

  const post = (url: string, conversationId: string, token: string) =>
    fetch(`${url}/v3/directline/conversations/${conversationId}/activities`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ type: 'message', text: 'still me', from: { id: 'x' } }),
    })

  it('refuses an expired token with 403', async () => {
    const clock = hand()
    world = await startServer(database, { clock })
    const { token, conversationId, tab } = await joinedBrowser(database, world.url, await addPerson(database))
    for (let minute = 0; minute < 32; minute += 4) {
      clock.advance(4 * 60_000)
      await tab.call('POST', '/chat/api/still-here')
    }
    expect((await tab.call('GET', '/chat/api/me')).body.door).toBe('open')
    expect((await post(world.url, conversationId, token)).status).toBe(403)
  })

  it('locks after five minutes without activity, and a message moves the lock away', async () => {
    const clock = hand()
    world = await startServer(database, { clock, lookEveryMs: 100 })
    const { token, conversationId, tab } = await joinedBrowser(database, world.url, await addPerson(database))
    clock.advance(4 * 60_000)
    expect((await post(world.url, conversationId, token)).status).toBe(200)
    clock.advance(4 * 60_000)
    expect((await post(world.url, conversationId, token)).status).toBe(200)
    clock.advance(5 * 60_000 + 1)
    expect((await post(world.url, conversationId, token)).status).toBe(403)
    expect((await tab.call('GET', '/chat/api/me')).body).toMatchObject({
      door: 'locked',
      person: null,
      practitioner: null,
    })
    expect((await tab.call('POST', '/v3/directline/tokens/generate')).status).toBe(423)
  })

  it('ends the stream of a device that is locked', async () => {
    world = await startServer(database, { lookEveryMs: 50 })
    const { token, tab } = await joinedBrowser(database, world.url, await addPerson(database))
    const started = await tab.call('POST', '/v3/directline/conversations', undefined, {
      authorization: `Bearer ${token}`,
    })
    const socket = new WebSocket(started.body.streamUrl)
    const closed = new Promise<number>((resolve) => {
      socket.onclose = (event) => resolve(event.code)
    })
    await new Promise((resolve) => {
      socket.onopen = resolve
    })
    await tab.call('POST', '/chat/api/lock')
    expect(await closed).toBe(4003)
  })
})

function hand() {
  let offset = 0
  return { now: () => new Date(Date.now() + offset), advance: (ms: number) => void (offset += ms) }
}
