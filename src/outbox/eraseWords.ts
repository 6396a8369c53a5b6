import type { Queryable } from '../database/database.ts'

const KEPT_DAYS = 30

/**
 * The outbox is no second record: what was delivered, and read back from the record as it was sent, loses its words after
 * thirty days. The proof stays: its id, when it was sent, the record's receipt, and the digest of what was sent. Risk
 * flags and their history keep everything (brief 4.8).
 */
export async function eraseDeliveredWords(database: Queryable, now: Date): Promise<number> {
  const { rowCount } = await database.query(
    `update outbox o set body = null where o.state = 'delivered' and o.stream = 'case' and o.body is not null
       and o.compared_at is not null and o.digest is not null and o.delivered_at < $1
       and exists (select 1 from record_events e where e.id = o.id)`,
    [new Date(now.getTime() - KEPT_DAYS * 24 * 60 * 60_000)],
  )
  return rowCount ?? 0
}
