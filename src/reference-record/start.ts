import { createHash, timingSafeEqual } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import restify, { type Request, type Response } from 'restify'
import { systemClock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { readContract, type Operation } from './contract.ts'
import { createOperations, type Checked } from './operations.ts'
import type { Answer } from './once.ts'
import { installTables, type RecordDatabase } from './recordDatabase.ts'
import { Refusal } from './refusal.ts'

export interface ReferenceRecord {
  url: string
  /** Waits for requests in hand. The database handed in stays open. */
  close(): Promise<void>
}

const MAX_BODY_BYTES = 1024 * 1024

/**
 * Starts the reference case record on this machine only (127.0.0.1): a complete implementation of the contract for
 * development, the demonstration and tests. Not for production: its one token opens every case.
 */
export async function startReferenceRecord(parts: {
  database: RecordDatabase
  /** 0 for any. */
  port: number
  token: string
  logger: Logger
}): Promise<ReferenceRecord> {
  const { logger } = parts
  await installTables(parts.database)
  const { version, operations: contract } = await readContract()
  const operations = createOperations(parts.database, () => systemClock.now())
  const server = restify.createServer({ name: 'reference-case-record' })
  const authorised = bearerCheck(parts.token)

  server.pre((req, res, next) => {
    res.setHeader('api-version', version)
    const open = contract.some((o) => o.open && o.method === req.method?.toLowerCase() && o.path === req.getPath())
    if (open || authorised(req.headers.authorization)) return next()
    sendProblem(res, new Refusal(401, 'not-authorised'))
    return next(false)
  })
  // The option exists; the types leave it out.
  const bodies: restify.plugins.JsonBodyParserOptions & { maxBodySize: number } = {
    maxBodySize: MAX_BODY_BYTES,
    mapParams: false,
  }
  server.use(restify.plugins.jsonBodyParser(bodies))
  server.on('restifyError', (_req: Request, res: Response, error: { statusCode?: number }, done: () => void) => {
    if (!res.headersSent) sendProblem(res, refusalOf(error.statusCode))
    done()
  })

  for (const operation of contract) {
    const path = operation.path.replaceAll(/\{(\w+)\}/g, ':$1')
    const handler = async (req: Request, res: Response) => {
      const started = performance.now()
      try {
        const answer = await operations[operation.id as keyof typeof operations](checkRequest(operation, req))
        sendAnswer(res, answer)
      } catch (error) {
        if (!(error instanceof Refusal)) logger.error('reference-record-failed', { route: operation.id }, error)
        sendProblem(res, error instanceof Refusal ? error : new Refusal(500, 'failed'))
      }
      const durationMs = Math.round(performance.now() - started)
      logger.debug('reference-record-answered', { route: operation.id, status: res.statusCode, durationMs })
    }
    server[operation.method](path, handler)
  }

  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(parts.port, '127.0.0.1', resolve)
  })
  const { port } = server.server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.server.closeIdleConnections()
      }),
  }
}

function checkRequest(operation: Operation, req: Request): Checked {
  const query = Object.fromEntries(new URLSearchParams(req.getQuery()))
  const parameters = operation.readParameters({ path: req.params as object, query, header: req.headers })
  if (operation.method !== 'get') {
    if (!req.is('application/json')) throw new Refusal(415, 'not-json')
    operation.checkBody(req.body)
  }
  return { parameters, body: req.body as unknown }
}

/** Compares digests, so that the time taken tells nothing about the token. */
function bearerCheck(token: string): (header: string | undefined) => boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  const expected = digest(`Bearer ${token}`)
  return (header) => timingSafeEqual(digest(header ?? ''), expected)
}

/** What restify itself refuses, in the words of the contract. */
function refusalOf(status: number | undefined): Refusal {
  const codes: Record<number, string> = {
    400: 'invalid-request',
    404: 'path-not-found',
    405: 'method-not-allowed',
    413: 'too-large',
    415: 'not-json',
  }
  return status !== undefined && status in codes ? new Refusal(status, codes[status]!) : new Refusal(500, 'failed')
}

function sendAnswer(res: Response, answer: Answer): void {
  const etag: Record<string, string> = answer.etag === undefined ? {} : { etag: answer.etag }
  if (answer.status === 304) return void res.sendRaw(304, '', etag)
  res.sendRaw(answer.status, JSON.stringify(answer.body), {
    'content-type': 'application/json',
    ...etag,
    ...(answer.replayed && { 'idempotency-replayed': 'true' }),
  })
}

function sendProblem(res: Response, { status, code, faults }: Refusal): void {
  const problem = { type: 'about:blank', title: STATUS_CODES[status] ?? 'Problem', status, code, faults }
  res.sendRaw(status, JSON.stringify(problem), { 'content-type': 'application/problem+json' })
}
