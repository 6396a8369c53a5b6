import type { Request, Response } from 'restify'
import type { Logger } from '../shared/logger.ts'
import { Problem } from '../shared/route.ts'
import { answerProblem } from './problems.ts'

/** What every request goes through: its own work, every refusal as problem+json, one log line, and being waited for at the end. */
export interface RequestsInHand {
  run(route: string, req: Request, res: Response, work: () => Promise<void>): Promise<void>
  /** Resolves when everything in hand has been answered. */
  finish(): Promise<void>
}

export function createRequestsInHand(logger: Logger): RequestsInHand {
  const inHand = new Set<Promise<void>>()

  const answer = async (route: string, req: Request, res: Response, work: () => Promise<void>) => {
    const started = performance.now()
    try {
      await work()
    } catch (error) {
      if (error instanceof Problem) refuse(res, error)
      else {
        logger.error('request-failed', { route, method: req.method, requestId: req.id() }, error)
        refuse(res, new Problem(500, 'failed', 'Something went wrong here. Try again.'))
      }
    }
    const status = res.statusCode
    const fields = {
      route,
      method: req.method,
      status,
      requestId: req.id(),
      durationMs: Math.round(performance.now() - started),
    }
    if (status >= 500) logger.warn('request', fields)
    else if (status >= 400) logger.info('request', fields)
    else logger.debug('request', fields)
  }

  return {
    run(route, req, res, work) {
      const done = answer(route, req, res, work).finally(() => inHand.delete(done))
      inHand.add(done)
      return done
    },
    finish: async () => {
      while (inHand.size > 0) await Promise.all(inHand)
    },
  }
}

function refuse(res: Response, problem: Problem): void {
  if (res.headersSent) return void res.end()
  if (typeof problem.extra.retryAfterSeconds === 'number')
    res.setHeader('retry-after', String(problem.extra.retryAfterSeconds))
  res.setHeader('cache-control', 'no-store')
  answerProblem(res, problem)
}
