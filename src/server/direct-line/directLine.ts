import type { IncomingHttpHeaders } from 'node:http'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import type { Database } from '../../database/database.ts'
import { findDevice } from '../../identity/device.ts'
import { readDeviceCookie } from '../../identity/deviceCookie.ts'
import type { DeviceLocks } from '../../identity/deviceLocks.ts'
import type { Receive } from '../../turn/types.ts'
import { TOKEN_SECONDS, type ChatClaims, type ChatTokens } from './chatTokens.ts'
import type { LiveStreams } from './liveStreams.ts'
import { readActivities, readWatermark } from './readActivities.ts'
import { postedActivity, readPosted } from './receivedActivity.ts'
import { startWebConversation } from './webConversation.ts'

/** What the Direct Line endpoint is built from. */
export interface DirectLineParts {
  database: Database
  clock: Clock
  locks: DeviceLocks
  tokens: ChatTokens
  streams: LiveStreams
  receive: Receive
  logger: Logger
  https: boolean
}

/** A request as the endpoint sees it, without the HTTP library. */
export interface DirectLineRequest {
  headers: IncomingHttpHeaders
  conversationId?: string
  watermark?: string
  body?: unknown
}

export interface DirectLineAnswer {
  status: number
  body: object
}

/** The client ends a conversation on 403 (expired) and 404 (ended) and tries again on everything else. */
const refused = (status: number, code: string): DirectLineAnswer => ({
  status,
  body: { error: { code, message: code } },
})
const EXPIRED = refused(403, 'TokenExpired')

const bearer = (headers: IncomingHttpHeaders): string | undefined =>
  /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1]

/** Direct Line 3.0, each operation a function from request to answer. */
export function createDirectLine(parts: DirectLineParts) {
  const { database, clock, locks, tokens, streams, receive, logger } = parts

  /** Who a request is from; undefined when the token is no good, is for another conversation, or its device has locked. */
  const claimsOf = async (request: DirectLineRequest): Promise<ChatClaims | undefined> => {
    const token = bearer(request.headers)
    const claims = token === undefined ? undefined : await tokens.read(token, 'chat')
    if (claims === undefined) return undefined
    if (request.conversationId !== undefined && request.conversationId !== claims.conversationId) return undefined
    return (await locks.isUnlocked(claims.deviceId)) ? claims : undefined
  }

  const granted = async (claims: ChatClaims): Promise<DirectLineAnswer> => ({
    status: 200,
    body: {
      conversationId: claims.conversationId,
      token: await tokens.issue(claims, 'chat'),
      expires_in: TOKEN_SECONDS.chat,
    },
  })

  const connected = async (
    request: DirectLineRequest,
    claims: ChatClaims,
    status: number,
  ): Promise<DirectLineAnswer> => {
    const { body } = await granted(claims)
    const watermark = readWatermark(request.watermark)
    const address = new URL(
      `/v3/directline/conversations/${claims.conversationId}/stream`,
      hostOf(request.headers, parts.https),
    )
    if (watermark !== undefined) address.searchParams.set('watermark', String(watermark))
    address.searchParams.set('t', await tokens.issue(claims, 'stream'))
    return { status, body: { ...body, streamUrl: address.href } }
  }

  return {
    /** A token for the person of this unlocked device, or in exchange of a token. There is none without a device. */
    async generateToken(request: DirectLineRequest): Promise<DirectLineAnswer> {
      if (bearer(request.headers) !== undefined) {
        const claims = await claimsOf(request)
        return claims === undefined ? EXPIRED : granted(claims)
      }
      const secret = readDeviceCookie(request.headers as Record<string, string | undefined>, parts.https)
      const device = secret === undefined ? undefined : await findDevice(database, secret, clock.now())
      if (device === undefined) return refused(401, 'NotJoined')
      if (device.door !== 'open') return refused(423, 'DeviceLocked')
      const { conversationId } = await startWebConversation(database, device.personId, clock.now())
      return granted({ conversationId, personId: device.personId, deviceId: device.deviceId })
    },

    async refreshToken(request: DirectLineRequest): Promise<DirectLineAnswer> {
      const claims = await claimsOf(request)
      return claims === undefined ? EXPIRED : granted(claims)
    },

    /** Starts, or comes back to, the token's conversation. The first time, the bot speaks first. */
    async startConversation(request: DirectLineRequest): Promise<DirectLineAnswer> {
      const claims = await claimsOf(request)
      if (claims === undefined) return EXPIRED
      const { isNew } = await startWebConversation(database, claims.personId, clock.now())
      if (isNew) {
        const { activityId: _, ...opened } = readPosted({ type: 'event', name: 'opened', value: null, channelData: { clientActivityID: 'first' } }, claims, clock.now()) // prettier-ignore
        await receive(opened).catch((error: unknown) =>
          logger.error('turn-not-kept', { conversationId: claims.conversationId }, error),
        )
      }
      return connected(request, claims, 201)
    },

    /** After a drop: a new stream from where the client stopped. */
    async reconnect(request: DirectLineRequest): Promise<DirectLineAnswer> {
      const claims = await claimsOf(request)
      return claims === undefined ? EXPIRED : connected(request, claims, 200)
    },

    /** Takes a message. The answer says that everything of its turn is kept. */
    async postActivity(request: DirectLineRequest): Promise<DirectLineAnswer> {
      const claims = await claimsOf(request)
      if (claims === undefined) return EXPIRED
      const posted = postedActivity.safeParse(request.body)
      if (!posted.success) return refused(400, 'BadActivity')
      if (!(await locks.keepUnlocked(claims.deviceId))) return EXPIRED
      const { activityId, ...inbound } = readPosted(posted.data, claims, clock.now())
      if (inbound.content.type !== 'ignored') {
        const turn = await receive(inbound).catch((error: unknown) =>
          logger.error('turn-not-kept', { conversationId: claims.conversationId }, error),
        )
        if (turn === undefined) return refused(503, 'NotKept')
        streams.announce(
          claims.conversationId,
          turn.repeated ? undefined : { inbound: inbound.activity, replies: turn.replies },
        )
      }
      return { status: 200, body: { id: activityId } }
    },

    /** Polling, for clients without WebSocket. */
    async getActivities(request: DirectLineRequest): Promise<DirectLineAnswer> {
      const claims = await claimsOf(request)
      if (claims === undefined) return EXPIRED
      const after = readWatermark(request.watermark)
      const placed = await readActivities(database, claims.conversationId, after)
      const watermark = String(placed.at(-1)?.seq ?? after ?? 0)
      return { status: 200, body: { activities: placed.map(({ activity }) => activity), watermark } }
    },
  }
}

export type DirectLine = ReturnType<typeof createDirectLine>

/** The address the client itself used: it stands behind whatever proxy the client came through. */
function hostOf(headers: IncomingHttpHeaders, https: boolean): string {
  return `${https ? 'wss' : 'ws'}://${headers.host ?? 'localhost'}`
}
