import type { Queryable } from '../database/database.ts'
import { gather } from '../database/gather.ts'
import { prepared } from '../database/prepared.ts'
import type { Band } from '../dialog-kit/index.ts'
import type { CaringSetup } from '../parenting/caring.ts'
import type { Authorisation } from '../programmes/remit.ts'
import type { NormGroup } from '../measures/norms.ts'
import type { Lane, Tier } from '../risk/types.ts'

/** Everything a turn needs to know, as read in one query. */
export interface Situation {
  conversation: { id: string; channel: string }
  /** Turn id under which this very message was handled before; null when it is new. */
  handledAs: string | null
  /** Null while nobody is linked to the conversation. */
  person: SituationPerson | null
  /** Whose state it is: the person's, on whatever channel, or the unlinked conversation's. */
  owner: string
  state: { version: number; value: unknown }
}

export interface SituationPerson {
  id: string
  caseId: string
  caseState: 'setting-up' | 'active' | 'paused' | 'closed'
  role: 'young-person' | 'parent-carer'
  preferredName: string
  band: Band
  state: 'invited' | 'joined' | 'active' | 'paused' | 'closed'
  settings: Record<string, unknown>
  childCalled: string | null
  /** Parents and carers: what the child calls them, as they said themselves or as it was set up. */
  called: string | null
  /** What is set about how the child is cared for. */
  caring: CaringSetup
  /** Consent as recorded last was withdrawn. */
  withdrawn: boolean
  practitioner: { id: string; firstName: string }
  sessionNumber: number
  sessionsPlanned: number
  nextSessionAt: string | null
  /** In which norms T-scores are read; null: raw scores only. */
  normGroup: NormGroup | null
  /** The newest version of their coping plan. */
  copingPlan: Record<string, string> | null
  /** When mood was last rated 0 or 1, within the last days. */
  lowMoodAt: string | null
  /** What supervisors have authorised for the case and nobody has withdrawn (brief G4); it may have run out. */
  authorisations: Authorisation[]
  /** Escalations of the last 30 days and every open one, newest first. */
  escalations: SituationEscalation[]
}

export interface SituationEscalation {
  id: string
  incidentId: string
  lane: Lane
  tier: Tier
  state: 'open' | 'acknowledged' | 'closed'
  holds: boolean
  openedAt: string
  acknowledgedAt: string | null
  acknowledgedBy: string | null
  version: number
  /** Questions of the safety conversation that were answered about it. */
  answered: string[]
  /** First names of those whom an alert has reached, and when the first one did. */
  told: string[]
  sentAt: string | null
}

interface Row {
  n: number
  id: string
  channel: string
  handled_as: string | null
  person: SituationPerson | null
  version: number | null
  state: unknown
}

/**
 * Reads who is writing, on what, and where they were. One round trip, shared by turns that begin at the same moment;
 * undefined when the conversation does not exist yet.
 */
export function readSituation(
  database: Queryable,
  conversationId: string,
  dedupeKey: string,
): Promise<Situation | undefined> {
  const read = readers.get(database) ?? gather((asked: readonly Asked[]) => readSituations(database, asked))
  readers.set(database, read)
  return read({ conversationId, dedupeKey })
}

interface Asked {
  conversationId: string
  dedupeKey: string
}

const readers = new WeakMap<Queryable, (asked: Asked) => Promise<Situation | undefined>>()

async function readSituations(database: Queryable, asked: readonly Asked[]): Promise<(Situation | undefined)[]> {
  const { rows } = await database.query<Row>(QUERY, [
    asked.map((one) => one.conversationId),
    asked.map((one) => one.dedupeKey),
  ])
  const situations: (Situation | undefined)[] = asked.map(() => undefined)
  for (const row of rows)
    situations[row.n - 1] = {
      conversation: { id: row.id, channel: row.channel },
      handledAs: row.handled_as,
      person: row.person,
      owner: ownerOf(row.id, row.person?.id),
      state: { version: row.version ?? 0, value: row.state },
    }
  return situations
}

export const ownerOf = (conversationId: string, personId: string | undefined): string =>
  personId === undefined ? `conversation:${conversationId}` : `person:${personId}`

const QUERY = prepared(`
select asked.n::int as n, v.id, v.channel,
  (select a.turn_id from activities a where a.conversation_id = v.id and a.dedupe_key = asked.key) as handled_as,
  s.version, s.state,
  case when p.id is null then null else json_build_object(
    'id', p.id, 'caseId', k.id, 'caseState', k.state, 'role', p.role, 'preferredName', p.preferred_name, 'band', p.band,
    'state', p.state, 'settings', p.settings, 'childCalled', p.child_called, 'called', coalesce(p.settings ->> 'called', p.called),
    'caring', json_build_object('careStatus', k.care_status, 'carer', p.carer, 'timeIn', k.setup -> 'timeIn', 'familyTime', k.setup -> 'familyTime', 'needsFirst', k.setup -> 'needsFirst'),
    'withdrawn', coalesce((select c.withdrawn_on is not null from consents c where c.person_id = p.id order by c.recorded_at desc, c.id desc limit 1), false),
    'practitioner', json_build_object('id', t.id, 'firstName', t.first_name),
    'sessionNumber', k.session_number, 'sessionsPlanned', k.sessions_planned, 'nextSessionAt', k.next_session_at, 'normGroup', k.norm_group,
    'copingPlan', (select c.parts from coping_plans c where c.person_id = p.id order by c.version desc limit 1),
    'lowMoodAt', (select max(r.created_at) from record_events r where r.person_id = p.id and r.type = 'self-help-entry'
      and r.created_at > now() - interval '2 days' and r.body @? '$.fields.keyvalue() ? (@.key starts with "mood" && @.value <= 1)'),
    'authorisations', (select coalesce(json_agg(json_build_object('item', u.item, 'expiresOn', u.expires_on)), '[]')
      from remit_authorisations u where u.case_id = k.id and u.withdrawn_at is null),
    'escalations', (
      select coalesce(json_agg(json_build_object('id', e.id, 'incidentId', e.incident_id, 'lane', e.lane, 'tier', e.tier, 'state', e.state, 'holds', e.holds,
        'openedAt', e.opened_at, 'acknowledgedAt', e.acknowledged_at, 'acknowledgedBy', b.first_name, 'version', e.version,
        'answered', array(select split_part(v.body ->> 'text', ':', 1) from escalation_events v where v.escalation_id = e.id and v.kind = 'answered'),
        'told', told.names, 'sentAt', told.first_at) order by e.opened_at desc), '[]')
      from escalations e left join staff b on b.id = e.acknowledged_by
        left join lateral (
          select coalesce(json_agg(n.first_name order by n.id = t.id desc, n.first_at, n.first_name), '[]') as names, min(n.first_at) as first_at
          from (select s.id, s.first_name, min(a.sent_at) as first_at from alerts a join staff s on s.id = a.staff_id
            where a.escalation_id = e.id and a.state = 'sent' and e.state <> 'closed' group by s.id, s.first_name) n) told on true
      where e.person_id = p.id and (e.state <> 'closed' or e.opened_at > now() - interval '30 days'))
  ) end as person
from unnest($1::text[], $2::text[]) with ordinality as asked(id, key, n)
  join conversations v on v.id = asked.id
  left join people p on p.id = v.person_id
  left join cases k on k.id = p.case_id
  left join staff t on t.id = k.practitioner_id
  left join dialog_states s on s.owner = coalesce('person:' || v.person_id::text, 'conversation:' || v.id)`)
