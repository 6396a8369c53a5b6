import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffedHours } from '../../rota/staffedHours.ts'
import { londonDay } from '../../shared/calendarDay.ts'
import type { StaffCaller } from '../../shared/route.ts'
import { ageOn } from '../age.ts'
import type { alert } from '../contract/alertShapes.ts'
import { alertsInReach, casesInReach } from '../reach.ts'
import { LANE_WORDS, TIER_WORDS } from './alertWords.ts'
import { nextOf, readLadders, type NextRung } from './readLadders.ts'

export type Alert = z.infer<typeof alert>

/** When the alerts are read, and the service's hours: whom the next rung tells depends on both. */
export interface Moment {
  now: Date
  hours: StaffedHours
}

/** Which alerts to read: those not closed, those of one case, or one. */
type Wanted = { open: true } | { caseId: string } | { alertId: string }

/**
 * Alerts within the caller's reach, T3 first and then the oldest; closed ones after all others. Three
 * queries however many.
 */
export async function readAlerts(client: Queryable, caller: StaffCaller, wanted: Wanted, at: Moment): Promise<Alert[]> {
  const [condition, value] =
    'alertId' in wanted
      ? ['e.id = $2::uuid', wanted.alertId]
      : 'caseId' in wanted
        ? ['e.case_id = $2::uuid', wanted.caseId]
        : ["e.state <> 'closed' and $2::uuid is null", null]
  return read(client, caller, `${condition} and ${alertsInReach(caller, 'see-alerts')}`, value, at)
}

/** One alert as it is after the caller's own act, which may have ended their reach to it (a closed alert they were told of). */
export async function readAlertAfterwards(
  client: Queryable,
  caller: StaffCaller,
  alertId: string,
  at: Moment,
): Promise<Alert | undefined> {
  return (await read(client, caller, 'e.id = $2::uuid', alertId, at))[0]
}

interface Row {
  id: string
  incident_id: string
  version: number
  tier: Alert['tier']
  lane: Alert['lane']
  priority: boolean
  state: Alert['state']
  holds: boolean
  words: string
  findings: { because?: string }[]
  context: unknown[]
  opened_at: Date
  repeats: number
  no_reply_at: Date | null
  told: Alert['told'] | null
  acknowledged_at: Date | null
  acknowledged_by: { staffId: string; name: string } | null
  planned_action: string | null
  handed_over: Alert['handedOver']
  released_at: Date | null
  released_by: Row['acknowledged_by']
  outcome: string | null
  ending: { note?: string; toWhom?: string; nextAction?: string; nextActionAt?: string } | null
  contact: Alert['contact']
  person: (Omit<NonNullable<Alert['person']>, 'age'> & { dateOfBirth: string | null }) | null
  case: Alert['case']
  may_open: boolean | null
}

async function read(
  client: Queryable,
  caller: StaffCaller,
  condition: string,
  value: string | null,
  at: Moment,
): Promise<Alert[]> {
  const { rows } = await client.query<Row>(
    `${SELECT.replace('/* may open */', casesInReach(caller, 'see-cases'))}
     where ${condition}
     order by (e.state = 'closed'), case when e.state = 'closed' then null else e.tier end desc nulls last,
       case when e.state = 'closed' then null else e.opened_at end nulls last, e.opened_at desc, e.id`,
    [caller.staffId, value],
  )
  const climbing = rows.filter((row) => row.state === 'open').map((row) => row.id)
  const ladders = climbing.length === 0 ? undefined : await readLadders(client, climbing, at.hours, at.now)
  return rows.map((row) => fromRow(row, nextOf(ladders?.get(row.id)), at.now))
}

function fromRow(row: Row, next: NextRung | null, now: Date): Alert {
  return {
    id: row.id,
    incidentId: row.incident_id,
    version: row.version,
    tier: row.tier,
    tierWords: TIER_WORDS[row.tier],
    lane: row.lane,
    laneWords: LANE_WORDS[row.lane],
    priority: row.priority,
    state: row.state,
    holds: row.holds,
    words: row.words,
    because: [...new Set(row.findings.flatMap((f) => f.because ?? []))],
    context: row.context.flatMap(contextLine),
    openedAt: row.opened_at.toISOString(),
    repeats: row.repeats,
    noReplyAt: row.no_reply_at?.toISOString() ?? null,
    told: (row.told ?? []).map((t) => ({ ...t, at: isoOrNull(t.at), nextTryAt: isoOrNull(t.nextTryAt) })),
    next,
    acknowledged:
      row.acknowledged_at && row.acknowledged_by
        ? { by: row.acknowledged_by, at: row.acknowledged_at.toISOString(), plannedAction: row.planned_action ?? '' }
        : null,
    handedOver: row.handed_over && { ...row.handed_over, at: iso(row.handed_over.at) },
    contact: row.contact,
    released:
      row.released_at && row.released_by && row.outcome
        ? {
            by: row.released_by,
            at: row.released_at.toISOString(),
            outcome: row.outcome as never,
            note: row.ending?.note ?? '',
            toWhom: row.ending?.toWhom ?? null,
            nextAction: row.ending?.nextAction ?? null,
            nextActionAt: row.ending?.nextActionAt ?? null,
          }
        : null,
    person: row.person ? personOf(row.person, now) : null,
    case: row.case,
    mayOpenCase: row.may_open ?? false,
  }
}

