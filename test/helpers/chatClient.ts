import { randomUUID } from 'node:crypto'
import type { BotPart } from '../../src/channels/botPart.ts'

type AskPart = Extract<BotPart, { kind: 'ask' }>

/** An activity as the Direct Line endpoint gives it. */
export interface SeenActivity {
  id: string
  type: string
  text?: string
  from: { id: string }
  channelData?: { bot?: BotPart; clientActivityID?: string }
}

/** A young person's or parent's browser over real HTTP: joins, chooses a PIN, writes, reads. */
export class ChatClient {
  private cookie = ''
  private token = ''
  conversationId = ''
  base: string

  constructor(base: string) {
    this.base = base
  }

  private async call(method: string, path: string, body?: unknown, bearer = false): Promise<Response> {
    const response = await fetch(this.base + path, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(bearer ? { authorization: `Bearer ${this.token}` } : {}),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const set = response.headers.getSetCookie()
    if (set.length > 0) this.cookie = set.map((c) => c.split(';')[0]).join('; ')
    return response
  }

  private async ok<T>(response: Response): Promise<T> {
    if (!response.ok) throw new Error(`${response.status} ${response.url}: ${await response.text()}`)
    return (await response.json()) as T
  }

  /** Opens the link, types the code, chooses a PIN. */
  async join({ link, code }: { link: string; code: string }, pin = '4711'): Promise<this> {
    const secret = /#join=(\S+)$/.exec(link)![1]!
    await this.ok(await this.call('POST', '/chat/api/join', { link: secret, code }))
    await this.ok(await this.call('POST', '/chat/api/pin', { pin }))
    return this.connect()
  }

  async unlock(pin = '4711'): Promise<this> {
    await this.ok(await this.call('POST', '/chat/api/unlock', { pin }))
    return this.connect()
  }

  async connect(): Promise<this> {
    const generated = await this.ok<{ token: string; conversationId: string }>(
      await this.call('POST', '/v3/directline/tokens/generate', {}),
    )
    this.token = generated.token
    const started = await this.ok<{ token: string; conversationId: string }>(
      await this.call('POST', '/v3/directline/conversations', undefined, true),
    )
    this.token = started.token
    this.conversationId = started.conversationId
    return this
  }

  /** Sends one activity and returns its id once the server has committed it. Throws when it has not answered. */
  async post(activity: object, clientActivityID: string = randomUUID()): Promise<string> {
    const path = `/v3/directline/conversations/${this.conversationId}/activities`
    const posted = await this.ok<{ id: string }>(
      await this.call('POST', path, { from: { id: 'me' }, ...activity, channelData: { clientActivityID } }, true),
    )
    return posted.id
  }
  opened = () => this.post({ type: 'event', name: 'opened' })
  say = (text: string, clientActivityID?: string) => this.post({ type: 'message', text }, clientActivityID)

  async activities(watermark = ''): Promise<{ activities: SeenActivity[]; watermark: string }> {
    const path = `/v3/directline/conversations/${this.conversationId}/activities?watermark=${watermark}`
    return this.ok(await this.call('GET', path, undefined, true))
  }

  /** The question that was put last, from the whole conversation. */
  async question(): Promise<AskPart | undefined> {
    const { activities } = await this.activities()
    const asks = activities.map((a) => a.channelData?.bot).filter((b): b is AskPart => b?.kind === 'ask')
    return asks.at(-1)
  }

  /** Answers the open question with a value, as a tap does. */
  async tap(value: unknown, label = String(value), clientActivityID?: string): Promise<string> {
    const ask = await this.question()
    if (!ask) throw new Error('nothing is asked')
    return this.post(
      { type: 'message', text: label, value: { answer: { run: ask.run, step: ask.step, value } } },
      clientActivityID,
    )
  }
}

/** An answer that fits a question: the first option that leads on, the middle of a strip, plain words. */
export function anAnswerTo(ask: AskPart): { value: unknown; label: string } {
  const { control } = ask
  switch (control.kind) {
    case 'choices': {
      const [first] = control.options
      return control.several
        ? { value: [first!.value], label: first!.label }
        : { value: first!.value, label: first!.label }
    }
    case 'rating':
    case 'number':
      return { value: Math.min(control.max, Math.max(control.min, 5)), label: '5' }
    case 'review':
      return { value: control.send.value, label: control.send.label }
    case 'date':
      return { value: control.to ?? control.from, label: 'that day' }
    case 'time':
      return { value: '17:15', label: '17:15' }
    case 'date-time':
      return { value: '2030-01-07T17:15', label: 'Monday 17:15' }
    case 'text':
      return { value: 'a walk round the park', label: 'a walk round the park' }
  }
}
