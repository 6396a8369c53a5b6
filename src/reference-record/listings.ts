import type { Kind, LedgerLine } from '../case-record/types.ts'
import { mustExist } from './hold.ts'
import type { RecordQueries } from './recordDatabase.ts'

interface HeldRow extends Record<string, unknown> {
  sequence: number
  kind: Kind
  id: string
  version: number
  body: object
  digest: string
  idempotency_key: string
  received_at: Date
}

export interface PageOf {
  caseRef: string
  after: number
  limit: number
  kind?: Kind
  flagId?: string
  idempotencyKey?: string
  recordType?: string
}

/** One page of what is held for a case; `next` is given where more may follow. 404 where there is no such case. */
async function readPage(client: RecordQueries, page: PageOf): Promise<{ rows: HeldRow[]; next?: number }> {
  const { caseRef, after, limit, kind, flagId, idempotencyKey, recordType } = page
  await mustExist(client, 'select 1 from reference_record.cases where case_ref = $1', [caseRef], 'case-not-found')
  const { rows } = await client.query<HeldRow>(
    `select * from reference_record.held where case_ref = $1 and sequence > $2
       and ($4::text is null or kind = $4) and ($5::uuid is null or flag_id = $5) and ($6::text is null or idempotency_key = $6)
       and ($7::text is null or body->>'recordType' = $7)
     order by sequence limit $3`,
    [caseRef, after, limit, kind ?? null, flagId ?? null, idempotencyKey ?? null, recordType ?? null],
  )
  const last = rows.at(-1)
  return last && rows.length === limit ? { rows, next: Number(last.sequence) } : { rows }
}

/** Things of one kind with their bodies. */
export async function listHeld(client: RecordQueries, page: PageOf & { kind: Kind }) {
  const { rows, next } = await readPage(client, page)
  const items = rows.map((r) => ({
    held: { sequence: Number(r.sequence), receivedAt: r.received_at.toISOString() },
    body: r.body,
  }))
  return { items, next }
}

/** Everything in the order received, without words. */
export async function readLedger(client: RecordQueries, page: PageOf): Promise<{ items: LedgerLine[]; next?: number }> {
  const { rows, next } = await readPage(client, page)
  const items = rows.map((r) => ({
    sequence: Number(r.sequence),
    kind: r.kind,
    id: r.id,
    version: r.version,
    idempotencyKey: r.idempotency_key,
    digest: r.digest,
    receivedAt: r.received_at.toISOString(),
  }))
  return { items, next }
}