function personOf({ dateOfBirth, ...person }: NonNullable<Row['person']>, now: Date): NonNullable<Alert['person']> {
  return { ...person, age: ageOn(dateOfBirth, londonDay(now)) }
}

/** JSON out of the database writes times as +00:00. */
export const iso = (at: string): string => new Date(at).toISOString()

const isoOrNull = (at: string | null): string | null => (at === null ? null : iso(at))

/** A line of context as kept with the flag; what is not a line is left out rather than guessed at. */
function contextLine(kept: unknown): Alert['context'] {
  if (typeof kept !== 'object' || kept === null) return []
  const { from, text, at } = kept as { from?: unknown; text?: unknown; at?: unknown }
  if (typeof text !== 'string') return []
  return [
    {
      from: from === 'bot' ? 'bot' : 'person',
      text,
      at: typeof at === 'string' && !Number.isNaN(Date.parse(at)) ? iso(at) : null,
    },
  ]
}

const SELECT = `
select e.id, e.incident_id, e.version, e.tier, e.lane, e.priority, e.state, e.holds, e.words, e.findings, e.context, e.opened_at,
  e.acknowledged_at, e.released_at, e.outcome,
  case when ack.id is not null then json_build_object('staffId', ack.id, 'name', ack.display_name) end as acknowledged_by,
  case when rel.id is not null then json_build_object('staffId', rel.id, 'name', rel.display_name) end as released_by,
  h.repeats, h.no_reply_at, h.planned_action, h.ending, told.told, handed.handed_over, contact.contact,
  case when p.id is not null then json_build_object('id', p.id, 'preferredName', p.preferred_name, 'pronouns', p.pronouns,
    'role', p.role, 'band', p.band, 'dateOfBirth', p.date_of_birth) end as person,
  case when k.id is not null then json_build_object('id', k.id, 'caseRef', k.case_ref, 'careStatus', k.care_status,
    'practitioner', json_build_object('staffId', pr.id, 'name', pr.display_name)) end as case,
  /* may open */ as may_open
from escalations e
  left join people p on p.id = e.person_id
  left join cases k on k.id = e.case_id
  left join staff pr on pr.id = k.practitioner_id
  left join staff ack on ack.id = e.acknowledged_by
  left join staff rel on rel.id = e.released_by
  left join lateral (
    select count(*) filter (where v.kind = 'repeated')::int as repeats,
      max(v.at) filter (where v.kind = 'no-reply') as no_reply_at,
      max(v.body ->> 'plannedAction') filter (where v.kind = 'acknowledged') as planned_action,
      (array_agg(v.body) filter (where v.kind = 'released'))[1] as ending
    from escalation_events v where v.escalation_id = e.id) h on true
  left join lateral (
    select json_build_object('to', json_build_object('staffId', t.id, 'name', t.display_name),
      'by', json_build_object('staffId', b.id, 'name', b.display_name), 'at', v.at, 'reason', v.body ->> 'reason') as handed_over
    from escalation_events v join staff b on b.id = v.staff_id join staff t on t.id = (v.body ->> 'toStaffId')::uuid
    where v.escalation_id = e.id and v.kind = 'handed-over'
      and not exists (select 1 from escalation_events t where t.escalation_id = e.id and t.kind = 'acknowledged' and t.at > v.at)
    order by v.at desc, v.id desc limit 1) handed on true
  left join lateral (
    select json_build_object(
      'tries', count(*) filter (where v.escalation_id = e.id),
      'reachedPerson', coalesce(bool_or((v.body ->> 'reached')::boolean and v.body ->> 'with' = 'person'), false),
      'reachedCarer', coalesce(bool_or((v.body ->> 'reached')::boolean and v.body ->> 'with' = 'parent-carer'), false),
      'nextAction', (array_agg(v.body order by v.at desc, v.id) filter (where v.escalation_id = e.id))[1] ->> 'nextAction',
      'nextActionAt', (array_agg(v.body order by v.at desc, v.id) filter (where v.escalation_id = e.id))[1] ->> 'nextActionAt') as contact
    from escalations i join escalation_events v on v.escalation_id = i.id and v.kind = 'contact'
    where i.incident_id = e.incident_id and i.person_id is not distinct from e.person_id
      and (i.id = e.id or (v.body ->> 'at')::timestamptz >= e.opened_at - interval '1 minute')) contact on true
  left join lateral (
    select json_agg(json_build_object('name', s.display_name, 'route', a.route, 'state', a.state, 'at', a.sent_at,
      'tries', a.attempts, 'nextTryAt', a.next_attempt_at) order by a.created_at, a.id) as told
    from alerts a join staff s on s.id = a.staff_id where a.escalation_id = e.id) told on true`
