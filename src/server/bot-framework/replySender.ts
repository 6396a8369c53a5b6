import type { Activity, ConversationReference } from 'botbuilder'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import type { Database } from '../../database/database.ts'
import { gather } from '../../database/gather.ts'
import type { TurnReply } from '../../turn/types.ts'
import { createSentHere } from './sentHere.ts'
import {
  firstOwed,
  markSent,
  owedConversations,
  owedReplies,
  releaseFromSending,
  takeForSending,
  type ReplyPlace,
} from './owed.ts'

/** Sends replies through the connector, never twice and never out of order, also with several processes and after a crash. */
export interface ReplySender {
  /** The replies of a turn just committed here. Returns at once. */
  sendSoon(conversationId: string, reference: object, turn: TurnReply): void
  /** These went out in the answer to their message. Returns at once. */
  wentOut(conversationId: string, turn: TurnReply): void
  /** Everything that is owed, whoever committed it. */
  sendPending(): Promise<void>
  /** Waits for what is being sent. */
  close(): Promise<void>
}

/** A turn's own process has this long to send its replies; what is older belongs to whoever takes it. */
const OWN_MS = 6000
/** For so long after its commit nobody else can have sent a turn's replies. With the first try it stays under `OWN_MS`. */
const SURE_MS = 1500
/** Nobody waits for what is sent to be marked: a later mark takes more along. */
const REST_AFTER_MARKING_MS = 20
/** After this long the first sending leaves the rest to later, so that two processes never send the same reply. */
const FIRST_TRY_MS = 4000
const LEASE_MS = 60_000
const SEND_MS = 10_000
const LOOK_EVERY_MS = 5000
const LONGEST_WAIT_MS = 600_000

