import type { Request, Response } from 'restify'
import { isOneToOne, readInbound } from '../../channels/inbound.ts'
import type { Channel, Inbound } from '../../channels/types.ts'
import type { Config } from '../../config.ts'
import type { Database } from '../../database/database.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import { Problem } from '../../shared/route.ts'
import type { Receive } from '../../turn/types.ts'
import { isLocalRequest } from '../localRequest.ts'
import { answerJson } from '../problems.ts'
import { authenticationFor, BotAdapter, type BotFrameworkAuthentication } from './botAdapter.ts'
import { botActivity, type BotActivity } from './botActivity.ts'
import type { BotDoor } from './botDoor.ts'
import { createReplySender } from './replySender.ts'
import { createStaffReach } from './staffReach.ts'

/** What the Bot Framework door is built from. */
export interface BotDoorParts {
  config: Pick<
    Config,
    'production' | 'MICROSOFT_APP_ID' | 'MICROSOFT_APP_PASSWORD' | 'MICROSOFT_APP_TENANT' | 'BOT_CHANNELS'
  >
  database: Database
  clock: Clock
  logger: Logger
  receive: Receive
  channels: ReadonlyMap<string, Channel>
  /** For tests: the SDK's authentication against a local OpenID stub. */
  authentication?: BotFrameworkAuthentication
  /** For tests. */
  lookEveryMs?: number
  ownMs?: number
}

const LOOPBACK_URL = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?(\/|$)/i

/** The door that Bot Framework channels come through. A message is answered 2xx once its turn is kept; replies follow. */
export function createBotDoor(parts: BotDoorParts): BotDoor {
  const { config, database, clock, logger, receive, channels } = parts
  const appId = config.MICROSOFT_APP_ID ?? ''
  const authentication =
    parts.authentication ??
    authenticationFor({ appId, password: config.MICROSOFT_APP_PASSWORD, tenant: config.MICROSOFT_APP_TENANT })
  const adapter = new BotAdapter(authentication, appId)
  const sender = createReplySender({ ...parts, send: (...sent) => adapter.sendTo(...sent) })
  const staffReach = createStaffReach(parts)
  const accepted = new Set(config.BOT_CHANNELS.split(',').map((channel) => channel.trim()))
  const known = new Map<string, string>()

  const isAllowed = async (req: Request, activity: BotActivity): Promise<boolean> => {
    if (config.production && !accepted.has(activity.channelId)) return false
    // Without credentials the SDK lets everything in and posts replies wherever the sender says.
    if (appId === '') return !config.production && isLocalRequest(req) && LOOPBACK_URL.test(activity.serviceUrl)
    return adapter.isAuthentic(activity as never, String(req.headers.authorization ?? ''))
  }

  const answerTurn = async (activity: BotActivity, inbound: Inbound, res: Response): Promise<void> => {
    await rememberConversation(database, inbound, clock.now(), known)
    const turn = await receive(inbound).catch((error: unknown) => {
      logger.error('turn-not-kept', { conversationId: inbound.conversationId }, error)
      throw new Problem(503, 'not-kept', 'The message could not be kept. Send it again.')
    })
    if (activity.deliveryMode === 'expectReplies') {
      answerJson(res, 200, { activities: turn.replies.map((reply) => reply.activity) })
      if (turn.replies.length > 0) sender.wentOut(inbound.conversationId, turn)
      return
    }
    if (activity.type === 'invoke')
      answerJson(res, 200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: '' })
    else answerJson(res, 200, undefined)
    if (!turn.repeated && turn.replies.length > 0 && inbound.reference !== null)
      sender.sendSoon(inbound.conversationId, inbound.reference, turn)
  }

  return {
    async take(req, res) {
      const read = botActivity.safeParse(req.body)
      if (!read.success) throw new Problem(400, 'not-an-activity', 'This is not an activity.')
      const activity = read.data
      if (!(await isAllowed(req, activity)))
        throw new Problem(401, 'not-authentic', 'This request is not from an accepted channel.')
      const channel = channels.has(activity.channelId) ? activity.channelId : undefined
      if (channel === undefined || !isOneToOne(activity)) return answerJson(res, 200, undefined)
      await staffReach.notice(activity)
      const inbound = readInbound(activity, clock.now())
      if (inbound.content.type === 'ignored') return answerJson(res, activity.type === 'invoke' ? 501 : 200, undefined)
      await answerTurn(activity, inbound, res)
    },
    sendPending: () => sender.sendPending(),
    close: () => sender.close(),
  }
}

const REMEMBERED_AT_MOST = 20_000

/** Keeps how to reach a conversation, and gives a new one of a linked account its person. Nothing is written twice. */
async function rememberConversation(
  database: Database,
  inbound: Inbound,
  now: Date,
  known: Map<string, string>,
): Promise<void> {
  if (inbound.from.kind !== 'account') return
  const reference = JSON.stringify(inbound.reference)
  if (known.get(inbound.conversationId) === reference) return
  await database.query(
    `insert into conversations (id, channel, person_id, reference, created_at)
     values ($1, $2, (select person_id from accounts where channel = $2 and tenant = $3 and account = $4), $5, $6)
     on conflict (id) do update set reference = excluded.reference`,
    [inbound.conversationId, inbound.channel, inbound.from.tenant, inbound.from.account, reference, now],
  )
  if (known.size >= REMEMBERED_AT_MOST) known.clear()
  known.set(inbound.conversationId, reference)
}
