import type { Activity } from 'botbuilder'
import type { Queryable } from '../database/database.ts'
import type { StoredReply } from './types.ts'

/** The replies of a turn as they were committed: what a redelivered message gets again. */
export async function repliesOf(client: Queryable, turnId: string): Promise<StoredReply[]> {
  const { rows } = await client.query<{ id: string; seq: number; body: Partial<Activity> }>(
    `select id, seq, body from activities where turn_id = $1 and direction = 'out' order by seq`,
    [turnId],
  )
  return rows.map(({ id, seq, body }) => ({ id, seq, activity: body }))
}

/** The last thing that was said in a conversation, and which question it was if it was one. */
export async function lastSaid(
  client: Queryable,
  conversationId: string,
): Promise<{ text: string | null; run: string | null; step: string | null } | undefined> {
  const { rows } = await client.query<{ text: string | null; run: string | null; step: string | null }>(
    `select body->>'text' as text, body->'channelData'->'bot'->>'run' as run, body->'channelData'->'bot'->>'step' as step
     from activities where conversation_id = $1 and direction = 'out' order by seq desc limit 1`,
    [conversationId],
  )
  return rows[0]
}
