import type { Queryable } from '../../database/database.ts'

/** The one web conversation of a person, shared by all their devices. */
export const webConversationId = (personId: string): string => `web-${personId}`

/** Makes sure that it exists; `isNew` when nothing has been said in it yet. */
export async function startWebConversation(
  database: Queryable,
  personId: string,
  now: Date,
): Promise<{ conversationId: string; isNew: boolean }> {
  const conversationId = webConversationId(personId)
  const { rows } = await database.query<{ last_seq: number }>(
    `insert into conversations (id, channel, person_id, created_at) values ($1, 'directline', $2, $3)
     on conflict (id) do update set channel = conversations.channel returning last_seq`,
    [conversationId, personId, now],
  )
  return { conversationId, isNew: (rows[0]?.last_seq ?? 0) === 0 }
}
