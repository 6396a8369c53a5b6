import { prepared } from '../../database/prepared.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import type { KeptEntry } from '../../sleep/diary.ts'
import type { Asked, OpenThings } from './offerInput.ts'

/** Entries older than this are of no use to what is offered now: a programme lasts six weeks, with holidays between. */
const DAYS = 90

/** What somebody wrote down about sleep of late, the newest version of each, the oldest first; what this very turn leaves among it. */
export async function sleepEntries(asked: Asked): Promise<KeptEntry[]> {
  const fresh = asked.recorded.filter(({ module }) => module === 'sleep')
  const kept = await readOnce(asked)
  return [...kept.filter(({ entryId }) => !fresh.some((one) => one.entryId === entryId)), ...fresh]
}

/** Asked for once a visit, however many offers look at it. */
function readOnce({ open, database, person, now }: Asked): Promise<KeptEntry[]> {
  const known = read.get(open)
  if (known) return known
  const entries = database
    .query<{ body: SelfHelpEntry }>(QUERY, [person.id, now, DAYS])
    .then(({ rows }) => rows.map(({ body }) => body))
  read.set(open, entries)
  return entries
}

const read = new WeakMap<OpenThings, Promise<KeptEntry[]>>()

const QUERY = prepared(`
select body from (
  select distinct on (entry_id) body, created_at from record_events
  where person_id = $1 and type = 'self-help-entry' and body ->> 'module' = 'sleep'
    and created_at > $2::timestamptz - make_interval(days => $3)
  order by entry_id, entry_version desc) as newest
order by created_at`)
