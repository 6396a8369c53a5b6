import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import type { DeviceLocks } from '../../identity/deviceLocks.ts'
import type { ChatTokens } from './chatTokens.ts'
import type { LiveStreams } from './liveStreams.ts'
import { readWatermark } from './readActivities.ts'

const STREAM_PATH = /^\/v3\/directline\/conversations\/([^/]+)\/stream$/
/** The client sends nothing but empty messages to keep the connection open. */
const CLIENT_BYTES_AT_MOST = 1024
const PING_MS = 25_000

/** Accepts WebSocket streams: the short-lived token stands in the address, because a browser sends no header. */
export function createStreamDoor(parts: { tokens: ChatTokens; streams: LiveStreams; locks: DeviceLocks }) {
  const server = new WebSocketServer({ noServer: true, maxPayload: CLIENT_BYTES_AT_MOST, perMessageDeflate: false })
  const alive = new WeakSet()
  const pinging = setInterval(() => {
    for (const socket of server.clients) {
      if (!alive.has(socket)) socket.terminate()
      else {
        alive.delete(socket)
        socket.ping()
      }
    }
  }, PING_MS)
  pinging.unref()

  const refuse = (socket: Duplex, status: string) =>
    socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)

  const upgrade = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const url = new URL(req.url ?? '/', 'http://localhost')
    const conversationId = STREAM_PATH.exec(url.pathname)?.[1]
    const claims = await parts.tokens.read(url.searchParams.get('t') ?? '', 'stream')
    if (conversationId === undefined) return void refuse(socket, '404 Not Found')
    if (claims === undefined || claims.conversationId !== decodeURIComponent(conversationId))
      return void refuse(socket, '403 Forbidden')
    // A device that has locked since shows nothing of the conversation, not even for a moment.
    if (!(await parts.locks.isUnlocked(claims.deviceId))) return void refuse(socket, '403 Forbidden')
    server.handleUpgrade(req, socket, head, (ws) => {
      alive.add(ws)
      ws.on('pong', () => alive.add(ws))
      ws.on('message', () => alive.add(ws))
      const after = readWatermark(url.searchParams.get('watermark') ?? undefined)
      parts.streams.attach(ws, { conversationId: claims.conversationId, deviceId: claims.deviceId, after })
    })
  }

  return {
    /** For the HTTP server's `upgrade` event. */
    onUpgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void {
      socket.on('error', () => socket.destroy())
      upgrade(req, socket, head).catch(() => socket.destroy())
    },
    close(): void {
      clearInterval(pinging)
      for (const socket of server.clients) socket.terminate()
      server.close()
    },
  }
}
