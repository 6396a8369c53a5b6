import type { Queryable } from '../../database/database.ts'
import { idFrom } from '../../shared/ids.ts'
import type { Escalation } from '../escalation.ts'
import type { Named } from './whoIsTold.ts'
import { earliest, type PlannedRung } from './planRungs.ts'

/** A rung as it is kept: which it is of which matter, and what became of it. */
export interface Rung extends PlannedRung {
  id: string
  escalationId: string
  round: number
  position: number
  state: 'waiting' | 'run' | 'silent' | 'replaced'
}

/** What the ladder needs to know of a matter. */
export interface Climbing extends Named {
  id: string
  caseId: string | null
  tier: Escalation['tier']
  priority: boolean
  lane: Escalation['lane']
  state: Escalation['state']
}

/** Reads the matter and keeps it from being changed until the transaction ends. */
export async function lockClimbing(client: Queryable, escalationId: string): Promise<Climbing | undefined> {
  const { rows } = await client.query<Climbing & { ownId: string | null }>(
    `select e.id, e.case_id as "caseId", e.tier, e.priority, e.lane, e.state,
       coalesce(e.assigned_to, k.practitioner_id) as "practitionerId", k.supervisor_id as "supervisorId"
     from escalations e left join cases k on k.id = e.case_id where e.id = $1 for update of e`,
    [escalationId],
  )
  return rows[0]
}

/**
 * Ends the round in hand and keeps the rungs of a new one. What nobody has acknowledged is never put off by it: a rung that
 * was waiting keeps its time where the new one would be later.
 */
export async function beginRound(
  client: Queryable,
  escalationId: string,
  planned: readonly PlannedRung[],
): Promise<Rung[]> {
  const waiting = new Map(
    (await rungsOf(client, escalationId)).filter((r) => r.state === 'waiting').map((r) => [r.rung, r.dueAt]),
  )
  const inTime = planned
    .map((rung) => ({ ...rung, dueAt: earliest(rung.dueAt, waiting.get(rung.rung)) }))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
  const { rows } = await client.query<{ round: number }>(
    `with ended as (update ladder_rungs set state = 'replaced' where escalation_id = $1 and state = 'waiting')
     select coalesce(max(round), 0) + 1 as round from ladder_rungs where escalation_id = $1`,
    [escalationId],
  )
  const round = rows[0]!.round
  const rungs = inTime.map(
    (rung, position): Rung => ({
      ...rung,
      id: idFrom('rung', escalationId, String(round), String(position)),
      escalationId,
      round,
      position,
      state: 'waiting',
    }),
  )
  for (const rung of rungs) await keepRung(client, rung)
  return rungs
}

/** Keeps one rung; one that stands there already stays as it is. */
export async function keepRung(client: Queryable, rung: Rung): Promise<void> {
  await client.query(
    `insert into ladder_rungs (id, escalation_id, round, position, rung, due_at, tell, by, incident_log, state)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'waiting') on conflict do nothing`,
    [
      rung.id,
      rung.escalationId,
      rung.round,
      rung.position,
      rung.rung,
      rung.dueAt,
      [...rung.tell],
      rung.by,
      rung.incidentLog,
    ],
  )
}

const COLUMNS = `id, escalation_id as "escalationId", round, position, rung, due_at as "dueAt", tell, by, incident_log as "incidentLog", state`

/** Every rung of a matter's last round, in order. */
export async function rungsOf(client: Queryable, escalationId: string): Promise<Rung[]> {
  const { rows } = await client.query<Rung>(
    `select ${COLUMNS} from ladder_rungs where escalation_id = $1
       and round = (select max(round) from ladder_rungs where escalation_id = $1) order by position`,
    [escalationId],
  )
  return rows
}

/** What the sweep has to see to: matters with a rung that is overdue, and open ones that have no ladder at all. */
export async function overdueMatters(client: Queryable, now: Date): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct escalation_id as id from ladder_rungs where state = 'waiting' and due_at <= $1
     union select e.id from escalations e where e.state = 'open' and not exists (select 1 from ladder_rungs r where r.escalation_id = e.id)`,
    [now],
  )
  return rows.map((row) => row.id)
}

/** Somebody has acknowledged: what was still to come does not come, and what has not got through is not sent any more. */
export async function fallSilent(client: Queryable, escalationId: string): Promise<void> {
  await client.query(`update ladder_rungs set state = 'silent' where escalation_id = $1 and state = 'waiting'`, [
    escalationId,
  ])
  await client.query(
    `update alerts set state = 'not-needed', next_attempt_at = null
     where escalation_id = $1 and next_attempt_at is not null and claimed_until is null`,
    [escalationId],
  )
}
