import type { Request, Response } from 'restify'
import { answerJson } from '../problems.ts'
import { requestAddress } from '../requestAddress.ts'
import { limitTries, refuseOtherSites } from '../serveRoute.ts'
import type { TryLimit } from '../tryLimit.ts'
import type { DirectLine, DirectLineAnswer, DirectLineRequest } from './directLine.ts'

type Serve = (
  method: 'get' | 'post',
  path: string,
  id: string,
  work: (req: Request, res: Response) => Promise<void>,
) => void

const BASE = '/v3/directline'

/** Puts the Direct Line operations at their addresses. */
export function serveDirectLine(serve: Serve, directLine: DirectLine, tries: TryLimit): void {
  const at = (
    method: 'get' | 'post',
    path: string,
    id: string,
    operation: (request: DirectLineRequest) => Promise<DirectLineAnswer>,
    before?: (req: Request) => void,
  ) =>
    serve(method, `${BASE}${path}`, id, async (req, res) => {
      before?.(req)
      const query = new URLSearchParams(req.getQuery())
      const { status, body } = await operation({
        headers: req.headers,
        conversationId: (req.params as { conversationId?: string } | undefined)?.conversationId,
        watermark: query.get('watermark') ?? undefined,
        body: req.body,
      })
      answerJson(res, status, body)
    })

  at('post', '/tokens/generate', 'generateToken', directLine.generateToken, (req) => {
    refuseOtherSites(req.headers as Record<string, string | undefined>)
    limitTries(tries, requestAddress(req))
  })
  at('post', '/tokens/refresh', 'refreshToken', directLine.refreshToken)
  at('post', '/conversations', 'startConversation', directLine.startConversation)
  at('get', '/conversations/:conversationId', 'reconnect', directLine.reconnect)
  at('post', '/conversations/:conversationId/activities', 'postActivity', directLine.postActivity)
  at('get', '/conversations/:conversationId/activities', 'getActivities', directLine.getActivities)
}
