import type { Queryable } from '../database/database.ts'
import type { MeasureDefinition } from '../measures/definition.ts'
import { idFrom } from '../shared/ids.ts'

/** What was not sent in by the time of its session is over; the practitioner is told. How many there were. */
export async function closeMissed(
  client: Queryable,
  measures: ReadonlyMap<string, MeasureDefinition>,
  now: Date,
): Promise<number> {
  const { rows } = await client.query<{ id: string; measure: string; person_id: string; case_id: string }>(
    `update measure_requests q set state = 'expired', finished_at = $1 from people p
     where p.id = q.person_id and q.state in ('asked', 'started') and q.session_at <= $1
     returning q.id, q.measure, q.person_id, p.case_id`,
    [now],
  )
  for (const { id, measure, person_id, case_id } of rows)
    await client.query(
      `insert into notices (id, case_id, person_id, notice, detail, created_at) values ($1, $2, $3, 'measure-missed', $4, $5)
       on conflict do nothing`,
      [idFrom('measure-missed', id), case_id, person_id, measures.get(measure)?.shortTitle ?? measure, now],
    )
  return rows.length
}

/** Requests follow their session when it is moved; without one in sight they wait for the next. */
export async function followSessions(client: Queryable, now: Date): Promise<void> {
  await client.query(
    `update measure_requests q set session_at = case when k.next_session_at > $1 then k.next_session_at end
     from people p join cases k on k.id = p.case_id
     where p.id = q.person_id and q.state in ('asked', 'started')
       and q.session_at is distinct from case when k.next_session_at > $1 then k.next_session_at end`,
    [now],
  )
}
