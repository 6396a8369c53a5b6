import type { Response } from 'restify'
import type { z } from 'zod'
import type { Problem } from '../shared/route.ts'

/** One thing wrong with a request: where, and what. Never the value itself. */
export interface RequestFault {
  place: string
  problem: string
}

/** The faults of one part of a request. */
export const faultsOf = (part: 'path' | 'query' | 'body', error: z.ZodError): RequestFault[] =>
  error.issues.map((issue) => ({ place: [part, ...issue.path.map(String)].join('.'), problem: issue.message }))

/** Answers with problem+json (RFC 9457). */
export function answerProblem(res: Response, problem: Problem): void {
  const body = {
    ...problem.extra,
    type: 'about:blank',
    status: problem.status,
    code: problem.code,
    detail: problem.detail,
  }
  sendBody(res, problem.status, JSON.stringify(body), 'application/problem+json')
}

/** Sends a body as it stands; restify's formatters are left out of it. */
export function sendBody(res: Response, status: number, body: string, type: string): void {
  if (res.headersSent) return
  res.statusCode = status
  res.setHeader('content-type', type)
  res.setHeader('content-length', Buffer.byteLength(body))
  res.end(body)
}

/** Answers JSON that is never kept by a browser or a proxy. */
export function answerJson(res: Response, status: number, body: unknown): void {
  res.setHeader('cache-control', 'no-store')
  if (body === undefined) {
    res.statusCode = status
    res.end()
  } else sendBody(res, status, JSON.stringify(body), 'application/json')
}
