import type { Activity } from 'botbuilder'
import type { Queryable } from '../../database/database.ts'

/** An activity with its place in the conversation, which is the watermark. */
export interface PlacedActivity {
  seq: number
  activity: Partial<Activity>
}

/** A client without a watermark is given so much of the past. */
export const HISTORY_AT_MOST = 300

interface Row {
  seq: number
  id: string
  body: Partial<Activity>
  created_at: Date
}

/** What a client may see of an activity, whatever its stored body says about where it belongs. */
export const shown = (conversationId: string, activity: Partial<Activity>): Partial<Activity> => ({
  ...activity,
  channelId: 'directline',
  conversation: { id: conversationId } as Activity['conversation'],
})

/** Reads what came after a watermark, oldest first; with none, the latest stretch of the conversation. */
export async function readActivities(
  database: Queryable,
  conversationId: string,
  after: number | undefined,
): Promise<PlacedActivity[]> {
  const { rows } = await database.query<Row>(
    after === undefined
      ? `select * from (select seq, id, body, created_at from activities where conversation_id = $1 order by seq desc limit $2) latest order by seq`
      : `select seq, id, body, created_at from activities where conversation_id = $1 and seq > $3 order by seq limit $2`,
    after === undefined ? [conversationId, HISTORY_AT_MOST] : [conversationId, HISTORY_AT_MOST, after],
  )
  return rows.map((row) => ({
    seq: row.seq,
    activity: shown(conversationId, { ...row.body, id: row.body.id ?? row.id, timestamp: row.created_at }),
  }))
}

/** Reads a watermark as a client sends it back; undefined for none or nonsense. */
export const readWatermark = (watermark: unknown): number | undefined =>
  typeof watermark === 'string' && /^\d{1,15}$/.test(watermark) ? Number(watermark) : undefined
