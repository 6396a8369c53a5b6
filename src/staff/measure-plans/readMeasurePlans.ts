import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import { pairStates } from '../../measure-plan/pairs.ts'
import { defaultPlan, type PlannedMeasure } from '../../measure-plan/plan.ts'
import type { MeasureAdministration } from '../../record/events.ts'
import { readEngagement } from '../../reminders/readEngagement.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import { ageOn } from '../age.ts'
import type { measurePlan } from '../contract/measurePlans.ts'
import type { StaffParts } from '../parts.ts'

export type ShownPlan = z.infer<typeof measurePlan>

interface Row {
  id: string
  role: 'young-person' | 'parent-carer'
  date_of_birth: string | null
  session_number: number
  sessions_planned: number
  version: number | null
  measures: PlannedMeasure[] | null
  first_contact: Date | null
}

/** What is asked of each person of a case, the young person first, and which measures have their first and last score. */
export async function readMeasurePlans(
  client: Queryable,
  caseId: string,
  administrations: readonly MeasureAdministration[],
  { measures, measurePlanRules, reminderRules }: Pick<StaffParts, 'measures' | 'measurePlanRules' | 'reminderRules'>,
  now: Date,
): Promise<ShownPlan[]> {
  const { rows } = await client.query<Row>(PLANS, [caseId])
  const ids = rows.map(({ id }) => id)
  const engagements = await readEngagement(client, ids, now, reminderRules.engagement)
  const titled = <T extends { measure: string }>(one: T) => ({
    ...one,
    title: measures.get(one.measure)?.shortTitle ?? one.measure,
  })
  return rows.map((row) => {
    const age = ageOn(row.date_of_birth, londonDay(now))
    const plan = row.measures ?? defaultPlan(measurePlanRules, { role: row.role, age })
    const own = administrations.filter(({ personId }) => personId === row.id)
    const pairs = pairStates(plan, own, {
      sessionNumber: row.session_number,
      sessionsPlanned: row.sessions_planned,
      firstContactDay: row.first_contact && londonDay(row.first_contact),
      engagement: engagements.get(row.id) ?? 'active',
    })
    return { personId: row.id, version: row.version ?? 0, measures: plan.map(titled), pairs: pairs.map(titled) }
  })
}

const PLANS = `
select p.id, p.role, p.date_of_birth, k.session_number, k.sessions_planned, m.version, m.measures,
  (select min((r.body->>'startsAt')::timestamptz) from record_events r where r.case_id = k.id and r.type = 'session-record'
    and r.body->>'attendance' = 'attended') as first_contact
from people p join cases k on k.id = p.case_id
  left join lateral (select version, measures from measure_plans where person_id = p.id order by version desc limit 1) m on true
where p.case_id = $1 order by p.role desc, p.created_at, p.id`
