import type { Database, Queryable } from '../database/database.ts'
import type { Outbox } from '../outbox/types.ts'
import { idFrom } from '../shared/ids.ts'
import { EscalationConflict } from './escalation.ts'
import { appendEscalationEvent } from './escalationHistory.ts'

/** How somebody was tried to be reached. */
export const CONTACT_WAYS = ['call', 'text', 'in-person', 'video', 'email', 'other'] as const
/** With whom: the person who wrote, their parent or carer, or somebody else (named in `name`). */
export const CONTACT_WITH = ['person', 'parent-carer', 'somebody-else'] as const

/** One try at reaching somebody about a matter (brief 6.3), as a member of staff writes it down. */
export interface Contact {
  way: (typeof CONTACT_WAYS)[number]
  with: (typeof CONTACT_WITH)[number]
  /** Who it was, where that is not the person who wrote. */
  name?: string | undefined
  /** When it was, which is not when it is written down. */
  at: Date
  reached: boolean
  note: string
  /** What happens next, and by when; needed where nobody was reached. */
  nextAction?: string | undefined
  nextActionAt?: Date | undefined
}

/** A contact somebody writes down about a matter. */
export interface ContactToLog {
  escalationId: string
  staffId: string
  contact: Contact
  /** Makes a repeated call harmless. */
  key: string
  now: Date
  outbox: Outbox
}

const MINUTE = 60_000

/** Writes a contact down in a commit of its own. It acknowledges nothing, lowers nothing and closes nothing. */
export async function logContact(database: Database, request: ContactToLog): Promise<void> {
  await database.transaction((client) => logContactIn(client, request))
  await database.publish('escalations', request.escalationId)
}

/** The same as part of an open transaction; whoever commits it publishes. */
export async function logContactIn(client: Queryable, request: ContactToLog): Promise<void> {
  const { escalationId, contact, now } = request
  const { rows } = await client.query<{ case_id: string | null; opened_at: Date }>(
    'select case_id, opened_at from escalations where id = $1',
    [escalationId],
  )
  const matter = rows[0]
  if (!matter) throw new EscalationConflict('unknown', null)
  // Forms know minutes, not seconds.
  if (contact.at.getTime() > now.getTime() + MINUTE || contact.at.getTime() < matter.opened_at.getTime() - MINUTE)
    throw new EscalationConflict('contact-at-another-time', null)
  if (contact.with !== 'person' && !contact.name?.trim()) throw new EscalationConflict('contact-without-name', null)
  if (!contact.reached && (!contact.nextAction?.trim() || contact.nextActionAt === undefined))
    throw new EscalationConflict('next-action-missing', null)
  await appendEscalationEvent(client, request.outbox, {
    id: idFrom('escalation-contact', escalationId, request.key),
    escalationId,
    caseId: matter.case_id,
    kind: 'contact',
    at: now,
    staffId: request.staffId,
    body: {
      way: contact.way,
      with: contact.with,
      at: contact.at.toISOString(),
      reached: contact.reached,
      note: contact.note,
      ...(contact.name?.trim() ? { name: contact.name.trim() } : {}),
      ...(contact.nextAction?.trim() ? { nextAction: contact.nextAction.trim() } : {}),
      ...(contact.nextActionAt ? { nextActionAt: contact.nextActionAt.toISOString() } : {}),
    },
  })
}

/** Whom the contacts about a matter have reached: one call about what was said within half an hour counts for all of it. */
export async function contactsAbout(
  client: Queryable,
  escalationId: string,
): Promise<{ with: Contact['with']; reached: boolean }[]> {
  const { rows } = await client.query<{ with: Contact['with']; reached: boolean }>(
    `select v.body ->> 'with' as "with", (v.body ->> 'reached')::boolean as reached
     from escalations e join escalations i on i.incident_id = e.incident_id and i.person_id is not distinct from e.person_id
       join escalation_events v on v.escalation_id = i.id and v.kind = 'contact'
     where e.id = $1 and (i.id = e.id or (v.body ->> 'at')::timestamptz >= e.opened_at - interval '1 minute')`,
    [escalationId],
  )
  return rows
}
