import type { Queryable } from '../database/database.ts'
import { londonDay } from '../shared/calendarDay.ts'
import { engagementOf, type Engagement } from './engagement.ts'
import type { ReminderRules } from './rules.ts'

interface Row {
  id: string
  last_seen: string | null
  unanswered: number
  worrying: boolean
  missed_session: boolean
}

const DAY_MS = 86_400_000

/**
 * How each of these people uses the chat (brief 5.2), from when they were last there and the nudges since. Somebody who
 * never was there is `active`: they have not begun. A missed session is the last one recorded, if it did not take place
 * because they did not come or were not brought.
 */
export async function readEngagement(
  client: Queryable,
  personIds: readonly string[],
  now: Date,
  rules: ReminderRules['engagement'],
): Promise<Map<string, Engagement>> {
  const { rows } = await client.query<Row>(QUERY, [personIds])
  const today = Date.parse(`${londonDay(now)}Z`)
  return new Map(
    rows.map(({ id, last_seen: seen, unanswered, worrying, missed_session: missedSession }) => {
      const daysSinceEntry = seen === null ? 0 : (today - Date.parse(`${seen.slice(0, 10)}Z`)) / DAY_MS
      return [id, engagementOf({ daysSinceEntry, unanswered, missedSession, worrying }, rules)]
    }),
  )
}

/** Silence worries while something urgent is open that no human has taken. A session was missed when the last one was. */
const QUERY = `
select p.id, s.state->>'lastSeen' as last_seen,
  (select count(*)::int from nudges n where n.person_id = p.id and n.nudged_at > coalesce(
     (select max(a.created_at) from activities a join conversations c on c.id = a.conversation_id
      where c.person_id = p.id and a.direction = 'in' and a.body->>'type' = 'message'), '-infinity')) as unanswered,
  exists (select 1 from escalations e where e.person_id = p.id and e.state = 'open' and e.tier in ('T2', 'T3')) as worrying,
  coalesce((select r.body->>'attendance' in ('not-attended', 'was-not-brought') from record_events r
     where r.case_id = p.case_id and r.type = 'session-record' order by r.body->>'startsAt' desc, r.entry_version desc limit 1), false) as missed_session
from people p left join dialog_states s on s.owner = 'person:' || p.id::text
where p.id = any($1::uuid[])`
