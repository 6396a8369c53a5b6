import type { Queryable } from '../database/database.ts'
import { prepared } from '../database/prepared.ts'
import type { Activity } from 'botbuilder'
import type { Outbox } from '../outbox/types.ts'
import type { EventToKeep } from '../record/keepEvents.ts'
import type { OwedBefore } from './types.ts'

/** What one turn leaves behind, ready to be written in one transaction. */
export interface Commit {
  conversationId: string
  turnId: string
  dedupeKey: string
  at: Date
  owner: string
  /** Version of the state this turn was computed from; 0 when there was none. */
  fromVersion: number
  state: unknown
  inbound: { id: string; activity: Partial<Activity> }
  replies: { id: string; activity: Partial<Activity> }[]
  /** Replies on channels that push are owed until they are sent, after the commit; on others the client fetches them. */
  pushes: boolean
  /** What was opened at the start: a reminder of it is not offered again. */
  opened?: { personId: string; dialog: string; input: unknown }
  /** Further writes of the same transaction: reminders, settings, notices. None for most turns. */
  alongside: ((client: Queryable) => Promise<void>)[]
  /** What was done, for the record and the outbox, in the same transaction. */
  events?: readonly EventToKeep[]
  /** Takes the events; needed where there are any. */
  outbox?: Outbox
}

export type Committed =
  | { outcome: 'committed'; firstSeq: number; owedBefore: OwedBefore }
  | { outcome: 'overtaken' }
  | { outcome: 'repeated' }

/**
 * Writes state, message and replies of several turns of different conversations in one statement; a turn that was overtaken
 * leaves nothing behind.
 */
export async function writeTurns(client: Queryable, turns: readonly Commit[]): Promise<Committed[]> {
  const given = turns.map((turn, n) => ({
    n,
    owner: turn.owner,
    from_version: turn.fromVersion,
    state: turn.state,
    at: turn.at,
    conversation_id: turn.conversationId,
    turn_id: turn.turnId,
    count: turn.replies.length + 1,
    pushes: turn.pushes,
    opened: turn.opened && { ...turn.opened, input: turn.opened.input ?? {} },
    rows: [
      {
        n: 1,
        id: turn.inbound.id,
        direction: 'in',
        dedupe_key: turn.dedupeKey,
        body: turn.inbound.activity,
      },
      ...turn.replies.map(({ id, activity }, i) => ({
        n: i + 2,
        id,
        direction: 'out',
        body: activity,
      })),
    ],
  }))
  const result = await client.query<Written>(WRITE, [JSON.stringify(given)])
  const written = turns.map((): Committed => ({ outcome: 'overtaken' }))
  for (const { n, last_seq, owed_from: from, owed_to: to } of result.rows)
    written[n] = {
      outcome: 'committed',
      firstSeq: last_seq - turns[n]!.replies.length,
      owedBefore: from === null || to === null ? null : { from, to },
    }
  return written
}

interface Written {
  n: number
  last_seq: number
  owed_from: number | null
  owed_to: number | null
}

/** Saved in order of owner, so that two such transactions never wait for each other in a circle. */
const WRITE = prepared(`
with given as (
  select * from jsonb_to_recordset($1::jsonb) as g(
    n int, owner text, from_version int, state jsonb, at timestamptz, conversation_id text, turn_id uuid, count int, pushes boolean, opened jsonb, rows jsonb)
), saved as (
  insert into dialog_states (owner, version, state, updated_at)
  select owner, from_version + 1, state, at from given order by owner
  on conflict (owner) do update set version = excluded.version, state = excluded.state, updated_at = excluded.updated_at
    where dialog_states.version = excluded.version - 1
  returning owner
), numbered as (
  update conversations c set last_seq = c.last_seq + g.count
  from given g join saved on saved.owner = g.owner where c.id = g.conversation_id
  returning g.n, c.last_seq
), stored as (
  insert into activities (conversation_id, seq, id, direction, turn_id, dedupe_key, body, created_at)
  select g.conversation_id, numbered.last_seq - g.count + a.n, a.id, a.direction, g.turn_id, a.dedupe_key, a.body, g.at
  from numbered join given g on g.n = numbered.n,
    jsonb_to_recordset(g.rows) as a(n int, id text, direction text, dedupe_key text, body jsonb)
), owed as (
  insert into owed_replies (conversation_id, seq, created_at)
  select g.conversation_id, numbered.last_seq - g.count + place, g.at
  from numbered join given g on g.n = numbered.n, generate_series(2, g.count) as place where g.pushes
), shown as (
  update reminders r set state = 'shown'
  from numbered join given g on g.n = numbered.n
  where r.person_id = (g.opened->>'personId')::uuid and r.dialog = g.opened->>'dialog' and r.state = 'waiting'
    and r.due_at <= g.at and r.input <@ (g.opened->'input')
)
select numbered.n, numbered.last_seq, before.owed_from, before.owed_to
from numbered join given g on g.n = numbered.n left join lateral (
  select min(o.seq) as owed_from, max(o.seq) as owed_to from owed_replies o where o.conversation_id = g.conversation_id
) before on g.pushes`)
