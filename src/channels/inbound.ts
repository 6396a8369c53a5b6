import { idFrom, newId } from '../shared/ids.ts'
import { wellFormed } from '../shared/wellFormed.ts'
import { readTeamsValue } from './teamsCard.ts'
import type { Inbound, InboundContent } from './types.ts'

/** As much of a Bot Framework activity as is read here. */
export interface ReceivedActivity {
  type: string
  id?: string
  name?: string
  timestamp?: string | Date
  channelId: string
  serviceUrl: string
  from: { id: string; name?: string; aadObjectId?: string }
  recipient: { id: string; name?: string }
  conversation: { id: string; isGroup?: boolean; conversationType?: string; tenantId?: string }
  text?: string
  value?: unknown
  attachments?: { name?: string | null; contentType?: string | null; contentUrl?: string | null }[] | null
  membersAdded?: { id: string }[]
  channelData?: unknown
}

/** Our id of a conversation on a Bot Framework channel: ids of two channels can never be the same. */
export const conversationIdOf = (activity: ReceivedActivity): string =>
  `${activity.channelId}|${activity.conversation.id}`

/** Whether it is a chat between one person and the bot; in any other nothing is read and nothing is said. */
export const isOneToOne = ({ conversation }: ReceivedActivity): boolean =>
  conversation.isGroup !== true && (conversation.conversationType ?? 'personal') === 'personal'

/** A Bot Framework activity as a message of ours. Edits and deleted messages are messages of their own. */
export function readInbound(activity: ReceivedActivity, now: Date): Inbound {
  const conversationId = conversationIdOf(activity)
  const content = contentOf(activity)
  const edited =
    activity.type === 'messageUpdate' || activity.type === 'messageDelete'
      ? // Not every channel says when something was edited: then other words are another edit.
        String(activity.timestamp ?? idFrom('said', JSON.stringify(wellFormed(content))))
      : ''
  const dedupeKey = [conversationId, activity.id ?? newId(), activity.type, edited].join('|')
  return {
    channel: activity.channelId,
    conversationId,
    from: { kind: 'account', tenant: tenantOf(activity), account: activity.from.aadObjectId ?? activity.from.id },
    dedupeKey,
    content,
    reference: {
      serviceUrl: activity.serviceUrl,
      channelId: activity.channelId,
      conversation: activity.conversation,
      bot: activity.recipient,
      user: activity.from,
    },
    activity: {
      type: activity.type,
      id: idFrom('bot-framework', dedupeKey),
      timestamp: now,
      from: { id: activity.from.id, name: '', role: 'user' },
      ...('text' in content && content.text !== '' ? { text: content.text } : {}),
      ...('value' in content && content.value !== null ? { value: content.value } : {}),
      ...('attachments' in content && content.attachments.length > 0 ? { attachments: content.attachments } : {}),
    },
  }
}

function contentOf(activity: ReceivedActivity): InboundContent {
  switch (activity.type) {
    case 'message':
      return { type: 'message', ...wordsOf(activity, activity.value) }
    case 'messageUpdate':
      return { type: 'edit', ...wordsOf(activity, activity.value) }
    case 'messageDelete':
      return { type: 'deleted' }
    case 'conversationUpdate':
      return activity.membersAdded?.some((member) => member.id === activity.recipient.id) === true
        ? { type: 'opened' }
        : { type: 'ignored' }
    case 'invoke':
      return activity.name === 'adaptiveCard/action'
        ? { type: 'message', ...wordsOf(activity, actionData(activity.value)) }
        : { type: 'ignored' }
    default:
      // Words are a message whatever they come in: nothing that a person wrote passes unscreened.
      return (activity.text ?? '').trim() === '' ? { type: 'ignored' } : { type: 'message', ...wordsOf(activity, null) }
  }
}

const wordsOf = (activity: ReceivedActivity, value: unknown) => ({
  text: activity.text ?? '',
  value: readTeamsValue(value) ?? null,
  attachments: (activity.attachments ?? [])
    .filter(isSentByPerson)
    .map((a) => ({ name: a.name ?? '', contentType: a.contentType ?? '' })),
})

/** Teams adds the message itself once more as HTML; that is no attachment. */
const isSentByPerson = (attachment: {
  contentType?: string | null
  contentUrl?: string | null
  name?: string | null
}): boolean => !(attachment.contentType === 'text/html' && !attachment.contentUrl && !attachment.name)

const actionData = (value: unknown): unknown => {
  const action = (value as { action?: { data?: unknown } } | null | undefined)?.action
  return action?.data ?? value
}

const tenantOf = (activity: ReceivedActivity): string => {
  const tenant = (activity.channelData as { tenant?: { id?: unknown } } | null | undefined)?.tenant?.id
  return typeof tenant === 'string' ? tenant : (activity.conversation.tenantId ?? '')
}
