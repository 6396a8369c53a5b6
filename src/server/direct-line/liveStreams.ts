import type { WebSocket } from 'ws'
import type { Activity } from 'botbuilder'
import type { Database } from '../../database/database.ts'
import type { Logger } from '../../shared/logger.ts'
import type { StoredReply } from '../../turn/types.ts'
import type { DeviceLocks } from '../../identity/deviceLocks.ts'
import { HISTORY_AT_MOST, readActivities, shown, type PlacedActivity } from './readActivities.ts'

/** A turn as its door knows it: pushed from memory, so that the usual message costs no query. */
export interface PushedTurn {
  inbound: Partial<Activity>
  replies: readonly StoredReply[]
}

/** The open WebSocket streams of this process. */
export interface LiveStreams {
  attach(socket: WebSocket, stream: { conversationId: string; deviceId: string; after: number | undefined }): void
  /** A conversation has new activities; with the turn itself where this process ran it. */
  announce(conversationId: string, turn?: PushedTurn): void
  close(): Promise<void>
}

interface Stream {
  socket: WebSocket
  deviceId: string
  /** Place of the last activity sent; undefined before the first reading. */
  sent: number | undefined
}

/** Reading of one conversation: one at a time, and once more when something came meanwhile. */
interface Conversation {
  streams: Set<Stream>
  reading: boolean
  again: boolean
}

const LOST_NOTICE_MS = 5000
/** A client that does not read is cut off and comes back with its watermark. */
const BACKLOG_BYTES = 1_000_000
const STREAMS_AT_MOST = 12

export function createLiveStreams(parts: {
  database: Database
  locks: DeviceLocks
  logger: Logger
  /** For tests; five seconds otherwise. */
  lookEveryMs?: number
}): LiveStreams {
  const { database, locks, logger } = parts
  const conversations = new Map<string, Conversation>()
  const reads = new Set<Promise<void>>()

  /**
   * One activity a frame: the client schedules a set's activities one by one, and those of two sets that arrive together
   * would come out mixed.
   */
  const push = (stream: Stream, placed: readonly PlacedActivity[]) => {
    for (const { seq, activity } of placed) {
      stream.sent = seq
      stream.socket.send(JSON.stringify({ activities: [activity], watermark: String(seq) }))
    }
    if (stream.socket.bufferedAmount > BACKLOG_BYTES) stream.socket.terminate()
  }

  /** Brings every stream of a conversation up to date from the table. */
  const catchUp = async (id: string, conversation: Conversation): Promise<void> => {
    if (conversation.reading) {
      conversation.again = true
      return
    }
    conversation.reading = true
    try {
      do {
        conversation.again = false
        for (const stream of conversation.streams) {
          const from = stream.sent
          const placed = await readActivities(database, id, from)
          // A turn may have been pushed from memory while the table was read.
          if (stream.sent === from) push(stream, placed)
          stream.sent ??= 0
          if (from !== undefined && placed.length >= HISTORY_AT_MOST) conversation.again = true
        }
      } while (conversation.again)
    } catch (error) {
      logger.warn('stream-read-failed', { conversationId: id, errorName: (error as Error).name })
    } finally {
      conversation.reading = false
    }
  }
  const read = (id: string, conversation: Conversation) => {
    const reading = catchUp(id, conversation).finally(() => reads.delete(reading))
    reads.add(reading)
  }

  const attach: LiveStreams['attach'] = (socket, { conversationId, deviceId, after }) => {
    const conversation = conversations.get(conversationId) ?? { streams: new Set(), reading: false, again: false }
    conversations.set(conversationId, conversation)
    const stream: Stream = { socket, deviceId, sent: after }
    conversation.streams.add(stream)
    const oldest = conversation.streams.size > STREAMS_AT_MOST ? [...conversation.streams][0] : undefined
    oldest?.socket.close(4008)
    socket.on('close', () => {
      conversation.streams.delete(stream)
      if (conversation.streams.size === 0 && conversations.get(conversationId) === conversation)
        conversations.delete(conversationId)
    })
    socket.on('error', () => socket.terminate())
    read(conversationId, conversation)
  }

  /** The turn's own activities lie one after the other; a stream that stands right before them needs no reading. */
  const announce: LiveStreams['announce'] = (conversationId, turn) => {
    const conversation = conversations.get(conversationId)
    if (conversation === undefined) return
    const first = turn?.replies[0]
    if (turn !== undefined && first !== undefined && !conversation.reading) {
      const placed = [
        { seq: first.seq - 1, activity: shown(conversationId, turn.inbound) },
        ...turn.replies.map(({ id, seq, activity }) => ({ seq, activity: shown(conversationId, { ...activity, id }) })),
      ]
      for (const stream of conversation.streams) if (stream.sent === first.seq - 2) push(stream, placed)
      const last = first.seq + turn.replies.length - 1
      if ([...conversation.streams].every((stream) => (stream.sent ?? -1) >= last)) return
    }
    read(conversationId, conversation)
  }

  const unsubscribe = database.subscribe('activities', (payload) => {
    // `conversation` or `conversation seq`: with the place, streams that have it already are left in peace.
    const [id = '', seq] = payload.split(' ')
    const conversation = conversations.get(id)
    if (conversation === undefined) return
    if (seq !== undefined && [...conversation.streams].every((stream) => (stream.sent ?? -1) >= Number(seq))) return
    read(id, conversation)
  })

  /** For announcements lost while a connection was down, and for devices that have locked since. Two queries in all. */
  const look = async () => {
    if (conversations.size === 0) return
    const { rows } = await database.query<{ id: string; last_seq: number }>(
      'select id, last_seq from conversations where id = any($1)',
      [[...conversations.keys()]],
    )
    for (const { id, last_seq } of rows) {
      const conversation = conversations.get(id)
      if (conversation !== undefined && [...conversation.streams].some((stream) => (stream.sent ?? 0) < last_seq))
        read(id, conversation)
    }
    const streams = [...conversations.values()].flatMap((conversation) => [...conversation.streams])
    const locked = new Set(await locks.lockedAmong(streams.map((stream) => stream.deviceId)))
    for (const stream of streams) if (locked.has(stream.deviceId)) stream.socket.close(4003)
  }
  let looking = false
  const timer = setInterval(() => {
    if (looking) return
    looking = true
    const looked = look()
      .catch((error: unknown) => logger.warn('stream-look-failed', { errorName: (error as Error).name }))
      .finally(() => {
        looking = false
        reads.delete(looked)
      })
    reads.add(looked)
  }, parts.lookEveryMs ?? LOST_NOTICE_MS)
  timer.unref()

  return {
    attach,
    announce,
    async close() {
      clearInterval(timer)
      unsubscribe()
      for (const { streams } of conversations.values()) for (const { socket } of streams) socket.terminate()
      conversations.clear()
      await Promise.all(reads)
    },
  }
}
