import http from 'node:http'
import type { AddressInfo } from 'node:net'

/** An activity as it comes back from a bot. */
export interface Reply {
  type: string
  text?: string
  inputHint?: string
  channelData?: { bot?: { kind: string } }
}

/** The channel's side of the connector protocol: takes each reply of a bot and hands it to its conversation. */
export interface Connector {
  url: string
  /** Where replies of a conversation go from now on. */
  hear(conversationId: string, listener: (reply: Reply) => void): void
  close(): void
}

const PLACE = /\/v3\/conversations\/([^/]+)\/activities/

export async function startConnector(): Promise<Connector> {
  const listeners = new Map<string, (reply: Reply) => void>()
  const server = http.createServer((req, res) => {
    const parts: Buffer[] = []
    req.on('data', (part: Buffer) => parts.push(part))
    req.on('end', () => {
      const conversationId = decodeURIComponent(PLACE.exec(req.url ?? '')?.[1] ?? '')
      res.writeHead(200, { 'content-type': 'application/json' })
      res.end('{"id":"1"}')
      listeners.get(conversationId)?.(JSON.parse(Buffer.concat(parts).toString()) as Reply)
    })
  })
  server.keepAliveTimeout = 60_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    hear: (conversationId, listener) => void listeners.set(conversationId, listener),
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
