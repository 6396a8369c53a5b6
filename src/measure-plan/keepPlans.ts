import type { Queryable } from '../database/database.ts'
import type { MeasureDefinition } from '../measures/definition.ts'
import { conversationRoles, whyNotCleared } from '../measures/clearance.ts'
import { ageOn } from '../staff/age.ts'
import type { MeasureAdministration } from '../record/events.ts'
import type { Rota } from '../rota/rota.ts'
import { nextStaffed } from '../rota/staffedTime.ts'
import { londonDay } from '../shared/calendarDay.ts'
import { idFrom, newId } from '../shared/ids.ts'
import { measuresDue } from './due.ts'
import { inviteKeys } from './inviteKeys.ts'
import { inviteTimes } from './inviteTimes.ts'
import { offerExits } from './offerExits.ts'
import { isScored } from './pairs.ts'
import type { PlanParts } from './parts.ts'
import { defaultPlan, type PlannedMeasure } from './plan.ts'
import { closeMissed, followSessions } from './sessions.ts'

/** One process at a time; any constant. */
const LOCK = 7_300_421
/** Measures stand in the chat a little before the invitation says so. */
const LEAD_MS = 10 * 60_000

/**
 * Does what is to be done about measures now, worked out from session dates alone: asks for what is due before the coming
 * sessions, sets invitations and reminders, tells the practitioner what was missed, and offers the exit measure at the first
 * sign of dropping out. Done again it changes nothing.
 */
export async function keepMeasurePlans(parts: PlanParts, now: Date): Promise<{ asked: number; missed: number }> {
  return parts.database.transaction(async (client) => {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK])
    if (!rows[0]?.mine) return { asked: 0, missed: 0 }
    const missed = await closeMissed(client, parts.measures, now)
    await followSessions(client, now)
    let asked = 0
    for (const person of await readPeopleBeforeSessions(client, now)) asked += await planFor(client, person, parts, now)
    await offerExits(client, parts, now)
    return { asked, missed }
  })
}

interface PersonBeforeSession {
  id: string
  case_id: string
  role: 'young-person' | 'parent-carer'
  date_of_birth: string | null
  session_number: number
  sessions_planned: number
  next_session_at: Date
  plan: PlannedMeasure[] | null
  administrations: Pick<MeasureAdministration, 'measure' | 'localDate' | 'score' | 'scales'>[] | null
  open: string[]
  previous: Date | null
  has_goals: boolean
}

/** Asks one person for what is due, and sets their invitation. How many measures were asked for. */
async function planFor(client: Queryable, person: PersonBeforeSession, parts: PlanParts, now: Date): Promise<number> {
  const sessionDay = londonDay(person.next_session_at)
  const age = ageOn(person.date_of_birth, londonDay(now))
  const plan = person.plan ?? defaultPlan(parts.rules, { role: person.role, age })
  const due = measuresDue(plan, {
    sessionNumber: person.session_number,
    sessionsPlanned: person.sessions_planned,
    sessionDay,
    previousSessionDay: person.previous && londonDay(person.previous),
    answered: (person.administrations ?? []).map((one) => ({
      measure: one.measure,
      day: one.localDate,
      scored: isScored(one),
    })),
    open: person.open,
  })
  const wanted = due.filter(({ measure }) => canBeAsked(parts.measures.get(measure), person, now))
  const all = [...person.open, ...wanted.map(({ measure }) => measure)]
  const times = inviteTimes(person.next_session_at, parts.rules, parts.opening(), (at) =>
    all.every((id) => {
      const measure = parts.measures.get(id)
      return measure !== undefined && parts.mayBegin(measure, at)
    }),
  )
  await setReminders(client, person.id, all[0], times && [times.inviteAt, ...times.remindAt], {
    now,
    sessionAt: person.next_session_at,
    opening: parts.opening(),
  })
  if (times && now.getTime() < times.inviteAt.getTime() - LEAD_MS) return 0
  for (const { measure } of due.filter((one) => !wanted.includes(one)))
    await noteNotAvailable(client, person, parts.measures.get(measure), measure, now)
  for (const { measure, reason } of wanted)
    await client.query(
      `insert into measure_requests (id, person_id, measure, reason, state, asked_at, session_at) values ($1, $2, $3, $4, 'asked', $5, $6)`,
      [newId(), person.id, measure, reason, now, person.next_session_at],
    )
  return wanted.length
}

