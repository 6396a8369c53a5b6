import type { Queryable } from '../database/database.ts'
import { whyNotCleared } from '../measures/clearance.ts'
import type { MeasureAdministration } from '../record/events.ts'
import { readEngagement } from '../reminders/readEngagement.ts'
import { londonDay } from '../shared/calendarDay.ts'
import { newId } from '../shared/ids.ts'
import { ageOn } from '../staff/age.ts'
import type { PlanParts } from './parts.ts'
import { exitMeasure, pairStates } from './pairs.ts'
import { defaultPlan, type PlannedMeasure } from './plan.ts'

interface PersonHere {
  id: string
  role: 'young-person' | 'parent-carer'
  date_of_birth: string | null
  session_number: number
  sessions_planned: number
  plan: PlannedMeasure[] | null
  administrations: MeasureAdministration[]
  has_goals: boolean
}

/**
 * Offers one short measure at the first sign that somebody is dropping out (brief 5.2), once: where there is a first score
 * and no last one, so that the case does not close unpaired. Not while something urgent is open about them.
 */
export async function offerExits(client: Queryable, parts: PlanParts, now: Date): Promise<void> {
  const { rows } = await client.query<PersonHere>(PEOPLE)
  const ids = rows.map(({ id }) => id)
  const engagements = await readEngagement(client, ids, now, parts.reminderRules.engagement)
  for (const person of rows) {
    const engagement = engagements.get(person.id)!
    if (engagement === 'active' || engagement === 'worried-silence') continue
    const measure = shortMeasureFor(person, parts, now)
    if (measure === undefined) continue
    await client.query(
      `insert into measure_requests (id, person_id, measure, reason, state, asked_at) values ($1, $2, $3, 'exit', 'asked', $4)`,
      [newId(), person.id, measure, now],
    )
    await client.query(
      `insert into reminders (key, person_id, due_at, nudge_at, dialog, state, created_at) values ($1, $2, $3, $3, $4, 'waiting', $3)
       on conflict (key) do nothing`,
      [`measure-exit/${person.id}`, person.id, now, measure],
    )
  }
}

function shortMeasureFor(person: PersonHere, { rules, measures }: PlanParts, now: Date): string | undefined {
  const today = londonDay(now)
  const plan = person.plan ?? defaultPlan(rules, { role: person.role, age: ageOn(person.date_of_birth, today) })
  const pairs = pairStates(plan, person.administrations, {
    sessionNumber: person.session_number,
    sessionsPlanned: person.sessions_planned,
    firstContactDay: null,
    engagement: 'quiet',
  })
  const minutesOf = (id: string): number | undefined => {
    const one = measures.get(id)
    if (one === undefined || whyNotCleared(one, today) !== null) return undefined
    return one.asked === 'goal-by-goal' && !person.has_goals ? undefined : one.minutes
  }
  return exitMeasure(pairs, minutesOf, rules)
}

/** People who have a first score of something, were not offered this before, and about whom nothing urgent is open. */
const PEOPLE = `
select p.id, p.role, p.date_of_birth, k.session_number, k.sessions_planned,
  exists (select 1 from record_events g where g.person_id = p.id and g.type = 'goal' and g.body->>'state' = 'active'
    and not exists (select 1 from record_events v where v.entry_id = g.entry_id and v.entry_version > g.entry_version)) as has_goals,
  (select m.measures from measure_plans m where m.person_id = p.id order by m.version desc limit 1) as plan,
  (select json_agg(r.body) from record_events r where r.person_id = p.id and r.type = 'measure-administration') as administrations
from people p join cases k on k.id = p.case_id
where k.state = 'active' and p.state = 'active'
  and exists (select 1 from record_events r where r.person_id = p.id and r.type = 'measure-administration')
  and not exists (select 1 from measure_requests q where q.person_id = p.id and (q.reason = 'exit' or q.state in ('asked', 'started')))
  and not exists (select 1 from escalations e where e.person_id = p.id and e.state <> 'closed' and e.tier in ('T2', 'T3'))
order by p.id`
