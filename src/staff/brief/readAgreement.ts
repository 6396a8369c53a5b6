import type { Queryable } from '../../database/database.ts'
import type { SelfHelpEntry } from '../../record/events.ts'
import type { AgreedTask } from './sources.ts'

/** What was agreed last with somebody and what became of it; null where nothing was. */
export async function readAgreement(client: Queryable, personId: string, now: Date): Promise<AgreedTask | null> {
  const { rows } = await client.query<{
    session_id: string
    agreed: string
    agreed_at: Date
    check_at: Date | null
    said: Pick<SelfHelpEntry, 'name' | 'fields'>[] | null
  }>(
    `select a.session_id, a.agreed, a.agreed_at, a.check_at,
       (select json_agg(json_build_object('name', r.body->>'name', 'fields', r.body->'fields') order by r.created_at)
        from record_events r where r.person_id = a.person_id and r.type = 'self-help-entry' and r.body->>'about' = a.session_id::text
          and not exists (select 1 from record_events n where n.entry_id = r.entry_id and n.entry_version > r.entry_version)) as said
     from agreements a where a.person_id = $1 order by a.agreed_at desc limit 1`,
    [personId],
  )
  const row = rows[0]
  if (!row) return null
  return {
    sessionId: row.session_id,
    agreed: row.agreed,
    agreedAt: row.agreed_at.toISOString(),
    checkAt: row.check_at?.toISOString() ?? null,
    ...whatBecameOfIt(row.said ?? [], row.check_at !== null && row.check_at <= now),
  }
}

const OUTCOMES = ['done', 'part', 'not-yet', 'changed-my-mind'] as const

/** What was said of it last counts; what was not said stays unknown. Pure. */
export function whatBecameOfIt(
  said: readonly Pick<SelfHelpEntry, 'name' | 'fields'>[],
  wasAsked: boolean,
): Pick<AgreedTask, 'confirmed' | 'change' | 'outcome' | 'barrier' | 'whatHappened' | 'becameOfIt'> {
  const last = (name: string) => said.findLast((one) => one.name === name)?.fields ?? {}
  const [card, check, way] = [last('what-we-agreed'), last('task-check-in'), last('not-done')]
  const outcome = OUTCOMES.find((one) => one === check.outcome)
  const stillOpen = outcome === undefined || outcome === 'not-yet' || outcome === 'changed-my-mind'
  return {
    confirmed: card.right === 'yes' || card.right === 'change' ? card.right : 'no-answer',
    change: text(card.change),
    outcome: outcome ?? (wasAsked ? 'no-answer' : 'not-asked'),
    barrier: stillOpen || outcome === 'part' ? text(way.reason) : null,
    whatHappened: text(way.what_happened),
    becameOfIt: stillOpen ? text(way.change) : null,
  }
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