const canBeAsked = (measure: MeasureDefinition | undefined, person: PersonBeforeSession, now: Date): boolean =>
  measure !== undefined &&
  whyNotCleared(measure, londonDay(now)) === null &&
  conversationRoles(measure).includes(person.role) &&
  (measure.asked !== 'goal-by-goal' || person.has_goals)

/** A planned measure that may not be shown is told once a session. That no goal is agreed yet shows on the case itself. */
async function noteNotAvailable(
  client: Queryable,
  person: PersonBeforeSession,
  measure: MeasureDefinition | undefined,
  id: string,
  now: Date,
): Promise<void> {
  if (measure?.asked === 'goal-by-goal') return
  const notice = idFrom('measure-not-available', person.id, id, londonDay(person.next_session_at))
  await client.query(
    `insert into notices (id, case_id, person_id, notice, detail, created_at) values ($1, $2, $3, 'measure-not-available', $4, $5)
     on conflict do nothing`,
    [notice, person.case_id, person.id, measure?.shortTitle ?? id, now],
  )
}

/**
 * The invitation and the reminders of one person, always the same few rows: another session moves them, and what was said
 * for this one is not said again. `times` undefined or nothing to ask for: none is left waiting.
 */
async function setReminders(
  client: Queryable,
  personId: string,
  dialog: string | undefined,
  times: readonly Date[] | undefined,
  { now, sessionAt, opening }: { now: Date; sessionAt: Date; opening: Pick<Rota, 'hours' | 'closures'> },
): Promise<void> {
  const keys = inviteKeys(personId)
  const kept = dialog === undefined ? [] : (times ?? []).slice(0, keys.length)
  for (const [n, dueAt] of kept.entries()) {
    // An invitation that is late already (the session was set late) waits for staffed hours, or is not said any more.
    const at = dueAt >= now ? dueAt : n === 0 ? nextStaffed(opening, now) : undefined
    await client.query(
      `insert into reminders (key, person_id, due_at, nudge_at, dialog, state, created_at, until_at) values ($1, $2, $3, $4, $5, 'waiting', $6, $7)
       on conflict (key) do update set due_at = excluded.due_at, nudge_at = excluded.nudge_at, until_at = excluded.until_at, dialog = excluded.dialog, state = 'waiting'
       where reminders.due_at <> excluded.due_at`,
      [keys[n], personId, dueAt, at && at < sessionAt ? at : null, dialog, now, sessionAt],
    )
  }
  await client.query(`update reminders set state = 'cancelled' where key = any($1) and state = 'waiting'`, [
    keys.slice(kept.length),
  ])
}

/** Everyone whose session is in sight, with what decides. */
async function readPeopleBeforeSessions(client: Queryable, now: Date): Promise<PersonBeforeSession[]> {
  const { rows } = await client.query<PersonBeforeSession>(PEOPLE, [now])
  return rows
}

const PEOPLE = `
select p.id, p.case_id, p.role, p.date_of_birth, k.session_number, k.sessions_planned, k.next_session_at,
  (select m.measures from measure_plans m where m.person_id = p.id order by m.version desc limit 1) as plan,
  (select json_agg(json_build_object('measure', r.body->>'measure', 'localDate', r.body->>'localDate', 'score', r.body->'score', 'scales', r.body->'scales'))
     from record_events r where r.person_id = p.id and r.type = 'measure-administration') as administrations,
  array(select q.measure from measure_requests q where q.person_id = p.id and q.state in ('asked', 'started') order by q.asked_at, q.id) as open,
  greatest((select max(q.session_at) from measure_requests q where q.person_id = p.id and q.session_at <= $1),
    (select max((r.body->>'startsAt')::timestamptz) from record_events r where r.case_id = k.id and r.type = 'session-record')) as previous,
  exists (select 1 from record_events g where g.person_id = p.id and g.type = 'goal' and g.body->>'state' = 'active'
    and not exists (select 1 from record_events n where n.entry_id = g.entry_id and n.entry_version > g.entry_version)) as has_goals
from people p join cases k on k.id = p.case_id
where k.state = 'active' and p.state = 'active' and k.next_session_at > $1 and k.next_session_at < $1::timestamptz + interval '9 days'
order by p.id`
