import type { Database, Queryable } from '../database/database.ts'
import type { Outbox } from '../outbox/types.ts'
import type { Json } from '../shared/json.ts'
import { idFrom } from '../shared/ids.ts'
import { contactsAbout, logContactIn, type Contact } from './contacts.ts'
import { EscalationConflict, type Escalation } from './escalation.ts'
import { appendEscalationEvent } from './escalationHistory.ts'
import { fallSilent } from './ladder/rungs.ts'
import { lockEscalation, mustBeVersion } from './lockEscalation.ts'
import { whatIsMissing, type Ending } from './outcomes.ts'
import { readEscalations } from './readEscalations.ts'

/** Who does something to which version of an escalation. */
interface Step {
  escalationId: string
  staffId: string
  /** The version on the page of whoever decides; another one means that something has happened since. */
  expectedVersion: number
  now: Date
  outbox: Outbox
}

/**
 * "I'm dealing with this": a named human has taken the matter, with what they plan to do. Viewing never does this.
 * The first one stands: a second throws `EscalationConflict` with who it was.
 */
export async function acknowledge(database: Database, step: Step & { plannedAction: string }): Promise<Escalation> {
  return change(database, step, (current) => {
    if (current.state === 'acknowledged') return { conflict: 'already-acknowledged' }
    return {
      set: `state = 'acknowledged', acknowledged_at = $3, acknowledged_by = $4`,
      kind: 'acknowledged',
      body: { plannedAction: step.plannedAction },
    }
  })
}

/**
 * A named human has dealt with the matter: closes it, and with the last one open for this person the hold ends. The only
 * way a hold ever ends. Refused without what its outcome needs; a contact given along is written down in the same commit.
 * Who releases what nobody had acknowledged has thereby acknowledged it too.
 */
export async function release(
  database: Database,
  step: Step & Ending & { contact?: Contact | undefined },
): Promise<Escalation> {
  const { contact } = step
  return change(
    database,
    step,
    async (current, client) => {
      const contacts = await contactsAbout(client, step.escalationId)
      const missing = whatIsMissing(step, current, contact ? [...contacts, contact] : contacts)
      if (missing) return { conflict: missing }
      return {
        set: `state = 'closed', holds = false, released_at = $3, released_by = $4, outcome = $5,
          acknowledged_at = coalesce(acknowledged_at, $3), acknowledged_by = coalesce(acknowledged_by, $4)`,
        values: [step.outcome],
        kind: 'released',
        body: {
          outcome: step.outcome,
          note: step.note,
          ...(step.falseAlarmReason === undefined ? {} : { falseAlarmReason: step.falseAlarmReason }),
          ...(step.toWhom === undefined ? {} : { toWhom: step.toWhom }),
          ...(step.nextAction === undefined ? {} : { nextAction: step.nextAction }),
          ...(step.nextActionAt === undefined ? {} : { nextActionAt: step.nextActionAt.toISOString() }),
        },
      }
    },
    (client, current) =>
      contact ? logContactIn(client, { ...step, contact, key: `released/${current.version}` }) : Promise.resolve(),
  )
}

/** Adds what a member of staff wants to keep with the flag, or (without one) what the person answered in the conversation. */
export async function noteOnEscalation(
  client: Queryable,
  note: { escalationId: string; staffId: string | null; key: string; text: string; now: Date; outbox: Outbox },
): Promise<void> {
  const { rows } = await client.query<{ case_id: string | null }>('select case_id from escalations where id = $1', [
    note.escalationId,
  ])
  if (!rows[0]) throw new EscalationConflict('unknown', null)
  await appendEscalationEvent(client, note.outbox, {
    id: idFrom('escalation-note', note.escalationId, note.key),
    escalationId: note.escalationId,
    caseId: rows[0].case_id,
    kind: note.staffId === null ? 'answered' : 'note',
    at: note.now,
    staffId: note.staffId,
    body: { text: note.text },
  })
}

type Decision =
  | { conflict: EscalationConflict['reason'] }
  | { set: string; values?: unknown[]; kind: 'acknowledged' | 'released'; body: { [name: string]: Json } }

async function change(
  database: Database,
  step: Step,
  decide: (current: Escalation, client: Queryable) => Decision | Promise<Decision>,
  before: (client: Queryable, current: Escalation) => Promise<void> = () => Promise.resolve(),
): Promise<Escalation> {
  const after = await database.transaction(async (client) => {
    const current = await lockEscalation(client, step.escalationId)
    const decision = await decide(current, client)
    if ('conflict' in decision) throw new EscalationConflict(decision.conflict, current)
    mustBeVersion(current, step.expectedVersion)
    await before(client, current)
    await client.query(`update escalations set ${decision.set}, version = version + 1 where id = $1 and version = $2`, [
      step.escalationId,
      current.version,
      step.now,
      step.staffId,
      ...(decision.values ?? []),
    ])
    await fallSilent(client, step.escalationId)
    await appendEscalationEvent(client, step.outbox, {
      id: idFrom('escalation-decided', step.escalationId, decision.kind, String(current.version)),
      escalationId: step.escalationId,
      caseId: current.caseId,
      kind: decision.kind,
      at: step.now,
      staffId: step.staffId,
      body: decision.body,
    })
    return (await readEscalations(client, [step.escalationId]))[0]!
  })
  await database.publish('escalations', after.id)
  return after
}
