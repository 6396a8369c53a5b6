import type { Database, Queryable } from '../database/database.ts'
import type { Outbox } from '../outbox/types.ts'
import { idFrom } from '../shared/ids.ts'
import type { StaffRole } from '../shared/route.ts'
import { EscalationConflict, type Escalation } from './escalation.ts'
import { appendEscalationEvent } from './escalationHistory.ts'
import type { Ladder } from './ladder/ladder.ts'
import { lockEscalation, mustBeVersion } from './lockEscalation.ts'
import { readEscalations } from './readEscalations.ts'

/** Who gives which matter to whom, and why. */
export interface HandOver {
  escalationId: string
  staffId: string
  toStaffId: string
  reason: string
  /** Roles that may deal with a matter; nobody else can be given one. */
  roles: readonly StaffRole[]
  expectedVersion: number
  now: Date
  outbox: Outbox
  ladder: Ladder
}

/**
 * Gives a matter to another named member of staff (brief 4.4: reassign is explicit). It lowers and ends nothing: the matter
 * is open again until they say themselves that they are dealing with it, so nobody is left to believe that somebody has it.
 * They are told at once by every route of theirs, and the ladder begins anew; what was due before keeps its time.
 */
export async function handOver(database: Database, request: HandOver): Promise<Escalation> {
  const { escalationId, now } = request
  const after = await database.transaction(async (client) => {
    const current = await lockEscalation(client, escalationId)
    mustBeVersion(current, request.expectedVersion)
    const toName = await mustBeSomebodyElse(client, request, current)
    await client.query(
      `update escalations set assigned_to = $2, state = 'open', acknowledged_at = null, acknowledged_by = null, version = version + 1
       where id = $1`,
      [escalationId, request.toStaffId],
    )
    await appendEscalationEvent(client, request.outbox, {
      id: idFrom('escalation-handed-over', escalationId, String(current.version)),
      escalationId,
      caseId: current.caseId,
      kind: 'handed-over',
      at: now,
      staffId: request.staffId,
      body: { toStaffId: request.toStaffId, to: toName, reason: request.reason },
    })
    await request.ladder.beginHandedOver(client, escalationId, now)
    return (await readEscalations(client, [escalationId]))[0]!
  })
  await database.publish('escalations', after.id)
  return after
}

/** Their name; refuses whoever gives it away, whoever has it already, and whoever cannot deal with it. */
async function mustBeSomebodyElse(
  client: Queryable,
  { staffId, toStaffId, roles, escalationId }: HandOver,
  current: Escalation,
): Promise<string> {
  if (toStaffId === staffId) throw new EscalationConflict('handed-to-oneself', current)
  const { rows } = await client.query<{ name: string; has: boolean }>(
    `select s.display_name as name, coalesce(e.acknowledged_by, e.assigned_to) is not distinct from s.id as has
     from staff s join escalations e on e.id = $2 where s.id = $1 and s.active and s.roles && $3::text[]`,
    [toStaffId, escalationId, [...roles]],
  )
  if (!rows[0]) throw new EscalationConflict('cannot-take-it', current)
  if (rows[0].has) throw new EscalationConflict('has-it-already', current)
  return rows[0].name
}
