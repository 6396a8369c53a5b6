import type { Database, Queryable } from '../database/database.ts'
import type { Outbox } from '../outbox/types.ts'
import { idFrom } from '../shared/ids.ts'
import { markForReview } from './caseReview.ts'
import { EscalationConflict, type Escalation } from './escalation.ts'
import { appendEscalationEvent } from './escalationHistory.ts'
import type { Ladder } from './ladder/ladder.ts'
import { readEscalations } from './readEscalations.ts'
import { tierRank, type Tier } from './types.ts'

/** What an answer or a further message adds to an open escalation. */
export interface Raise {
  escalationId: string
  tier: Escalation['tier']
  priority?: boolean
  because: string
  /** Families not heard in this matter before: those who were told are told again, though the tier stays. */
  newFacts?: readonly string[]
  /** Makes a repeated call harmless: the message or answer that raised it. */
  key: string
  now: Date
  outbox: Outbox
  ladder: Ladder
}

/** From T2 on, this person's modules stop until a named human releases (R8). */
export const holdsAt = (tier: Tier): boolean => tierRank(tier) >= tierRank('T2')

/** Raises an escalation in a commit of its own. A tier or priority is never lowered: a lower one changes nothing. */
export async function raiseEscalation(database: Database, raise: Raise): Promise<Escalation> {
  const raised = await database.transaction((client) => raiseEscalationIn(client, raise))
  if (raised) await database.publish('escalations', raise.escalationId)
  const [escalation] = await readEscalations(database, [raise.escalationId])
  if (!escalation) throw new EscalationConflict('unknown', null)
  return escalation
}

/**
 * The same as part of an open transaction; whoever commits it publishes when this was true. An acknowledgement was given
 * for the lower tier, so a raised escalation is open again, waits for a new one, and its ladder begins anew.
 */
export async function raiseEscalationIn(client: Queryable, raise: Raise): Promise<boolean> {
  const { rows } = await client.query<{
    case_id: string | null
    tier: Escalation['tier']
    priority: boolean
    state: Escalation['state']
  }>('select case_id, tier, priority, state from escalations where id = $1 for update', [raise.escalationId])
  const current = rows[0]
  if (!current) throw new EscalationConflict('unknown', null)
  if (current.state === 'closed') throw new EscalationConflict('closed', null)
  const tier = tierRank(raise.tier) > tierRank(current.tier) ? raise.tier : current.tier
  const priority = current.priority || raise.priority === true
  const newFacts = raise.newFacts ?? []
  if (tier === current.tier && priority === current.priority && newFacts.length === 0) return false
  await client.query(
    `update escalations set tier = $2, priority = $3, holds = holds or $4, version = version + 1,
       state = 'open', acknowledged_at = null, acknowledged_by = null
     where id = $1`,
    [raise.escalationId, tier, priority, holdsAt(tier)],
  )
  await raise.ladder.begin(client, raise.escalationId, raise.now)
  if (holdsAt(tier)) await markForReview(client, current.case_id, raise.now, raise.ladder.rules.repeats)
  return appendEscalationEvent(client, raise.outbox, {
    id: idFrom('escalation-raised', raise.escalationId, raise.key, tier),
    escalationId: raise.escalationId,
    caseId: current.case_id,
    kind: 'raised',
    at: raise.now,
    staffId: null,
    body: { from: current.tier, tier, priority, because: raise.because, newFacts: [...newFacts] },
  })
}
