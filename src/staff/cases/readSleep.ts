import type { Queryable } from '../../database/database.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import { londonDateTime } from '../../shared/calendarDay.ts'
import { sleepSummary, type SleepSummary } from '../../summaries/sleep.ts'

/** What a case's young person told of their nights and of what they try, put together for the practitioner. */
export async function readSleep(client: Queryable, caseId: string, now: Date): Promise<SleepSummary> {
  const { rows } = await client.query<{ body: SelfHelpEntry }>(
    `select distinct on (entry_id) body from record_events
     where case_id = $1 and type = 'self-help-entry' and body->>'module' = 'sleep'
     order by entry_id, entry_version desc`,
    [caseId],
  )
  const entries = rows.map(({ body: { entryId: id, name, fields, about, occurredAt } }) => ({
    id,
    name,
    fields,
    about,
    at: londonDateTime(new Date(occurredAt)),
  }))
  return sleepSummary(entries, londonDateTime(now))
}
