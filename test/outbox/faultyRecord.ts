import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'

/** What can go wrong between us and the record. `after-` and `late`: the write lands all the same. */
export const FAULTS = [
  'unavailable',
  'late',
  'error',
  'too-many',
  'conflict-in-between',
  'in-progress',
  'page',
  'wrong-shape',
  'half-an-answer',
  'after-write-dropped',
  'after-write-error',
  'not-found-in-between',
  'twice',
] as const
export type Fault = (typeof FAULTS)[number] | 'invalid' | 'not-authorised'

/** Longer than the time the client in these tests waits. */
export const LATE_MS = 450

/**
 * Stands between the bot and the record over real HTTP and spoils requests: `next` says how, undefined lets one through.
 */
export async function startFaultyRecord(
  to: string,
  next: (request: { method: string; path: string; key: string }) => Fault | undefined,
  port = 0,
) {
  const seen: Partial<Record<Fault, number>> = {}
  const pending = new Set<Promise<unknown>>()
  const server = http.createServer((req, res) => {
    const work = handle(req, res).catch(() => res.destroy())
    pending.add(work)
    void work.finally(() => pending.delete(work))
  })

  async function handle(req: http.IncomingMessage, res: http.ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const path = req.url ?? ''
    const key = String(req.headers['idempotency-key'] ?? '')
    const fault = next({ method: req.method ?? '', path, key })
    if (fault) seen[fault] = (seen[fault] ?? 0) + 1
    const forward = async () => {
      const answer = await fetch(to + path, {
        method: req.method,
        headers: Object.fromEntries(
          Object.entries(req.headers).filter(([n]) =>
            ['accept', 'authorization', 'content-type', 'idempotency-key', 'prefer'].includes(n),
          ),
        ) as Record<string, string>,
        body: chunks.length > 0 ? Buffer.concat(chunks) : undefined,
      })
      return { status: answer.status, headers: Object.fromEntries(answer.headers), text: await answer.text() }
    }
    const say = (status: number, body: string, headers: http.OutgoingHttpHeaders = {}) => {
      // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
      res.writeHead(status, { 'content-type': 'application/problem+json', ...headers })
      res.end(body)
    }
    const problem = (status: number, code: string) => JSON.stringify({ type: 'about:blank', title: 'x', status, code })

    switch (fault) {
      case undefined: {
        const { status, headers, text } = await forward()
        return say(status, text, {
          'content-type': headers['content-type'],
          'idempotency-replayed': headers['idempotency-replayed'] ?? [],
        })
      }
      case 'unavailable':
        return req.socket.destroy()
      case 'late': {
        await pause(LATE_MS)
        const { status, headers, text } = await forward()
        return say(status, text, { 'content-type': headers['content-type'] })
      }
      case 'error':
        return say(500, 'stack trace')
      case 'too-many':
        return say(429, problem(429, 'too-many-requests'), { 'retry-after': '1' })
      case 'conflict-in-between':
        return say(409, '<html>conflict</html>', { 'content-type': 'text/html' })
      case 'in-progress':
        return say(409, problem(409, 'request-in-progress'))
      case 'page':
        return say(200, '<html>Sign in to the wireless network</html>', { 'content-type': 'text/html' })
      case 'wrong-shape':
        return say(201, '{"ok":true}', { 'content-type': 'application/json' })
      case 'half-an-answer': {
        const { text } = await forward()
        return say(201, text.slice(0, text.length / 2), { 'content-type': 'application/json' })
      }
      case 'after-write-dropped':
        await forward()
        return req.socket.destroy()
      case 'after-write-error':
        await forward()
        return say(502, '<html>bad gateway</html>', { 'content-type': 'text/html' })
      case 'twice': {
        await forward()
        const { status, headers, text } = await forward()
        return say(status, text, { 'content-type': headers['content-type'] })
      }
      case 'not-found-in-between':
        return say(404, '<html>no such host</html>', { 'content-type': 'text/html' })
      case 'invalid':
        return say(422, problem(422, 'invalid-body'))
      case 'not-authorised':
        return say(401, problem(401, 'not-authorised'))
    }
  }

  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
      await Promise.allSettled(pending)
    },
  }
}