export function createReplySender(parts: {
  database: Database
  clock: Clock
  logger: Logger
  /** Gives up when the signal says so, and sends nothing after it. */
  send: (reference: Partial<ConversationReference>, activity: Partial<Activity>, signal: AbortSignal) => Promise<void>
  /** For tests. */
  lookEveryMs?: number
  ownMs?: number
}): ReplySender {
  const { database, clock, logger, send } = parts
  const inHand = new Set<Promise<void>>()
  const tails = new Map<string, Promise<void>>()
  const waits = new Map<string, { tries: number; until: number }>()
  let closed = false

  // What conversations ask at the same moment is one query, and one commit.
  const firstOf = gather((ids: readonly string[]) => firstOwed(database, ids))
  const mark = gather(
    async (sent: readonly ReplyPlace[][]): Promise<undefined[]> => {
      await markSent(database, sent.flat())
      return sent.map(() => undefined)
    },
    { restMs: REST_AFTER_MARKING_MS },
  )
  const marking = new Map<string, Promise<void>>()
  const sentHere = createSentHere()

  const keep = (work: Promise<unknown>) => {
    const done = work
      .then(() => undefined)
      .catch((error: unknown) => logger.warn('sending-failed', { errorName: (error as Error).name }))
      .finally(() => inHand.delete(done))
    inHand.add(done)
    return done
  }
  /** One after the other within a conversation. */
  const inOrder = (conversationId: string, work: () => Promise<void>): Promise<void> => {
    const tail = keep((tails.get(conversationId) ?? Promise.resolve()).then(work))
    tails.set(conversationId, tail)
    void tail.finally(() => tails.get(conversationId) === tail && tails.delete(conversationId))
    return tail
  }

  const markSoon = (conversationId: string, seqs: readonly number[]): void => {
    const marked = keep(mark(seqs.map((seq) => ({ conversationId, seq }))))
    marking.set(conversationId, marked)
    void marked.finally(() => marking.get(conversationId) === marked && marking.delete(conversationId))
  }

  /** Nothing earlier is owed, and these were not sent meanwhile. Else whoever looks for what is owed does the rest. */
  const isNext = async (conversationId: string, turn: TurnReply, committedAt: number): Promise<boolean> => {
    const sure = performance.now() - committedAt < SURE_MS
    if (sure && sentHere.covers(conversationId, turn.owedBefore)) return true
    await marking.get(conversationId)
    return (await firstOf(conversationId)) === turn.replies[0]?.seq
  }

  /** What has been sent here without a gap up to the end of this turn. */
  const addStretch = (conversationId: string, { replies, owedBefore }: TurnReply): void => {
    const [first, last] = [replies[0]!.seq, replies.at(-1)!.seq]
    sentHere.add(conversationId, { from: Math.min(first, owedBefore?.from ?? first), to: last })
  }

  const sendFirst = async (
    conversationId: string,
    reference: object,
    turn: TurnReply,
    committedAt: number,
  ): Promise<void> => {
    if (!(await isNext(conversationId, turn, committedAt))) return sentHere.forget(conversationId)
    const started = performance.now()
    const sent: number[] = []
    try {
      for (const reply of turn.replies) {
        const left = FIRST_TRY_MS - (performance.now() - started)
        if (left <= 0) break
        await send(reference, reply.activity, AbortSignal.timeout(Math.ceil(left)))
        sent.push(reply.seq)
      }
    } catch (error) {
      logger.warn('reply-not-sent', { conversationId, ...faultOf(error) })
    } finally {
      if (sent.length === turn.replies.length) addStretch(conversationId, turn)
      else sentHere.forget(conversationId)
      if (sent.length > 0) markSoon(conversationId, sent)
    }
  }

  const sendOwed = async (conversationId: string, before: Date): Promise<void> => {
    const now = clock.now()
    const waiting = waits.get(conversationId)
    if (waiting !== undefined && waiting.until > now.getTime()) return
    const reference = await takeForSending(database, conversationId, now, new Date(now.getTime() + LEASE_MS))
    if (reference === undefined) return
    try {
      for (const reply of await owedReplies(database, conversationId, before)) {
        if (clock.now().getTime() - now.getTime() > LEASE_MS - 2 * SEND_MS) break
        await send(reference, reply.activity, AbortSignal.timeout(SEND_MS))
        await markSent(database, [{ conversationId, seq: reply.seq }])
      }
      waits.delete(conversationId)
    } catch (error) {
      const tries = (waiting?.tries ?? 0) + 1
      const wait = Math.min(LOOK_EVERY_MS * 2 ** (tries - 1), LONGEST_WAIT_MS)
      waits.set(conversationId, { tries, until: now.getTime() + wait })
      logger.warn('reply-not-sent', { conversationId, attempt: tries, ...faultOf(error) })
    } finally {
      await releaseFromSending(database, conversationId)
    }
  }

  const sendPending = async (ageMs: number): Promise<void> => {
    if (closed) return
    const before = new Date(clock.now().getTime() - ageMs)
    const conversations = await owedConversations(database, before)
    await Promise.all(conversations.map((id) => inOrder(id, () => sendOwed(id, before))))
  }

  const ownMs = parts.ownMs ?? OWN_MS
  const look = setInterval(() => void keep(sendPending(ownMs)), parts.lookEveryMs ?? LOOK_EVERY_MS)
  look.unref()

  return {
    sendSoon(conversationId, reference, turn) {
      const committedAt = performance.now()
      void inOrder(conversationId, () => sendFirst(conversationId, reference, turn, committedAt))
    },
    wentOut(conversationId, turn) {
      if (turn.replies.length === 0) return
      if (sentHere.covers(conversationId, turn.owedBefore)) addStretch(conversationId, turn)
      markSoon(
        conversationId,
        turn.replies.map((reply) => reply.seq),
      )
    },
    // On the embedded database there is no other process whose replies these could be.
    sendPending: () => keep(sendPending(database.kind === 'embedded' ? 0 : ownMs)),
    async close() {
      closed = true
      clearInterval(look)
      while (inHand.size > 0) await Promise.all(inHand)
    },
  }
}

const faultOf = (error: unknown) => ({
  errorName: (error as Error).name,
  status:
    typeof (error as { statusCode?: unknown }).statusCode === 'number'
      ? (error as { statusCode: number }).statusCode
      : undefined,
})
