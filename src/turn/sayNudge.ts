import type { Nudge } from '../reminders/nudgeDue.ts'
import type { TurnParts } from './parts.ts'
import type { Receive } from './types.ts'

/** The conversation somebody wrote in last, else the latest they have. */
const CONVERSATION = `
select c.id, c.channel from conversations c where c.person_id = $1
order by (select max(a.created_at) from activities a where a.conversation_id = c.id and a.direction = 'in') desc nulls last, c.created_at desc
limit 1`

/**
 * Says what is due, of the bot's own accord: the start of a visit, as if the chat had been opened, but nobody counts as
 * having been here. Said once for a nudge however often it is tried. Where the same question waits already, nothing is said.
 * Returns whether something was.
 */
export async function sayNudge(
  { nudgeId, personId }: Nudge,
  { database }: Pick<TurnParts, 'database'>,
  receive: Receive,
): Promise<boolean> {
  const { rows } = await database.query<{ id: string; channel: string }>(CONVERSATION, [personId])
  const conversation = rows[0]
  if (conversation === undefined) return false
  const { replies, repeated } = await receive({
    channel: conversation.channel,
    conversationId: conversation.id,
    from: { kind: 'person', personId },
    dedupeKey: `nudge/${nudgeId}`,
    content: { type: 'opened', unasked: true },
    reference: null,
    activity: { type: 'event', name: 'opened' },
  })
  return replies.length > 0 && !repeated
}
