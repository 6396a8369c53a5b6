import type { Queryable } from '../database/database.ts'
import { prepared } from '../database/prepared.ts'
import type { Outbox } from '../outbox/types.ts'
import { idFrom } from '../shared/ids.ts'
import type { Closure, Goal, MeasureAdministration, SelfHelpEntry, SessionRecord } from './events.ts'

/** An event whose version is not known yet: the next one of its entry, counted in the commit's own transaction. */
export type Unnumbered =
  | Omit<SelfHelpEntry, 'version'>
  | Omit<MeasureAdministration, 'version'>
  | Omit<Goal, 'version'>
  | Omit<SessionRecord, 'version'>
  | Omit<Closure, 'version'>

/** A record event with whose it is. */
export interface EventToKeep {
  event: Unnumbered
  caseId: string
  personId: string
  at: Date
}

/** Keeps events here and puts them in the outbox: the two are one commit, the caller's. In the order given. */
export async function keepEvents(
  client: Queryable,
  toKeep: readonly EventToKeep[],
  outbox: Pick<Outbox, 'enqueue'>,
): Promise<void> {
  const [first] = toKeep
  if (first === undefined) return
  const numbered = await numberEvents(client, toKeep)
  const rows = numbered.map(({ id, event, caseId, personId, at }) => ({
    id,
    case_id: caseId,
    person_id: personId,
    type: event.type,
    entry_id: event.entryId,
    entry_version: event.version,
    body: event,
    local_date: event.localDate,
    created_at: at,
  }))
  await client.query(INSERT, [JSON.stringify(rows)])
  const entries = numbered.map(({ id, caseId, event }) => ({
    id,
    caseId,
    stream: 'case' as const,
    idempotencyKey: id,
    event,
  }))
  await outbox.enqueue(client, entries, first.at)
}

const INSERT = prepared(`
insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
select e.* from jsonb_to_recordset($1::jsonb) as e(
  id uuid, case_id uuid, person_id uuid, type text, entry_id uuid, entry_version int, body jsonb, local_date date, created_at timestamptz)`)

const LAST_VERSIONS = prepared(
  'select entry_id, max(entry_version) as version from record_events where entry_id = any($1::uuid[]) group by entry_id',
)

/** The next version of each entry; an entry that is amended twice gets two. */
async function numberEvents(client: Queryable, toKeep: readonly EventToKeep[]) {
  const { rows } = await client.query<{ entry_id: string; version: number }>(LAST_VERSIONS, [
    toKeep.map(({ event }) => event.entryId),
  ])
  const last = new Map(rows.map((row) => [row.entry_id, row.version]))
  return toKeep.map((one) => {
    const { entryId } = one.event
    const version = (last.get(entryId) ?? 0) + 1
    last.set(entryId, version)
    const event = { ...one.event, version }
    return { ...one, event, id: idFrom('event', entryId, String(version)) }
  })
}
