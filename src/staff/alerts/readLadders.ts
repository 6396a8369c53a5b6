import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { Place } from '../../risk/ladder/ladderFile.ts'
import { whoIsTold } from '../../risk/ladder/whoIsTold.ts'
import { readRota } from '../../rota/readRota.ts'
import type { Rota } from '../../rota/rota.ts'
import type { StaffedHours } from '../../rota/staffedHours.ts'
import type { ladderStep, nextRung } from '../contract/ladderShapes.ts'

type LadderStep = z.infer<typeof ladderStep>
export type NextRung = z.infer<typeof nextRung>

interface Row {
  escalation_id: string
  id: string
  round: number
  rung: string
  due_at: Date
  run_at: Date | null
  state: LadderStep['state']
  tell: Place[]
  by: 'every-route' | 'page'
  incident_log: boolean
  practitioner_id: string | null
  supervisor_id: string | null
  told: LadderStep['told'] | null
}

/**
 * The ladders of some matters as staff see them, by matter: what ran, whom it told and whether that arrived, and what comes
 * next. Whom a waiting rung will tell is worked out from the rota as it stands now, for the moment it is due; it is worked
 * out anew then.
 */
export async function readLadders(
  client: Queryable,
  escalationIds: readonly string[],
  hours: StaffedHours,
  now: Date,
): Promise<Map<string, LadderStep[]>> {
  const { rows } = await client.query<Row>(STEPS, [escalationIds])
  const rota = rows.some((row) => row.state === 'waiting') ? await readRota(client, hours, now) : undefined
  const ladders = new Map<string, LadderStep[]>()
  for (const row of rows)
    ladders.set(row.escalation_id, [...(ladders.get(row.escalation_id) ?? []), toStep(row, rota, now)])
  return ladders
}

/** What happens next if nobody acknowledges; null where nothing does. */
export function nextOf(steps: readonly LadderStep[] | undefined): NextRung | null {
  const next = steps?.find((step) => step.state === 'waiting')
  return next ? { rung: next.rung, dueAt: next.dueAt, tells: next.tells, onPageOnly: next.onPageOnly } : null
}

function toStep(row: Row, rota: Rota | undefined, now: Date): LadderStep {
  const named = { practitionerId: row.practitioner_id, supervisorId: row.supervisor_id }
  const due = row.due_at < now ? now : row.due_at
  const tells =
    row.state === 'waiting' && rota
      ? whoIsTold(row, named, rota, due).map(({ staffId }) => rota.staff.get(staffId)?.displayName ?? '')
      : []
  return {
    id: row.id,
    round: row.round,
    rung: row.rung,
    state: row.state,
    dueAt: row.due_at.toISOString(),
    ranAt: row.run_at?.toISOString() ?? null,
    onPageOnly: row.by === 'page',
    incidentLog: row.incident_log,
    tells,
    told: (row.told ?? []).map((one) => ({ ...one, at: inIso(one.at), nextTryAt: inIso(one.nextTryAt) })),
  }
}

/** JSON out of the database writes times as +00:00. */
const inIso = (at: string | null): string | null => (at === null ? null : new Date(at).toISOString())

const STEPS = `
select r.escalation_id, r.id, r.round, r.rung, r.due_at, r.run_at, r.state, r.tell, r.by, r.incident_log,
  coalesce(e.assigned_to, k.practitioner_id) as practitioner_id, k.supervisor_id,
  (select json_agg(json_build_object('name', s.display_name, 'route', a.route, 'state', a.state, 'at', a.sent_at,
      'tries', a.attempts, 'nextTryAt', a.next_attempt_at) order by s.display_name, a.route <> 'staff-page', a.route, a.id)
    from alerts a join staff s on s.id = a.staff_id where a.rung_id = r.id) as told
from ladder_rungs r join escalations e on e.id = r.escalation_id left join cases k on k.id = e.case_id
where r.escalation_id = any($1::uuid[]) order by r.escalation_id, r.round, r.position`
