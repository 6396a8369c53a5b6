import type { Queryable } from '../../database/database.ts'
import { prepared } from '../../database/prepared.ts'
import { londonDateTime, type LocalDateTime } from '../../shared/calendarDay.ts'
import type { Json } from '../../shared/json.ts'
import type { Asked } from './offerInput.ts'

/** An entry of one programme as it stands in the record, its newest version. */
export interface ModuleEntry {
  id: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  /** The entry it is about. */
  about: string | null
  at: LocalDateTime
}

/** Entries older than this are of no use to what is offered now: a programme lasts six weeks, with holidays between. */
const DAYS_BACK = 90

const QUERY = prepared(`
select distinct on (entry_id) entry_id as id, body->>'name' as name, body->'fields' as fields, body->>'about' as about,
  (body->>'occurredAt')::timestamptz as at
from record_events
where person_id = $1 and type = 'self-help-entry' and body->>'module' = $2 and created_at > $3::timestamptz - make_interval(days => $4)
order by entry_id, entry_version desc`)

/** Several offers look at the same entries: they are read once for each start that is put together. */
const known = new WeakMap<object, Map<string, Promise<ModuleEntry[]>>>()

/** What somebody recorded in a programme of late, with what this very turn leaves; the oldest first. */
export async function moduleEntries(asked: Asked, module: string): Promise<ModuleEntry[]> {
  const { open, person, now, recorded, database } = asked
  let reading = known.get(open)?.get(module)
  if (!reading) {
    reading = readEntries(database, person.id, module, now)
    known.set(open, (known.get(open) ?? new Map<string, Promise<ModuleEntry[]>>()).set(module, reading))
  }
  const fresh = recorded
    .filter((entry) => entry.module === module)
    .map(({ entryId, name, fields, about, occurredAt }) => ({
      id: entryId,
      name,
      fields,
      about,
      at: londonDateTime(new Date(occurredAt)),
    }))
  return [...(await reading).filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh].sort((a, b) =>
    a.at.localeCompare(b.at),
  )
}

async function readEntries(database: Queryable, personId: string, module: string, now: Date): Promise<ModuleEntry[]> {
  const { rows } = await database.query<Omit<ModuleEntry, 'at'> & { at: Date }>(QUERY, [
    personId,
    module,
    now,
    DAYS_BACK,
  ])
  return rows.map((row) => ({ ...row, at: londonDateTime(row.at) }))
}
