import type { Activity, ConversationReference } from 'botbuilder'
import type { Queryable } from '../../database/database.ts'
import { prepared } from '../../database/prepared.ts'

/** A reply that is committed and not sent yet. */
export interface OwedReply {
  seq: number
  activity: Partial<Activity>
}

/** Conversations that are owed replies committed before a moment, those waiting longest first. */
export async function owedConversations(database: Queryable, before: Date): Promise<string[]> {
  const { rows } = await database.query<{ conversation_id: string }>(
    `select conversation_id, min(created_at) as since from owed_replies where created_at <= $1
     group by conversation_id order by since limit 200`,
    [before],
  )
  return rows.map((row) => row.conversation_id)
}

/** The place of the first reply that each conversation is owed; undefined for one that has everything. */
export async function firstOwed(
  database: Queryable,
  conversationIds: readonly string[],
): Promise<(number | undefined)[]> {
  const { rows } = await database.query<{ conversation_id: string; seq: number }>(FIRST_OWED, [conversationIds])
  const first = new Map(rows.map((row) => [row.conversation_id, row.seq]))
  return conversationIds.map((id) => first.get(id))
}

const FIRST_OWED = prepared(
  'select conversation_id, min(seq) as seq from owed_replies where conversation_id = any($1) group by conversation_id',
)

/** Takes a conversation for sending, for so long; undefined while another process has it. */
export async function takeForSending(
  database: Queryable,
  conversationId: string,
  now: Date,
  until: Date,
): Promise<Partial<ConversationReference> | undefined> {
  const { rows } = await database.query<{ reference: Partial<ConversationReference> | null }>(
    `update conversations set sending_until = $3 where id = $1 and (sending_until is null or sending_until <= $2) returning reference`,
    [conversationId, now, until],
  )
  return rows[0]?.reference ?? undefined
}

export async function releaseFromSending(database: Queryable, conversationId: string): Promise<void> {
  await database.query('update conversations set sending_until = null where id = $1', [conversationId])
}

/** What a conversation is owed since before a moment, in order. */
export async function owedReplies(database: Queryable, conversationId: string, before: Date): Promise<OwedReply[]> {
  const { rows } = await database.query<{ seq: number; body: Partial<Activity> }>(
    `select seq, a.body from owed_replies o join activities a using (conversation_id, seq)
     where conversation_id = $1 and o.created_at <= $2 order by seq limit 50`,
    [conversationId, before],
  )
  return rows.map((row) => ({ seq: row.seq, activity: row.body }))
}

/** The place of a reply in its conversation. */
export interface ReplyPlace {
  conversationId: string
  seq: number
}

export async function markSent(database: Queryable, sent: readonly ReplyPlace[]): Promise<void> {
  await database.query(MARK_SENT, [sent.map((reply) => reply.conversationId), sent.map((reply) => reply.seq)])
}

const MARK_SENT = prepared(
  `delete from owed_replies o using unnest($1::text[], $2::bigint[]) as sent(conversation_id, seq)
   where o.conversation_id = sent.conversation_id and o.seq = sent.seq`,
)
