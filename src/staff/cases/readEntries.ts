import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import { Problem } from '../../shared/route.ts'
import type { entry, personNote } from '../contract/caseShapes.ts'

/** A page of entries. */
const PAGE = 50

interface EntryPage {
  entries: z.infer<typeof entry>[]
  /** Cursor for the page after this one; null when there is none. */
  nextEntries: string | null
}

/** What people of a case wrote down with the bot, newest version of each, newest first. Notes to the practitioner are read apart. */
export async function readEntries(client: Queryable, caseId: string, cursor?: string): Promise<EntryPage> {
  const from = cursor === undefined ? null : parseCursor(cursor)
  const { rows } = await client.query<{ id: string; created_at: Date; body: SelfHelpEntry }>(ENTRIES, [
    caseId,
    from?.at ?? null,
    from?.id ?? null,
    PAGE + 1,
  ])
  const page = rows.slice(0, PAGE)
  const last = page.at(-1)
  return {
    entries: page.map((row) => fromEvent(row.body)),
    nextEntries: rows.length > PAGE && last ? `${last.created_at.toISOString()}_${last.id}` : null,
  }
}

function parseCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = cursor.split('_')
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id))
    throw new Problem(422, 'bad-cursor', 'This list cannot be continued from there.')
  return { at, id }
}

const fromEvent = ({ entryId, version, personId, respondent, recordType, module, name, occurredAt, localDate, refersTo, about, fields, skipped, declined }: SelfHelpEntry): z.infer<typeof entry> => ({
  entryId, version, personId, respondent, recordType, module, name, occurredAt, localDate, refersTo, about, fields, skipped, declined,
}) // prettier-ignore

/** What people of a case left for their practitioner, newest first. */
export async function readPersonNotes(client: Queryable, caseId: string): Promise<z.infer<typeof personNote>[]> {
  const { rows } = await client.query<{ created_at: Date; body: SelfHelpEntry }>(NOTES, [caseId])
  return rows.map(({ created_at, body }) => ({
    id: body.entryId,
    personId: body.personId,
    purpose: body.name === 'agenda' ? 'agenda' : 'for-practitioner',
    text: typeof body.fields.text === 'string' ? body.fields.text : '',
    createdAt: created_at.toISOString(),
  }))
}

const NEWEST = `not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)`
/** How the turn keeps a note: a general entry of one of two names. */
const IS_NOTE = `(r.body ->> 'module' = 'general' and r.body ->> 'name' in ('note', 'agenda'))`

const ENTRIES = `
select r.id, r.created_at, r.body from record_events r
where r.case_id = $1 and r.type = 'self-help-entry' and ${NEWEST} and not ${IS_NOTE}
  and ($2::timestamptz is null or (r.created_at, r.id) < ($2::timestamptz, $3::uuid))
order by r.created_at desc, r.id desc limit $4`

const NOTES = `
select r.created_at, r.body from record_events r
where r.case_id = $1 and r.type = 'self-help-entry' and ${NEWEST} and ${IS_NOTE}
order by r.created_at desc, r.id desc limit 50`
