import type { ServerResponse } from 'node:http'

/**
 * Answers a request of a fake server. In two calls, not chained: restify, loaded by another test in the same process,
 * replaces `writeHead` of every response with one that returns nothing.
 */
export function answerWith(
  response: ServerResponse,
  status: number,
  headers: Record<string, string> = {},
  body?: string | Buffer,
): void {
  response.writeHead(status, headers)
  response.end(body)
}
