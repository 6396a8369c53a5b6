import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { SessionRecord } from '../../record/events.ts'
import type { keptSession } from '../contract/sessions.ts'

export type KeptSession = z.infer<typeof keptSession>

/** The sessions of a case, the newest version of each, the latest session first. */
export async function readSessions(client: Queryable, caseId: string): Promise<KeptSession[]> {
  const { rows } = await client.query<{ body: SessionRecord }>(
    `select r.body from record_events r where r.case_id = $1 and r.type = 'session-record'
       and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)
     order by (r.body->>'startsAt')::timestamptz desc, r.created_at desc`,
    [caseId],
  )
  return rows.map(({ body }) => fromEvent(body))
}

const fromEvent = (event: SessionRecord): KeptSession => ({
  sessionId: event.entryId,
  personId: event.personId,
  number: event.number,
  attendance: event.attendance,
  startsAt: event.startsAt,
  how: event.how,
  minutes: event.minutes,
  agreed: event.agreed,
  nextSessionAt: event.nextSessionAt,
  note: event.note,
  recordedBy: event.recordedBy,
  recordedAt: event.occurredAt,
})

/** When the first session was held. Takes them as they are read, the latest first. */
export function firstHeldOf(sessions: readonly KeptSession[]): Date | null {
  const first = sessions.findLast(({ attendance }) => attendance === 'attended')
  return first ? new Date(first.startsAt) : null
}
