import type { Activity } from 'botbuilder'
import type { Queryable } from '../database/database.ts'

/** One message of the bot's own accord: goes to the conversation's channel the way replies do. */
export interface Unasked {
  conversationId: string
  id: string
  activity: Partial<Activity>
  pushes: boolean
  now: Date
}

/** Adds a message to a conversation in the caller's transaction; whoever commits it publishes `activities`. */
export async function sayUnasked(client: Queryable, said: Unasked): Promise<void> {
  const { conversationId, id, activity, pushes, now } = said
  await client.query(
    `with numbered as (update conversations set last_seq = last_seq + 1 where id = $1 returning last_seq)
     , stored as (
       insert into activities (conversation_id, seq, id, direction, body, created_at)
       select $1, last_seq, $2, 'out', $3, $5 from numbered
     )
     insert into owed_replies (conversation_id, seq, created_at) select $1, last_seq, $5 from numbered where $4`,
    [conversationId, id, JSON.stringify({ ...activity, id, timestamp: now }), pushes, now],
  )
}
