import type { Queryable } from '../../database/database.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import { addDays, londonDateTime, londonDay, type CalendarDay } from '../../shared/calendarDay.ts'
import type { SummaryEntry } from '../../summaries/facts.ts'

/** More entries than anybody makes between two sessions. */
const AT_MOST = 500

/** Weekly check-ins are read whole: what somebody entered since the last session holds one of them, which is no trend. */
const WHOLE = `(r.body ->> 'module' = 'behaviour-support' and r.body ->> 'name' = 'weekly')`

/** What somebody entered since a moment (all of it where there was none), the newest version of each, oldest first. */
export async function readEntriesSince(
  client: Queryable,
  personId: string,
  since: string | null,
): Promise<SummaryEntry[]> {
  const { rows } = await client.query<{ body: SelfHelpEntry }>(
    `select r.body from record_events r where r.person_id = $1 and r.type = 'self-help-entry' and (r.created_at > coalesce($2::timestamptz, '-infinity') or ${WHOLE})
       and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)
     order by r.created_at desc limit ${AT_MOST}`,
    [personId, since],
  )
  return rows
    .map(({ body: { entryId: id, module, name, fields, about, occurredAt } }) => ({
      id,
      module,
      name,
      fields,
      about,
      at: londonDateTime(new Date(occurredAt)),
    }))
    .reverse()
}

const DAYS = 14

interface Activity {
  lastEntryAt: string | null
  days: { day: CalendarDay; entries: number }[]
}

/** On how many of the last fourteen days somebody entered something, and when they last did. */
export async function readActivity(client: Queryable, personId: string, now: Date): Promise<Activity> {
  const first = addDays(londonDay(now), 1 - DAYS)
  const { rows } = await client.query<{ last: Date | null; days: Record<string, number> | null }>(
    `select max(created_at) as last, (
       select json_object_agg(day, entries) from (
         select to_char(local_date, 'YYYY-MM-DD') as day, count(*)::int as entries from record_events
         where person_id = $1 and type in ('self-help-entry', 'measure-administration') and entry_version = 1 and local_date >= $2::date group by local_date) d) as days
     from record_events where person_id = $1 and type in ('self-help-entry', 'measure-administration')`,
    [personId, first],
  )
  const { last = null, days = null } = rows[0] ?? {}
  return {
    lastEntryAt: last?.toISOString() ?? null,
    days: Array.from({ length: DAYS }, (_, n) => addDays(first, n)).map((day) => ({ day, entries: days?.[day] ?? 0 })),
  }
}
