import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import type { closingState } from '../contract/closing.ts'
import { readAdministrations } from '../goals/readCaseGoals.ts'
import { readMeasurePlans } from '../measure-plans/readMeasurePlans.ts'
import type { StaffParts } from '../parts.ts'
import { gapsOfCase, type ClosingFacts, type ClosingRequest } from './closingGaps.ts'

type ClosingState = z.infer<typeof closingState>
type ClosingParts = Pick<StaffParts, 'measures' | 'measurePlanRules' | 'reminderRules' | 'clock'>

/** Sessions in which somebody was met. */
const HELD = `(select count(*)::int from record_events r where r.case_id = k.id and r.type = 'session-record'
  and r.body->>'attendance' = 'attended'
  and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version))`
/** Everything that decides whether a case may be closed. */
export async function readClosingFacts(client: Queryable, caseId: string, parts: ClosingParts): Promise<ClosingFacts> {
  const { rows } = await client.query<Omit<ClosingFacts, 'measures'>>(
    `select k.session_number as "sessionNumber", ${HELD} as "sessionsHeld",
       (select count(*)::int from escalations e where e.case_id = k.id and e.state <> 'closed') as "openAlerts",
       (select count(*)::int from outbox o where o.case_id = k.id and o.state = 'parked') as "parkedDeliveries"
     from cases k where k.id = $1`,
    [caseId],
  )
  const people = await readMeasurePlans(
    client,
    caseId,
    await readAdministrations(client, caseId),
    parts,
    parts.clock.now(),
  )
  const paired = new Map<string, { measure: string; title: string; paired: boolean }>()
  for (const { measure, title, state } of people.flatMap(({ pairs }) => pairs))
    paired.set(measure, { measure, title, paired: state === 'paired' && (paired.get(measure)?.paired ?? true) })
  return { ...rows[0]!, measures: [...paired.values()] }
}

interface Row {
  id: string
  closed_at: Date
  closed_by: { staffId: string; name: string }
  signed_off_by: { staffId: string; name: string } | null
  body: Omit<ClosingRequest, 'version'> & { sessionsHeld: number }
  reopened_at: Date | null
  reopened_by: { staffId: string; name: string } | null
  reopened_reason: string | null
}

/** What stands in the way, and every time the case was closed, newest first. */
export async function readClosing(
  client: Queryable,
  caller: StaffCaller,
  caseId: string,
  parts: ClosingParts,
): Promise<ClosingState> {
  const [facts, { rows }, { rows: supervised }] = [
    await readClosingFacts(client, caseId, parts),
    await client.query<Row>(
      `select c.id, c.closed_at, c.body, c.reopened_at, c.reopened_reason,
         json_build_object('staffId', b.id, 'name', b.display_name) as closed_by,
         case when s.id is not null then json_build_object('staffId', s.id, 'name', s.display_name) end as signed_off_by,
         case when r.id is not null then json_build_object('staffId', r.id, 'name', r.display_name) end as reopened_by
       from case_closings c join staff b on b.id = c.closed_by left join staff s on s.id = c.signed_off_by
         left join staff r on r.id = c.reopened_by
       where c.case_id = $1 order by c.closed_at desc`,
      [caseId],
    ),
    await client.query('select 1 from cases where id = $1 and supervisor_id = $2', [caseId, caller.staffId]),
  ]
  return {
    gaps: gapsOfCase(facts),
    sessionsHeld: facts.sessionsHeld,
    maySignOff: supervised.length > 0,
    closings: rows.map(({ body, ...row }) => ({
      id: row.id,
      closedAt: row.closed_at.toISOString(),
      closedBy: row.closed_by,
      signedOffBy: row.signed_off_by,
      reason: body.reason,
      destination: body.destination,
      specialist: body.specialist ?? null,
      measuresMissing: body.measuresMissing,
      recordsMissing: body.recordsMissing ?? null,
      stayingWell: body.stayingWell,
      stayingWellReason: body.stayingWellReason ?? null,
      riskReview: body.riskReview ?? null,
      note: body.note ?? null,
      sessionsHeld: body.sessionsHeld,
      reopened:
        row.reopened_at === null || row.reopened_by === null
          ? null
          : { at: row.reopened_at.toISOString(), by: row.reopened_by, reason: row.reopened_reason ?? '' },
    })),
  }
}
