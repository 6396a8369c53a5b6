import type { Queryable } from '../database/database.ts'
import type { Jobs } from '../database/jobs.ts'
import type { Band } from '../dialog-kit/index.ts'
import type { Database } from '../database/database.ts'
import { INVITE } from '../measure-plan/inviteKeys.ts'
import { idFrom } from '../shared/ids.ts'
import { mayNudge, type NudgeFacts } from './mayNudge.ts'
import type { ReminderRules } from './rules.ts'

/** The queue of nudges that were decided and are still to be said. */
export const NUDGE = 'nudge'
export interface Nudge {
  nudgeId: string
  personId: string
}

const AT_ONCE = 500

/**
 * Looks at everything that is due and decides whether its person may be told now, later or not at all (brief 5.1). A
 * decision and the job that says it are one commit, and rows are taken with a lock: several processes share the work, and
 * each is told once. Returns how many will be told.
 */
export async function nudgeDue(
  parts: { database: Database; jobs: Pick<Jobs, 'enqueue'>; rules: ReminderRules },
  now: Date,
): Promise<number> {
  let told = 0
  for (;;) {
    const { taken, nudged } = await nudgeSome(parts, now)
    told += nudged
    if (taken < AT_ONCE) return told
  }
}

interface Due {
  key: string
  person_id: string
  /** After this it is not told any more. */
  until_at: Date | null
}

async function nudgeSome(
  { database, jobs, rules }: { database: Database; jobs: Pick<Jobs, 'enqueue'>; rules: ReminderRules },
  now: Date,
): Promise<{ taken: number; nudged: number }> {
  return database.transaction(async (client) => {
    const { rows: due } = await client.query<Due>(
      `select key, person_id, until_at from reminders where state = 'waiting' and nudge_at <= $1
       order by nudge_at, key limit ${AT_ONCE} for update skip locked`,
      [now],
    )
    const facts = await factsOf(client, [...new Set(due.map((one) => one.person_id))], now)
    const later: { key: string; at: Date | null }[] = []
    const nudges: (Nudge & { key: string })[] = []
    for (const { key, person_id: personId, until_at: until } of due) {
      const known = facts.get(personId)!
      // An invitation takes the place that is kept for it.
      const decision = mayNudge(key.startsWith(INVITE) ? { ...known, reserved: [] } : known, rules)
      const again = 'later' in decision && (until === null || decision.later < until) ? decision.later : null
      later.push({ key, at: again })
      if (!decision.now || (until !== null && until <= now)) continue
      nudges.push({ nudgeId: idFrom('nudge', key, now.toISOString()), personId, key })
      // The next one of this person is looked at with this one counted.
      facts.set(personId, { ...known, nudgedAt: [...known.nudgedAt, now], unanswered: known.unanswered + 1 })
    }
    await client.query(
      `update reminders r set nudge_at = d.at from unnest($1::text[], $2::timestamptz[]) as d(key, at) where r.key = d.key`,
      [later.map((one) => one.key), later.map((one) => one.at)],
    )
    await client.query(
      `insert into nudges (id, person_id, reminder_key, nudged_at)
       select id, person_id, key, $4 from unnest($1::uuid[], $2::uuid[], $3::text[]) as n(id, person_id, key)`,
      [nudges.map((n) => n.nudgeId), nudges.map((n) => n.personId), nudges.map((n) => n.key), now],
    )
    await jobs.enqueue(
      ...nudges.map(({ nudgeId, personId }) => ({ queue: NUDGE, data: { nudgeId, personId }, client, key: nudgeId })),
    )
    return { taken: due.length, nudged: nudges.length }
  })
}

interface FactsRow {
  id: string
  band: Band
  settings: { quiet?: { from: string; until: string }; reminders?: 'on' | 'few' | 'off' }
  held: boolean
  nudged_at: Date[]
  reserved: Date[]
  unanswered: number
}

/** What decides about each of these people. A person's own message answers every nudge before it. */
async function factsOf(client: Queryable, people: readonly string[], now: Date): Promise<Map<string, NudgeFacts>> {
  const { rows } = await client.query<FactsRow>(FACTS, [people, now])
  return new Map(
    rows.map((row) => [
      row.id,
      {
        now,
        band: row.band,
        quiet: row.settings.quiet,
        wants: row.settings.reminders ?? 'on',
        held: row.held,
        nudgedAt: row.nudged_at,
        unanswered: row.unanswered,
        reserved: row.reserved,
      },
    ]),
  )
}

const FACTS = `
select p.id, p.band, p.settings,
  p.state <> 'active' or k.state <> 'active' or exists (select 1 from escalations e where e.person_id = p.id and e.holds) as held,
  array(select n.nudged_at from nudges n where n.person_id = p.id and n.nudged_at > $2::timestamptz - interval '7 days') as nudged_at,
  array(select r.nudge_at from reminders r where r.person_id = p.id and r.key like '${INVITE}%' and r.state = 'waiting'
    and r.nudge_at between $2::timestamptz - interval '1 day' and $2::timestamptz + interval '14 days') as reserved,
  (select count(*)::int from nudges n where n.person_id = p.id and n.nudged_at > coalesce(
     (select max(a.created_at) from activities a join conversations c on c.id = a.conversation_id
      where c.person_id = p.id and a.direction = 'in' and a.body->>'type' = 'message'), '-infinity')) as unanswered
from people p join cases k on k.id = p.case_id where p.id = any($1)`
