import type { Activity } from 'botbuilder'
import { z } from 'zod'
import type { Inbound, InboundContent } from '../../channels/types.ts'
import { idFrom, newId } from '../../shared/ids.ts'
import { wellFormed } from '../../shared/wellFormed.ts'
import type { ChatClaims } from './chatTokens.ts'

const attachment = z.object({ name: z.string().nullish().catch(''), contentType: z.string().nullish().catch('') })

/**
 * What is read of an activity that a client posts. `from`, `conversation` and the rest are never believed. As little as can
 * be is refused: what stands beside a person's words must not keep them from being heard.
 */
export const postedActivity = z.object({
  type: z.string(),
  name: z.string().optional().catch(undefined),
  text: z.string().nullish(),
  value: z.unknown().optional(),
  attachments: z
    .array(attachment.catch({ name: '', contentType: '' }))
    .nullish()
    .catch([{ name: '', contentType: '' }]),
  channelData: z
    .object({ clientActivityID: z.string().min(1).max(100).optional().catch(undefined) })
    .optional()
    .catch(undefined),
})
export type PostedActivity = z.infer<typeof postedActivity>

/** The event by which the chat page says that it was opened. */
export const OPENED = 'opened'

/** Words are a message whatever they come in: nothing that a person wrote passes unscreened. */
const isMessage = ({ type, text, attachments }: PostedActivity): boolean =>
  type === 'message' || (text ?? '').trim() !== '' || (attachments ?? []).length > 0

function contentOf(posted: PostedActivity): InboundContent {
  if (!isMessage(posted)) return { type: posted.type === 'event' && posted.name === OPENED ? 'opened' : 'ignored' }
  return {
    type: 'message',
    text: posted.text ?? '',
    value: posted.value ?? null,
    attachments: (posted.attachments ?? []).map((a) => ({ name: a.name ?? '', contentType: a.contentType ?? '' })),
  }
}

/**
 * A posted activity as a message of the token's person. The same message sent again under the same client id is the same:
 * the same dedupe key, the same activity id. Other words under an id that was used before are another message.
 */
export function readPosted(given: PostedActivity, claims: ChatClaims, now: Date): Inbound & { activityId: string } {
  const { conversationId, personId } = claims
  const posted = wellFormed(given)
  const clientId = posted.channelData?.clientActivityID
  const content = contentOf(posted)
  const dedupeKey = `${conversationId}|${clientId ?? newId()}|${posted.type}|${idFrom('said', JSON.stringify(content))}`
  const activityId = idFrom('directline', dedupeKey)
  const activity: Partial<Activity> = {
    type: content.type === 'message' ? 'message' : posted.type,
    id: activityId,
    timestamp: now,
    from: { id: personId, name: '', role: 'user' },
    ...(content.type === 'opened' ? { name: OPENED } : {}),
    ...(content.type === 'message' && typeof posted.text === 'string' ? { text: posted.text } : {}),
    ...(content.type === 'message' && posted.value !== undefined ? { value: posted.value } : {}),
    ...(content.type === 'message' && content.attachments.length > 0 ? { attachments: content.attachments } : {}),
    ...(clientId === undefined ? {} : { channelData: { clientActivityID: clientId } }),
  }
  return {
    channel: 'directline',
    conversationId,
    from: { kind: 'person', personId },
    dedupeKey,
    content,
    reference: null,
    activity,
    activityId,
  }
}
