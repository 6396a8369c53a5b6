import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { AddressInfo, Socket } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Activity, BotPart } from '../../src/web/chat/conversation/wire.ts'
import { answerWith } from '../helpers/answer.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
/** What the real server sends; the page must work under it. */
const CSP =
  "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; frame-ancestors 'none'"

/**
 * A small service that speaks Direct Line 3.0 and the chat page's API over real HTTP and WebSocket, with a bot that says
 * what a test tells it to. For tests of the page alone; the journeys run against the real server.
 */
export async function startFakeChatService(options: { pages: string; port?: number }) {
  const state = {
    door: 'none' as 'none' | 'set-pin' | 'locked' | 'open',
    pin: '',
    tries: 5,
    code: '123456',
    linkGone: false,
    personState: 'active',
    staffedNow: true,
    down: false,
    /** How the next posts are answered instead of being taken. */
    refusePosts: 0,
    pushKey: null as string | null,
    /** Where this device takes notices. */
    notices: null as unknown,
    settings: { textSize: 100, plain: false, quiet: { from: '20:00', until: '08:00' }, reminders: 'on' },
    activities: [] as Activity[],
    received: [] as Activity[],
    heard: (_activity: Activity): void => undefined,
  }
  const sockets = new Set<WebSocket>()
  const raw = new Set<Socket>()
  const known = new Set<string>()

  const push = (activity: Activity): void => {
    const stored = { timestamp: new Date().toISOString(), ...activity, id: `a${state.activities.length + 1}` }
    state.activities.push(stored)
    for (const socket of sockets)
      socket.send(JSON.stringify({ activities: [stored], watermark: String(state.activities.length) }))
  }
  const say = (text: string, bot: BotPart, timestamp?: string): void =>
    push({
      type: 'message',
      from: { id: 'bot', name: 'Pebble' },
      text,
      channelData: { bot },
      ...(timestamp ? { timestamp } : {}),
    })

  const me = () => ({
    door: state.door,
    botName: 'Pebble',
    serviceName: 'Demonstration service',
    neutralSite: `${service.origin}/neutral`,
    demonstration: false,
    lockAfterSeconds: 300,
    settings: state.settings,
    pushKey: state.pushKey,
    person:
      state.door === 'open'
        ? {
            preferredName: 'Sam',
            role: 'young-person',
            band: 'Y16-18',
            state: state.personState,
            messagesAreRead: state.personState === 'active',
          }
        : null,
    practitioner:
      state.door === 'open'
        ? {
            firstName: 'Dani',
            staffedNow: state.staffedNow,
            nextLook: { at: '2026-11-24T09:30:00Z', words: state.staffedNow ? 'today 17:00' : 'Tue 9:30' },
          }
        : null,
  })
  const helplines = [
    {
      id: '999',
      name: 'Emergency services',
      number: '999',
      how: ['call'],
      says: 'They ask which service you need. They stay on the line.',
    },
    {
      id: '111',
      name: 'NHS 111',
      number: '111, option 2',
      how: ['call'],
      says: 'You talk to someone from the NHS near you.',
    },
    {
      id: 'childline',
      name: 'Childline',
      number: '0800 1111',
      how: ['call'],
      says: "You talk to a counsellor about anything. You don't have to give your name.",
    },
    {
      id: 'shout',
      name: 'Shout',
      number: '85258',
      how: ['text'],
      says: 'Text the word SHOUT. A trained volunteer texts you back.',
    },
  ]
  const problem = (status: number, code: string, more = {}) => ({
    status,
    body: { status, code, detail: code, ...more },
  })
  const opened = (door: typeof state.door) => {
    state.door = door
    return { status: 200, body: { door, unlockedUntil: null } }
  }

  async function answer(
    method: string,
    path: string,
    query: URLSearchParams,
    body: Record<string, unknown>,
  ): Promise<{ status: number; body?: unknown }> {
    switch (`${method} ${path}`) {
      case 'GET /chat/api/help': return { status: 200, body: { botName: 'Pebble', neutralSite: `${service.origin}/neutral`, demonstration: false, helplines } } // prettier-ignore
      case 'GET /chat/api/me': return state.door === 'none' ? problem(401, 'not-joined') : { status: 200, body: me() } // prettier-ignore
      case 'POST /chat/api/join':
        if (state.linkGone) return problem(410, 'invitation-used')
        if (body.code !== state.code) return problem(422, 'invitation-wrong-code', { triesLeft: --state.tries })
        return opened('set-pin')
      case 'POST /chat/api/join-device': return body.code === 'ABCD2345' ? opened('locked') : problem(422, 'device-code-refused') // prettier-ignore
      case 'POST /chat/api/pin':
        state.pin = String(body.pin)
        return opened('open')
      case 'POST /chat/api/unlock': return body.pin === state.pin ? opened('open') : problem(422, 'wrong-pin', { triesLeft: 4 }) // prettier-ignore
      case 'POST /chat/api/lock':
        return opened('locked')
      case 'POST /chat/api/still-here':
        return { status: 204 }
      case 'POST /chat/api/device-codes':
        return { status: 201, body: { code: 'ABCD-2345', expiresAt: new Date().toISOString() } }
      case 'PUT /chat/api/notices':
        state.notices = body
        return { status: 204 }
      case 'DELETE /chat/api/notices':
        state.notices = null
        return { status: 204 }
      case 'PATCH /chat/api/settings':
        Object.assign(state.settings, body)
        return { status: 200, body: { settings: state.settings } }
    }
    if (path === '/v3/directline/tokens/generate')
      return state.door === 'open'
        ? { status: 200, body: { conversationId: 'c1', token: 't', expires_in: 1800 } }
        : problem(403, 'device-locked')
    if (path === '/v3/directline/tokens/refresh')
      return { status: 200, body: { conversationId: 'c1', token: 't', expires_in: 1800 } }
    if (method === 'GET' && path === '/v3/directline/conversations/c1')
      return { status: 200, body: { conversationId: 'c1', token: 't', expires_in: 1800, streamUrl: `${service.origin.replace('http', 'ws')}/stream?watermark=${query.get('watermark') ?? ''}` } } // prettier-ignore
    if (method === 'POST' && path === '/v3/directline/conversations/c1/activities') {
      if (state.refusePosts > 0) {
        state.refusePosts--
        return problem(500, 'turn-failed')
      }
      const activity = body as unknown as Activity
      state.received.push(activity)
      const clientId = activity.channelData?.clientActivityID
      if (clientId === undefined || !known.has(clientId)) {
        if (clientId !== undefined) known.add(clientId)
        if (activity.type === 'message') push({ ...activity, from: { id: 'person-1' } })
        state.heard(activity)
      }
      return { status: 200, body: { id: `p${state.received.length}` } }
    }
    return { status: 404 }
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
    if (pathname === '/neutral')
      return answerWith(response, 200, { 'content-type': 'text/html' }, '<title>Weather</title><p>Weather</p>')
    if (pathname.startsWith('/chat/') && !pathname.startsWith('/chat/api/')) {
      const file = pathname === '/chat/' ? 'index.html' : pathname.slice('/chat/'.length)
      const content = await readFile(join(options.pages, file)).catch(() => undefined)
      if (content === undefined) return answerWith(response, 404)
      const type = TYPES[extname(file)] ?? 'text/plain'
      return answerWith(response, 200, { 'content-type': type, 'content-security-policy': CSP }, content)
    }
    let text = ''
    for await (const chunk of request) text += String(chunk)
    const { status, body } = await answer(
      request.method ?? 'GET',
      pathname,
      searchParams,
      text === '' ? {} : (JSON.parse(text) as Record<string, unknown>),
    )
    const type = status >= 400 ? 'application/problem+json' : 'application/json'
    answerWith(
      response,
      status,
      body === undefined ? {} : { 'content-type': type },
      body === undefined ? undefined : JSON.stringify(body),
    )
  }

  const streams = new WebSocketServer({ noServer: true })
  const create = (): Server => {
    const made = createServer((request, response) => void serve(request, response))
    made.on('connection', (socket) => {
      raw.add(socket)
      socket.on('close', () => raw.delete(socket))
    })
    made.on('upgrade', (request, socket, head) =>
      streams.handleUpgrade(request, socket, head, (stream) => {
        sockets.add(stream)
        stream.on('close', () => sockets.delete(stream))
        const from = Number(new URL(request.url ?? '/', 'http://x').searchParams.get('watermark') ?? 0)
        const missed = state.activities.slice(from)
        if (missed.length > 0)
          stream.send(JSON.stringify({ activities: missed, watermark: String(state.activities.length) }))
      }),
    )
    return made
  }
  const listen = (server: Server, port: number) => new Promise<void>((done) => server.listen(port, '127.0.0.1', done))
  let server = create()
  await listen(server, options.port ?? 0)
  const { port } = server.address() as AddressInfo
  const service = {
    origin: `http://127.0.0.1:${port}`,
    state,
    say,
    /** The server is gone: every connection breaks and nothing listens. */
    async goAway(): Promise<void> {
      const closed = new Promise((done) => server.close(done))
      for (const socket of raw) socket.destroy()
      await closed
    },
    /** The server is back on the same port, with everything it had. */
    async comeBack(): Promise<void> {
      server = create()
      await listen(server, port)
    },
    async close(): Promise<void> {
      streams.close()
      if (server.listening) await service.goAway()
    },
  }
  return service
}

export type FakeChatService = Awaited<ReturnType<typeof startFakeChatService>>
