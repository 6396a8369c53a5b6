import type { AddressInfo } from 'node:net'
import restify, { type Request, type Response, type Server as Restify } from 'restify'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import type { Database } from '../database/database.ts'
import type { DeviceLocks } from '../identity/deviceLocks.ts'
import { Problem, type Route, type StaffCaller } from '../shared/route.ts'
import type { Receive } from '../turn/types.ts'
import type { BotDoor } from './bot-framework/botDoor.ts'
import { createChatTokens } from './direct-line/chatTokens.ts'
import { createDirectLine } from './direct-line/directLine.ts'
import { createLiveStreams } from './direct-line/liveStreams.ts'
import { createStreamDoor } from './direct-line/acceptStream.ts'
import { serveDirectLine } from './direct-line/serveDirectLine.ts'
import { createRequestsInHand } from './requestsInHand.ts'
import { readiness, type ReadyCheck } from './health.ts'
import { readPages } from './pages.ts'
import { answerJson, answerProblem } from './problems.ts'
import { everyAnswer, NO_PAGE_POLICY } from './securityHeaders.ts'
import { serveRoute } from './serveRoute.ts'
import { createTryLimit } from './tryLimit.ts'

/** What the HTTP edge is built from. */
export interface ServerParts {
  port: number
  host: string
  /** People reach the service over https: cookies are marked, HSTS is sent. */
  https: boolean
  /** At least 32 characters; every process of a service has the same. */
  signingKey: string
  database: Database
  clock: Clock
  logger: Logger
  locks: DeviceLocks
  receive: Receive
  routes: readonly Route[]
  authenticateStaff: (
    headers: Readonly<Record<string, string | undefined>>,
    method: string,
  ) => Promise<StaffCaller | null>
  ready: readonly ReadyCheck[]
  /** Folder of the built browser pages. */
  webFolder: string
  /** The Bot Framework door, where there is one. */
  botDoor?: BotDoor
  /** Public POSTs a minute from one address; 120 unless told. */
  triesPerMinute?: number
  /** How often streams look for what they may have missed; for tests. */
  lookEveryMs?: number
}

export interface HttpServer {
  listen(): Promise<{ port: number; host: string }>
  /** Stops accepting, finishes what is in hand, closes streams. */
  close(): Promise<void>
}

const BODY_BYTES_AT_MOST = 100_000
const PATIENCE_AT_THE_END_MS = 10_000

/** Builds the HTTP edge: routes, pages, Direct Line and the Bot Framework door on one port. The only user of restify here. */
export async function createServer(parts: ServerParts): Promise<HttpServer> {
  const { database, clock, logger, locks } = parts
  const server = restify.createServer({ name: '', ignoreTrailingSlash: false })
  const inHand = createRequestsInHand(logger)
  const tries = createTryLimit({ clock, perMinute: parts.triesPerMinute ?? 120 })
  const tokens = createChatTokens({ signingKey: parts.signingKey, clock })
  const streams = createLiveStreams({ database, locks, logger, lookEveryMs: parts.lookEveryMs })
  const streamDoor = createStreamDoor({ tokens, streams, locks })
  const pages = await readPages(parts.webFolder)

  prepare(server, parts.https)
  const serve = (
    method: Route['method'],
    path: string,
    id: string,
    work: (req: Request, res: Response) => Promise<void>,
  ) =>
    server[method === 'delete' ? 'del' : method](path, async (req: Request, res: Response) =>
      inHand.run(id, req, res, () => work(req, res)),
    )

  for (const route of parts.routes)
    serve(route.method, route.path.replace(/\{(\w+)\}/g, ':$1'), route.id, (req, res) =>
      serveRoute(route, req, res, { ...parts, tries }),
    )
  serveDirectLine(serve, createDirectLine({ ...parts, tokens, streams }), tries)
  const { botDoor } = parts
  if (botDoor !== undefined) serve('post', '/api/messages', 'botMessages', (req, res) => botDoor.take(req, res))
  serve('get', '/healthz', 'health', async (_, res) => answerJson(res, 200, { alive: true }))
  serve('get', '/readyz', 'ready', async (_, res) => {
    const { ready, failing } = await readiness(parts.ready)
    answerJson(res, ready ? 200 : 503, { ready, failing })
  })
  serve('get', '/', 'front', async (_, res) => {
    res.statusCode = 302
    res.setHeader('location', '/chat/')
    res.end()
  })
  for (const page of ['chat', 'staff']) {
    serve('get', `/${page}`, 'page', async (_, res) => {
      res.statusCode = 302
      res.setHeader('location', `/${page}/`)
      res.end()
    })
    serve('get', `/${page}/*`, 'page', async (req, res) => {
      if (!(await pages.serve(req, res, req.getPath()))) throw new Problem(404, 'not-found', 'There is nothing here.')
    })
  }
  server.server.on('upgrade', (req, socket, head) => streamDoor.onUpgrade(req, socket, head))

  return {
    listen: () =>
      new Promise((resolve, reject) => {
        // restify says it once more by itself, and an error that nobody listens for would end the process.
        server.once('error', reject)
        server.listen(parts.port, parts.host, () => {
          server.off('error', reject)
          resolve({ port: (server.server.address() as AddressInfo).port, host: parts.host })
        })
      }),
    async close() {
      const stopped = new Promise<void>((resolve) => server.server.close(() => resolve()))
      server.server.closeIdleConnections()
      const patience = setTimeout(() => server.server.closeAllConnections(), PATIENCE_AT_THE_END_MS)
      await inHand.finish()
      streamDoor.close()
      await streams.close()
      server.server.closeAllConnections()
      await stopped
      clearTimeout(patience)
    },
  }
}

/** What happens to every request before it finds its place, and to those that find none. */
function prepare(server: Restify, https: boolean): void {
  const headers = Object.entries(everyAnswer(https))
  server.pre((req: Request, res: Response, next: (go?: false) => void) => {
    for (const [name, value] of headers) res.setHeader(name, value)
    res.setHeader('content-security-policy', NO_PAGE_POLICY)
    if (Number(req.headers['content-length'] ?? 0) > BODY_BYTES_AT_MOST) {
      res.setHeader('connection', 'close')
      answerProblem(res, new Problem(413, 'too-large', 'The request is too large.'))
      return next(false)
    }
    if (req.headers['content-encoding'] !== undefined) {
      answerProblem(res, new Problem(415, 'compressed', 'Compressed requests are not read.'))
      return next(false)
    }
    return next()
  })
  // The body reader's own limit passes through the parser; its typings leave it out.
  const body = { maxBodySize: BODY_BYTES_AT_MOST, mapParams: false }
  server.use(restify.plugins.jsonBodyParser(body))
  // The callback that restify offers would send its own answer on top of this one: it is not called.
  server.on('restifyError', (_req: Request, res: Response, error: { statusCode?: number }) => {
    const status = error.statusCode ?? 500
    const code = status === 404 ? 'not-found' : status === 405 ? 'wrong-method' : status === 413 ? 'too-large' : status < 500 ? 'not-readable' : 'failed' // prettier-ignore
    answerProblem(
      res,
      new Problem(status, code, status === 404 ? 'There is nothing here.' : 'The request cannot be read.'),
    )
  })
}
