import { createChannels } from '../../src/channels/index.ts'
import type { ActivityValue, Inbound, InboundContent } from '../../src/channels/types.ts'
import type { Database } from '../../src/database/database.ts'
import type { Jobs, JobToDo } from '../../src/database/jobs.ts'
import { createDemonstrationPeople } from './people.ts'
import { ladderService, pageLadder, rotaInHand } from './rota.ts'
import { createOutbox } from '../../src/outbox/outbox.ts'
import { createCaseRecordClient } from '../../src/case-record/client.ts'
import { openApiTarget } from '../../src/outbox/targets/openApiTarget.ts'
import { loadProduct, type Product } from '../../src/product.ts'
import type { Clock } from '../../src/shared/clock.ts'
import { parseStaffedHours } from '../../src/rota/staffedHours.ts'
import { silentLogger, type Logger } from '../../src/shared/logger.ts'
import { activationGaps } from '../../src/staff/people/activationGaps.ts'
import { announceDecisions } from '../../src/turn/announce.ts'
import { createKeyedMutex } from '../../src/turn/mutex.ts'
import { createReceive } from '../../src/turn/receive.ts'
import type { TurnParts } from '../../src/turn/parts.ts'
import type { BotPart } from '../../src/channels/botPart.ts'
import type { StoredReply, TurnReply } from '../../src/turn/types.ts'

const CONTENT = new URL('../../content/', import.meta.url)
let loaded: Promise<Product> | undefined
/** The real content and dialogs, loaded once a test file. */
export const realProduct = (): Promise<Product> => (loaded ??= loadProduct(CONTENT))

/** A clock that a test turns by hand. Begins on a Tuesday at 15:40 in England, in staffed hours. */
export function handClock(at = '2026-11-24T15:40:00Z'): Clock & { set(at: string): void; advance(ms: number): void } {
  let now = Date.parse(at)
  return {
    now: () => new Date(now),
    set(at) {
      now = Date.parse(at)
    },
    advance(ms) {
      now += ms
    },
  }
}

/** Jobs that only remember what was enqueued: deliveries have tests of their own. */
export const rememberingJobs = (): Jobs & { enqueued: string[]; jobs: JobToDo[] } => {
  const enqueued: string[] = []
  const remembered: JobToDo[] = []
  return {
    enqueued,
    jobs: remembered,
    enqueue(...jobs) {
      enqueued.push(...jobs.map((job) => job.queue))
      remembered.push(...jobs)
      return Promise.resolve()
    },
    work: () => Promise.resolve(),
    nudge() {},
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
  }
}

/** The real pipeline on a real database, without HTTP: what stands behind both doors. */
export async function createPipeline(database: Database, changes: Partial<TurnParts> & { logger?: Logger } = {}) {
  const product = await realProduct()
  const clock = handClock()
  const logger = changes.logger ?? silentLogger
  const jobs = rememberingJobs()
  const outbox = createOutbox({
    database,
    jobs,
    target: openApiTarget(createCaseRecordClient({ url: 'http://127.0.0.1:9', token: 'none' })),
    clock,
    logger,
    random: () => 0,
  })
  const parts: TurnParts = {
    ...product,
    database,
    clock,
    logger,
    mutex: createKeyedMutex(),
    outbox,
    jobs,
    quiet: { noReplyMinutes: 10, clarifyMinutes: 30, repeatMinutes: 30 },
    channels: createChannels({ botName: 'Pebble', words: product.channelWords }),
    rota: rotaInHand,
    ladder: pageLadder,
    watch: { nobodyReached: () => false },
    riskMeasureHours: parseStaffedHours('Mon-Thu 08:00-21:00, Fri 08:00-17:00'),
    botName: 'Pebble',
    serviceName: 'Test service',
    mayBegin: async (personId, now) => (await activationGaps(database, personId, now, ladderService)).length === 0,
    linkAccount: () => Promise.resolve(false),
    ...changes,
  }
  const receive = createReceive(parts)
  return {
    parts,
    clock,
    outbox,
    jobs,
    product,
    receive,
    announce: () => announceDecisions(parts, receive),
    people: createDemonstrationPeople(database, clock),
  }
}
export type Pipeline = Awaited<ReturnType<typeof createPipeline>>

type AskPart = Extract<BotPart, { kind: 'ask' }>

/** One person at one device: writes, taps, and looks at what comes back. */
export class Talker {
  replies: StoredReply[] = []
  repeated = false
  private sent = 0
  /** The message that was sent last, to send it again. */
  last: Inbound | undefined
  readonly pipeline: Pipeline
  readonly personId: string
  readonly conversationId: string
  constructor(pipeline: Pipeline, person: { personId: string; conversationId: string }) {
    this.pipeline = pipeline
    this.personId = person.personId
    this.conversationId = person.conversationId
  }

  async receive(inbound: Inbound): Promise<this> {
    this.last = inbound
    const reply: TurnReply = await this.pipeline.receive(inbound)
    this.replies = reply.replies
    this.repeated = reply.repeated
    const ask = reply.replies.map((r) => partOf(r)).findLast((p): p is AskPart => p.kind === 'ask')
    if (ask) this.question = ask
    return this
  }

  /** The question that was put last. */
  question: AskPart | undefined

  inbound(content: InboundContent, key = `${this.conversationId}-${++this.sent}`): Inbound {
    return {
      channel: 'directline',
      conversationId: this.conversationId,
      from: { kind: 'person', personId: this.personId },
      dedupeKey: key,
      content,
      reference: null,
      activity:
        content.type === 'message' || content.type === 'edit'
          ? { type: 'message', text: content.text, value: content.value }
          : { type: 'event' },
    }
  }

  opens = () => this.receive(this.inbound({ type: 'opened' }))
  types = (text: string) => this.receive(this.inbound({ type: 'message', text, value: undefined, attachments: [] }))
  edits = (text: string) => this.receive(this.inbound({ type: 'edit', text, value: undefined, attachments: [] }))
  sends = (value: ActivityValue, text = '') =>
    this.receive(this.inbound({ type: 'message', text, value, attachments: [] }))
  commands = (command: string, step?: string) => this.sends({ command, ...(step === undefined ? {} : { step }) })

  /** Taps an answer to the open question; its label is sent as text, as the page does. */
  taps(value: unknown): Promise<this> {
    if (!this.question) throw new Error('nothing is asked')
    const { run, step, control } = this.question
    const options = control.kind === 'choices' ? control.options : control.kind === 'review' ? [control.send] : []
    const label = options.find((o) => o.value === value)?.label ?? String(value)
    return this.sends({ answer: { run, step, value } }, label)
  }

  again = () => this.receive(this.last!)

  /** Everything that was said in the last turn, as one text. */
  get text(): string {
    return this.replies.map((r) => r.activity.text ?? '').join('\n')
  }
  get parts(): BotPart[] {
    return this.replies.map(partOf)
  }
  /** `dialog/step` of the question asked in the last turn, or undefined. */
  get asked(): string | undefined {
    const ask = this.parts.findLast((p): p is AskPart => p.kind === 'ask')
    return ask && `${ask.dialog}/${ask.step}`
  }
}

export const partOf = (reply: StoredReply): BotPart => (reply.activity.channelData as { bot: BotPart }).bot
