import type { Queryable } from '../database/database.ts'
import { newId } from '../shared/ids.ts'
import type { Json } from '../shared/json.ts'

/** One thing a member of staff looked at or did. `detail` carries ids and codes, never words a person wrote. */
interface Audited {
  staffId: string
  action: string
  caseId?: string | null
  personId?: string | null
  subjectId?: string | null
  detail?: { [name: string]: Json }
}

/** Writes it down, in the caller's transaction where it belongs to a change. */
export async function writeAudit(client: Queryable, now: Date, audited: Audited): Promise<void> {
  await client.query(
    'insert into audit (id, at, staff_id, action, case_id, person_id, subject_id, detail) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [
      newId(),
      now,
      audited.staffId,
      audited.action,
      audited.caseId ?? null,
      audited.personId ?? null,
      audited.subjectId ?? null,
      JSON.stringify(audited.detail ?? {}),
    ],
  )
}
