import { parseVisitState, startDialog } from '../../dialog-runner/index.ts'
import type { Queryable } from '../../database/database.ts'
import { appendEscalationEvent } from '../../risk/escalationHistory.ts'
import type { Escalation } from '../../risk/escalation.ts'
import { escalationsFor } from '../../risk/readEscalations.ts'
import { highestTier, tierRank } from '../../risk/types.ts'
import { idFrom } from '../../shared/ids.ts'
import { isOpen } from '../../rota/staffedTime.ts'
import type { TurnParts } from '../parts.ts'
import { sayUnasked } from '../sayUnasked.ts'
import { readSituation, type Situation } from '../situation.ts'
import { surroundingsFor } from '../surroundings.ts'
import type { Unanswered } from './waitForReply.ts'

/**
 * Nobody answered a T2 or T3 question: help and "no need to answer", once in an incident and nothing after it; the flag
 * shows it (brief 4.3). Says nothing where anything came in meanwhile or a human has closed the matter. A repeated call is
 * harmless.
 */
export async function sayNoReply(unanswered: Unanswered, parts: TurnParts): Promise<void> {
  const { database, clock } = parts
  const now = clock.now()
  const situation = await readSituation(database, unanswered.conversationId, '')
  if (!situation?.person || situation.state.version !== unanswered.version) return
  const open = await urgentIncident(situation.person.id, parts)
  if (open.length === 0) return
  const activities = noReplyWords(situation, open, now, parts)
  const pushes = parts.channels.get(situation.conversation.channel)?.pushes ?? false
  const said = await database.transaction(async (client) => {
    if (!(await stillUnanswered(client, situation, unanswered, open))) return false
    for (const { id, caseId } of open)
      await appendEscalationEvent(client, parts.outbox, {
        id: idFrom('no-reply', id),
        escalationId: id,
        caseId,
        kind: 'no-reply',
        at: now,
        staffId: null,
        body: {},
      })
    for (const [n, activity] of activities.entries())
      await sayUnasked(client, {
        conversationId: unanswered.conversationId,
        id: idFrom('no-reply-said', open[0]!.incidentId, String(n)),
        activity: { ...activity, from: { id: 'bot', name: parts.botName } },
        pushes,
        now,
      })
    return true
  })
  if (!said) return
  await database.publish('activities', unanswered.conversationId)
  for (const { id } of open) await database.publish('escalations', id)
}

/** What is open of T2 and above in the latest incident. */
async function urgentIncident(personId: string, { database }: TurnParts): Promise<Escalation[]> {
  const urgent = (await escalationsFor(database, personId)).filter((e) => tierRank(e.tier) >= tierRank('T2'))
  return urgent.filter((e) => e.incidentId === urgent[0]?.incidentId)
}

/** Looked at under the conversation's lock, which every turn takes: what comes in at this moment comes before or after. */
async function stillUnanswered(
  client: Queryable,
  { owner }: Situation,
  { conversationId, version }: Unanswered,
  open: readonly Escalation[],
): Promise<boolean> {
  await client.query('select 1 from conversations where id = $1 for update', [conversationId])
  const { rows } = await client.query(
    `select 1 from dialog_states where owner = $1 and version = $2 and not exists (
       select 1 from escalation_events v join escalations e on e.id = v.escalation_id
       where e.incident_id = $3 and v.kind = 'no-reply')`,
    [owner, version, open[0]!.incidentId],
  )
  return rows.length === 1
}

function noReplyWords(
  { conversation, person, state }: Situation,
  open: readonly Escalation[],
  now: Date,
  parts: TurnParts,
) {
  const surroundings = surroundingsFor(person!, idFrom('no-reply', open[0]!.incidentId), now, parts)
  const input = {
    tier: highestTier(open.map((e) => e.tier)),
    staffedNow: isOpen(parts.rota.current(), now),
    told: open.some((e) => e.told.length > 0),
    unreached: parts.watch.nobodyReached(),
    repeat: true,
    aboutOther: false,
    value: null,
    canCarryOn: false,
    answered: [],
    plan: null,
  }
  const { outputs } = startDialog(parseVisitState(state.value), 'no-reply', input, surroundings)
  const [first] = outputs
  if (first?.kind !== 'say') return []
  // One message, not several.
  const all = { ...first, text: outputs.map((output) => output.text).join(' ') }
  return parts.channels.get(conversation.channel)?.render([all]) ?? []
}
