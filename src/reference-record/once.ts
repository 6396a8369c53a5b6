import { digestOf } from '../case-record/digest.ts'
import type { RecordDatabase, RecordQueries } from './recordDatabase.ts'
import { Refusal } from './refusal.ts'

export interface Answer {
  status: number
  body: unknown
  replayed?: boolean
  etag?: string
}

/**
 * Does a write once for its key: the same request again gets the first answer again, another request under the key is
 * refused. A refused write leaves the key free. Two at the same time: the second waits for the first.
 */
export function once(
  database: RecordDatabase,
  key: string,
  request: object,
  now: Date,
  write: (client: RecordQueries) => Promise<Answer>,
): Promise<Answer> {
  const digest = digestOf(request)
  return database.transaction(async (client) => {
    const first = await client.query(
      `insert into reference_record.idempotency (key, request_digest, received_at) values ($1, $2, $3)
       on conflict (key) do nothing returning key`,
      [key, digest, now],
    )
    if (first.rows.length > 0) {
      const answer = await write(client)
      await client.query('update reference_record.idempotency set status = $2, answer = $3 where key = $1', [
        key,
        answer.status,
        JSON.stringify(answer.body),
      ])
      return answer
    }
    const { rows } = await client.query<{ request_digest: string; status: number; answer: unknown }>(
      'select request_digest, status, answer from reference_record.idempotency where key = $1',
      [key],
    )
    const before = rows[0]!
    if (before.request_digest !== digest) throw new Refusal(409, 'idempotency-key-reused')
    return { status: before.status, body: before.answer, replayed: true }
  })
}
