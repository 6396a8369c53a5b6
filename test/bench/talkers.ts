import { randomUUID } from 'node:crypto'
import WebSocket from 'ws'
import { answerTo, askIn } from './answering.ts'
import type { Connector, Reply } from './connector.ts'
import { sendJson } from './http.ts'
import { BENCH_CHANNEL, type BenchPerson } from './seed.ts'

/** One conversation: each call is one turn, from sending a message until it is taken and answered in full. */
export interface Talker {
  turn(): Promise<void>
  close(): void
}

const PATIENCE_MS = 20_000

/** Something that happens once a turn, such as the question coming back. */
function expected<T>(where: string) {
  let settle: ((value: T) => void) | undefined
  return {
    next: () =>
      new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`no answer came: ${where}`)), PATIENCE_MS)
        settle = (value) => {
          clearTimeout(timer)
          settle = undefined
          resolve(value)
        }
      }),
    happened: (value: T) => settle?.(value),
  }
}

type Ask = NonNullable<ReturnType<typeof askIn>>

/** A browser: posts to Direct Line, and the bot's question comes back over the WebSocket. */
export async function directLineTalker(base: string, person: BenchPerson): Promise<Talker> {
  const grant = (await sendJson(
    'POST',
    `${base}/v3/directline/tokens/generate`,
    {},
    { cookie: `device=${person.secret}` },
  )) as { token: string }
  const started = (await sendJson(
    'POST',
    `${base}/v3/directline/conversations`,
    {},
    { authorization: `Bearer ${grant.token}` },
  )) as {
    conversationId: string
    token: string
    streamUrl: string
  }
  const asked = expected<Ask>(`Direct Line of ${person.caseRef}`)
  let ask: Ask | undefined
  const first = asked.next()
  const socket = new WebSocket(started.streamUrl)
  socket.on('message', (data: Buffer) => {
    if (data.length === 0) return
    for (const activity of (JSON.parse(data.toString()) as { activities: Reply[] }).activities) {
      const found = askIn(activity)
      if (found) {
        ask = found
        asked.happened(found)
      }
    }
  })
  await new Promise((resolve, reject) => socket.on('open', resolve).on('error', reject))
  await first
  const url = `${base}/v3/directline/conversations/${started.conversationId}/activities`
  const headers = { authorization: `Bearer ${started.token}` }
  return {
    async turn() {
      const answered = asked.next()
      const message = {
        type: 'message',
        from: { id: 'me' },
        ...answerTo(ask),
        channelData: { clientActivityID: randomUUID() },
      }
      await Promise.all([sendJson('POST', url, message, headers), answered])
    },
    close: () => socket.terminate(),
  }
}

/** How a Bot Framework bot's replies come back: by a call to the connector, or in the answer to the message. */
export type Delivery = 'connector' | 'expectReplies'

function inboundActivity(connector: Connector, conversationId: string, account: string, delivery: Delivery) {
  return {
    type: 'message',
    id: randomUUID(),
    timestamp: new Date().toISOString(),
    channelId: BENCH_CHANNEL,
    serviceUrl: connector.url,
    from: { id: account, name: '' },
    recipient: { id: 'bot', name: 'bot' },
    conversation: { id: conversationId },
    locale: 'en-GB',
    ...(delivery === 'expectReplies' ? { deliveryMode: 'expectReplies' } : {}),
  }
}

/** A Bot Framework channel in front of our bot. */
export function botTalker(base: string, connector: Connector, account: string, delivery: Delivery): Talker {
  const conversationId = `conversation-${account}`
  const asked = expected<Ask>(`our bot, ${conversationId}`)
  let ask: Ask | undefined
  if (delivery === 'connector')
    connector.hear(conversationId, (reply) => {
      const found = askIn(reply)
      if (found) {
        ask = found
        asked.happened(found)
      }
    })
  return {
    async turn() {
      const message = { ...inboundActivity(connector, conversationId, account, delivery), ...answerTo(ask) }
      if (delivery === 'connector') {
        const answered = asked.next()
        await Promise.all([sendJson('POST', `${base}/api/messages`, message), answered])
        return
      }
      const { activities } = (await sendJson('POST', `${base}/api/messages`, message)) as { activities: Reply[] }
      ask = activities.map(askIn).findLast((found) => found !== undefined)
      if (ask === undefined) throw new Error('nothing was asked')
    },
    close() {},
  }
}

/** What the plain bot is answered, step after step. */
const PLAIN = ['hello', 'played netball with mia after school and got chips on the way home', 'Friends', '5']

/** A Bot Framework channel in front of the plain bot: one reply a turn. */
export function plainTalker(base: string, connector: Connector, account: string, delivery: Delivery): Talker {
  const conversationId = `conversation-${account}`
  const replied = expected<Reply>(`plain bot, ${conversationId}`)
  let step = 0
  if (delivery === 'connector') connector.hear(conversationId, (reply) => replied.happened(reply))
  return {
    async turn() {
      const message = {
        ...inboundActivity(connector, conversationId, account, delivery),
        text: PLAIN[step++ % PLAIN.length],
      }
      if (delivery === 'connector') {
        const answered = replied.next()
        await Promise.all([sendJson('POST', `${base}/api/messages`, message), answered])
        return
      }
      const { activities } = (await sendJson('POST', `${base}/api/messages`, message)) as { activities: Reply[] }
      if (activities.length !== 1) throw new Error(`${activities.length} replies`)
    },
    close() {},
  }
}

/** A bare POST of the same size. */
export const bareTalker = (base: string): Talker => ({
  turn: async () => void (await sendJson('POST', `${base}/echo`, { text: PLAIN[1], id: randomUUID() })),
  close() {},
})
