import type { Queryable } from '../database/database.ts'
import type { Outbox } from '../outbox/types.ts'
import type { RiskFlagEvent } from '../record/events.ts'
import type { Json } from '../shared/json.ts'
import type { EscalationEventKind } from './escalation.ts'

/** One thing that happened to an escalation. Its id is made from what happened, so that a repeated call is harmless. */
export interface EscalationEvent {
  id: string
  escalationId: string
  caseId: string | null
  kind: EscalationEventKind
  at: Date
  staffId: string | null
  body: { [name: string]: Json }
}

/** What the case record calls it; `opened` travels as the flag itself. */
const RECORD_KINDS: Record<Exclude<EscalationEventKind, 'opened'>, RiskFlagEvent['kind']> = {
  repeated: 'note',
  raised: 'raised',
  answered: 'answered',
  'no-reply': 'note',
  acknowledged: 'acknowledged',
  'handed-over': 'note',
  contact: 'contact',
  note: 'note',
  released: 'released',
  closed: 'closed',
}

/** Appends to the history and, where there is a case, to what must reach the case record. False when it stood there before. */
export async function appendEscalationEvent(
  client: Queryable,
  outbox: Outbox,
  event: EscalationEvent,
): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into escalation_events (id, escalation_id, at, kind, staff_id, body) values ($1, $2, $3, $4, $5, $6) on conflict (id) do nothing`,
    [event.id, event.escalationId, event.at, event.kind, event.staffId, JSON.stringify(event.body)],
  )
  if (rowCount !== 1) return false
  if (event.caseId !== null && event.kind !== 'opened') {
    const flagEvent: RiskFlagEvent = {
      type: 'risk-flag-event',
      flagId: event.escalationId,
      eventId: event.id,
      at: event.at.toISOString(),
      kind: RECORD_KINDS[event.kind],
      by: event.staffId === null ? null : await staffName(client, event.staffId),
      detail: { what: event.kind, ...event.body },
    }
    await outbox.enqueue(
      client,
      [
        {
          id: event.id,
          caseId: event.caseId,
          stream: 'risk',
          idempotencyKey: `risk-flag-event/${event.id}`,
          event: flagEvent,
        },
      ],
      event.at,
    )
  }
  return true
}

/** The record knows our staff by their names, not by our ids. */
async function staffName(client: Queryable, staffId: string): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>('select display_name as name from staff where id = $1', [
    staffId,
  ])
  return rows[0]?.name ?? null
}
