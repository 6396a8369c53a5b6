import { digestOf } from '../case-record/digest.ts'
import type { Kind, Receipt } from '../case-record/types.ts'
import type { RecordQueries } from './recordDatabase.ts'
import { Refusal } from './refusal.ts'

/** Something to be held for a case. */
export interface Incoming {
  caseRef: string
  kind: Kind
  id: string
  version: number
  flagId?: string
  body: object
  idempotencyKey: string
}

/** Adds it, or says why not: no such case, no such flag, or this version is held already. */
export async function hold(client: RecordQueries, incoming: Incoming, now: Date): Promise<Receipt> {
  const { caseRef, kind, id, version, flagId, body, idempotencyKey } = incoming
  await mustExist(client, 'select 1 from reference_record.cases where case_ref = $1', [caseRef], 'case-not-found')
  if (flagId !== undefined)
    await mustExist(
      client,
      `select 1 from reference_record.held where case_ref = $1 and kind = 'risk-flag' and id = $2`,
      [caseRef, flagId],
      'flag-not-found',
    )
  const digest = digestOf(body)
  const added = await client.query<{ sequence: number }>(
    `insert into reference_record.held (case_ref, kind, id, version, flag_id, body, digest, idempotency_key, received_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (kind, id, version) do nothing returning sequence`,
    [caseRef, kind, id, version, flagId ?? null, JSON.stringify(body), digest, idempotencyKey, now],
  )
  const row = added.rows[0]
  if (row) return { kind, id, version, sequence: Number(row.sequence), receivedAt: now.toISOString() }
  const present = await client.query<{ digest: string; case_ref: string }>(
    'select digest, case_ref from reference_record.held where kind = $1 and id = $2 and version = $3',
    [kind, id, version],
  )
  const same = present.rows[0]?.digest === digest && present.rows[0].case_ref === caseRef
  throw new Refusal(409, same ? 'already-held' : 'version-conflict')
}

/** 404 with the code where the query finds nothing. */
export async function mustExist(client: RecordQueries, sql: string, values: unknown[], code: string): Promise<void> {
  if ((await client.query(sql, values)).rows.length === 0) throw new Refusal(404, code)
}
