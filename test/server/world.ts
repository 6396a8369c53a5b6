import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Activity } from 'botbuilder'
import { createChannels } from '../../src/channels/index.ts'
import type { Inbound } from '../../src/channels/types.ts'
import type { Database } from '../../src/database/database.ts'
import { chatRoutes } from '../../src/identity/chatRoutes.ts'
import { createDeviceLocks } from '../../src/identity/deviceLocks.ts'
import { issueInvitation } from '../../src/identity/invitation.ts'
import { createServer, type ServerParts } from '../../src/server/createServer.ts'
import { idFrom, newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { rotaInHand } from '../helpers/rota.ts'
import { commitTurn } from '../../src/turn/commit.ts'
import type { Receive } from '../../src/turn/types.ts'

/** A clock that a test turns by hand. It starts at the true time, because libraries check tokens by it too. */
export function handClock() {
  let offset = 0
  return {
    now: () => new Date(Date.now() + offset),
    advance: (ms: number) => {
      offset += ms
    },
  }
}

export const WORDS = {
  commands: { back: 'Back', skip: 'Skip', 'not-sure': 'Not sure', decline: 'Prefer not to say', pause: 'Pause', resume: 'Carry on', change: 'Change', stop: 'Stop', help: 'Help now' },
  done: 'Done', day: 'Day', time: 'Time', choose: 'Choose one', notice: { title: 'Messages', text: 'You have a new message' },
} as const // prettier-ignore

/** A young person in a case of a practitioner, as the staff page would have made them. */
export async function addPerson(
  database: Database,
  overrides: { state?: string; name?: string } = {},
): Promise<string> {
  const now = new Date()
  const staffId = newId()
  const caseId = newId()
  const personId = newId()
  await database.query(
    `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', $2, 'Dani Okoro', 'Dani', '{practitioner}', $3)`,
    [staffId, staffId, now],
  )
  await database.query(
    `insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, $2, $3, 'active', $4, $4)`,
    [caseId, `C-${caseId}`, staffId, now],
  )
  await database.query(
    `insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'young-person', $3, 'Y16-18', $4, $5)`,
    [personId, caseId, overrides.name ?? 'Sam', overrides.state ?? 'invited', now],
  )
  return personId
}

/** A turn without dialogs: keeps the message and answers "You said …", through the real commit. */
export function echoing(database: Database): Receive & { received: Inbound[] } {
  const channels = createChannels({ botName: 'Pebble', words: WORDS })
  const received: Inbound[] = []
  const receive: Receive = async (inbound) => {
    received.push(inbound)
    const { conversationId, content } = inbound
    const known = await database.query<{ turn_id: string }>(
      'select turn_id from activities where conversation_id = $1 and dedupe_key = $2',
      [conversationId, inbound.dedupeKey],
    )
    if (known.rows[0]) {
      const { rows } = await database.query<{ id: string; seq: number; body: Partial<Activity> }>(
        `select id, seq, body from activities where turn_id = $1 and direction = 'out' order by seq`,
        [known.rows[0].turn_id],
      )
      return { replies: rows.map(({ id, seq, body }) => ({ id, seq, activity: body })), repeated: true }
    }
    const channel = channels.get(inbound.channel) ?? channels.get('directline')!
    const words = content.type === 'message' || content.type === 'edit' ? `You said ${content.text}` : 'Hello'
    const texts = content.type === 'message' && content.text.startsWith('two ') ? [words, 'And more'] : [words]
    const rendered = channel.render(texts.map((text) => ({ kind: 'say' as const, dialog: 'echo', step: 'said', text })))
    const turnId = newId()
    const replies = rendered.map((activity, i) => {
      const id = idFrom(turnId, String(i))
      return { id, activity: { ...activity, id, timestamp: new Date() } }
    })
    for (;;) {
      const owner = `conversation:${conversationId}`
      const saved = await database.query<{ version: number }>('select version from dialog_states where owner = $1', [
        owner,
      ])
      const outcome = await commitTurn(database, {
        conversationId, turnId, dedupeKey: inbound.dedupeKey, at: new Date(), owner, fromVersion: saved.rows[0]?.version ?? 0, state: {},
        inbound: { id: inbound.activity.id ?? newId(), activity: inbound.activity }, replies, pushes: channel.pushes, alongside: [],
      }) // prettier-ignore
      if (outcome.outcome === 'repeated') return receive(inbound)
      if (outcome.outcome === 'overtaken') continue
      await database.publish('activities', conversationId)
      return {
        replies: replies.map((reply, i) => ({ ...reply, seq: outcome.firstSeq + 1 + i })),
        repeated: false,
        owedBefore: outcome.owedBefore,
      }
    }
  }
  return Object.assign(receive, { received })
}

/** The public half of a key pair for Web Push. */
export const PUSH_KEY = 'BNbxGYNMhEIi9zrneh7mqV4oUanjLUK3m-mYZBc62frMKrEoMk88r3Lk596T0ck9xlT-aok0fO1KXBLV4-XqxYM'

/** A running server with the chat page's routes and an echoing bot. */
export async function startServer(database: Database, overrides: Partial<ServerParts> = {}) {
  const clock = overrides.clock ?? handClock()
  const locks = createDeviceLocks({ database, clock })
  const receive = echoing(database)
  const parts: ServerParts = {
    port: 0,
    host: '127.0.0.1',
    https: false,
    signingKey: 'a signing key for tests, thirty-two characters and more',
    database,
    clock,
    logger: silentLogger,
    locks,
    receive,
    routes: [],
    authenticateStaff: async () => null,
    ready: [],
    webFolder: path.join(await mkdtemp(path.join(tmpdir(), 'web-')), 'none'),
    ...overrides,
  }
  const chat = chatRoutes({
    database, clock, logger: parts.logger, locks: parts.locks, rota: rotaInHand,
    helplines: [{ id: 'childline', name: 'Childline', number: '0800 1111', how: ['call'], says: 'Someone answers.' }],
    botName: 'Pebble', serviceName: 'Test service', neutralSite: 'https://example.org/', demonstration: true, https: parts.https,
    pushKey: PUSH_KEY,
  }) // prettier-ignore
  const server = await createServer({ ...parts, routes: [...chat, ...parts.routes] })
  const { port } = await server.listen()
  return { url: `http://127.0.0.1:${port}`, port, close: () => server.close(), receive, locks, clock }
}

/** A browser: keeps its cookie. */
export function browser(url: string) {
  let cookie: string | undefined
  const call = async (method: string, address: string, body?: unknown, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}${address}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const set = response.headers.getSetCookie()[0]
    if (set !== undefined) cookie = set.split(';')[0]
    const text = await response.text()
    return { status: response.status, headers: response.headers, set, body: text === '' ? undefined : readJson(text) }
  }
  return { call, cookie: () => cookie }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
const readJson = (text: string): any => {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A browser that has joined, chosen its PIN and holds a chat token. */
export async function joinedBrowser(database: Database, url: string, personId: string) {
  const { link, code } = await issueInvitation(database, { personId, issuedBy: null, now: new Date(), publicUrl: url })
  const tab = browser(url)
  await tab.call('POST', '/chat/api/join', { link: link.split('#join=')[1], code })
  await tab.call('POST', '/chat/api/pin', { pin: '2468' })
  const token = await tab.call('POST', '/v3/directline/tokens/generate')
  return { tab, personId, ...(token.body as { conversationId: string; token: string; expires_in: number }) }
}

export const clientId = () => randomUUID()
