import type { Queryable } from '../database/database.ts'
import type { Matter } from './matter.ts'
import { tierRank, type Finding, type Lane } from './types.ts'

/** Repeats within this time join an escalation that nobody has acknowledged yet, unless the service has set another (brief 4.8). */
const JOINS_WITHIN_MINUTES = 30

export const joinsSince = ({ now, joinsWithinMinutes = JOINS_WITHIN_MINUTES }: Matter): Date =>
  new Date(now.getTime() - joinsWithinMinutes * 60_000)

/** The incident that a new escalation belongs to: the one begun by this person a short while ago. Undefined: it begins one. */
export async function incidentInHand(client: Queryable, matter: Matter): Promise<string | undefined> {
  const { rows } = await client.query<{ id: string }>(
    `select id from escalations where incident_id = id and opened_at > $1 and person_id is not distinct from $2::uuid
       and ($2::uuid is not null or conversation_id = $3)
     order by opened_at desc limit 1`,
    [joinsSince(matter), matter.personId, matter.conversationId],
  )
  return rows[0]?.id
}

/** What a message may join: the most urgent open escalation of its lane, with the families heard in it so far. */
export async function escalationToJoin(
  client: Queryable,
  matter: Matter,
  lane: Lane,
): Promise<{ id: string; families: string[] } | undefined> {
  const { rows } = await client.query<{ id: string; families: string[] }>(
    `select e.id, array(
       select f ->> 'family' from jsonb_array_elements(e.findings) f
       union select jsonb_array_elements_text(v.body -> 'families') from escalation_events v where v.escalation_id = e.id and v.kind = 'repeated'
     ) as families
     from escalations e
     where e.lane = $1 and e.state = 'open' and e.opened_at > $2 and e.person_id is not distinct from $3::uuid
       and ($3::uuid is not null or e.conversation_id = $4)
     order by e.tier desc, e.opened_at desc limit 1 for update`,
    [lane, joinsSince(matter), matter.personId, matter.conversationId],
  )
  return rows[0]
}

/** An answer in the safety conversation is about what was said before, and tells nothing of another kind. */
const ANSWER = 'safety-answer'

/** Families that were not heard in this matter before and are T2 or above: whoever was told must be told again. */
export const newFamilies = (findings: readonly Finding[], known: readonly string[]): string[] => [
  ...new Set(
    findings
      .filter((f) => tierRank(f.tier) >= tierRank('T2') && f.family !== ANSWER && !known.includes(f.family))
      .map((f) => f.family),
  ),
]
