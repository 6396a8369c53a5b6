import { readEscalations } from '../risk/readEscalations.ts'
import { idFrom } from '../shared/ids.ts'
import { announceTold } from './announceTold.ts'
import { beginAfterCare } from './afterCare.ts'
import { sentence } from './answer.ts'
import { markPersonTold } from './personTold.ts'
import { sayUnasked } from './sayUnasked.ts'
import { readSituation, type Situation } from './situation.ts'
import { saysStanding } from './standing.ts'
import { statusActivity } from './status.ts'
import { surroundingsFor } from './surroundings.ts'
import type { TurnParts } from './parts.ts'
import type { Receive } from './types.ts'

/** Staff's decisions that the person has not been told of yet, oldest first. */
const UNTOLD = `
select d.id, d.kind, d.escalation_id, d.body->>'outcome' as outcome from escalation_events d join escalations e on e.id = d.escalation_id
where d.kind in ('acknowledged', 'released') and e.person_id is not null and d.at > $1::timestamptz - interval '7 days'
  and not exists (select 1 from escalation_events t where t.escalation_id = d.escalation_id and t.kind = 'person-told' and t.body->>'of' = d.id::text)
order by d.at, d.id`

/**
 * Tells young people and parents what a named human has decided about what they wrote: "seen by", only after an
 * acknowledgement, that a hold has ended, and who else has been told meanwhile. Looks in the database, so nothing is lost when a process dies in between;
 * two processes tell it once.
 */
export async function announceDecisions(parts: TurnParts, receive: Receive): Promise<number> {
  const now = parts.clock.now()
  const { rows } = await parts.database.query<Decision>(UNTOLD, [now])
  // One that cannot be told keeps nobody else waiting; it is tried again with the next look.
  for (const row of rows)
    await announce(row, now, parts, receive).catch((error: unknown) =>
      parts.logger.error('announce-failed', { escalationId: row.escalation_id }, error),
    )
  await announceTold(parts)
  return rows.length
}

interface Decision {
  id: string
  kind: 'acknowledged' | 'released'
  escalation_id: string
  outcome: string | null
}

async function announce(decision: Decision, now: Date, parts: TurnParts, receive: Receive): Promise<unknown> {
  const [escalation] = await readEscalations(parts.database, [decision.escalation_id])
  if (!escalation) return undefined
  const situation = await readSituation(parts.database, escalation.conversationId, '')
  if (!situation?.person) return undefined
  const surroundings = surroundingsFor(situation.person, idFrom('announce', decision.id), now, parts)
  const stillHeld = situation.person.escalations.some((e) => e.holds)
  if (decision.kind === 'released' && (stillHeld || escalation.tier === 'T1'))
    return markPersonTold(parts.database, decision, now)
  const activity =
    decision.kind === 'acknowledged'
      ? statusActivity(escalation, surroundings)
      : sentence(saysStanding(decision.outcome === 'false-alarm' ? 'false-alarm' : 'hold-released', surroundings))
  const pushes = parts.channels.get(situation.conversation.channel)?.pushes ?? false
  await parts.database.transaction(async (client) => {
    if (!(await markPersonTold(client, decision, now))) return
    if (decision.kind === 'released')
      await beginAfterCare(client, { personId: situation.person!.id, now, rules: parts.ladder.rules.after_care })
    await sayUnasked(client, {
      conversationId: escalation.conversationId,
      id: idFrom('announced', decision.id),
      activity: { ...activity, from: { id: 'bot', name: parts.botName } },
      pushes,
      now,
    })
  })
  await parts.database.publish('activities', escalation.conversationId)
  return decision.kind === 'released' ? offerWhatIsNext(situation, decision.id, receive) : undefined
}

/** After a release there is something to tap again: as if the chat had been opened, once for this release. */
const offerWhatIsNext = ({ conversation, person }: Situation, decisionId: string, receive: Receive): Promise<unknown> =>
  receive({
    channel: conversation.channel,
    conversationId: conversation.id,
    from: { kind: 'person', personId: person!.id },
    dedupeKey: `released/${decisionId}`,
    content: { type: 'opened' },
    reference: null,
    activity: { type: 'event', name: 'opened' },
  })

/** Announces whenever an escalation changes, and looks by itself now and then for what a lost message left behind. */
export function keepAnnouncing(parts: TurnParts, receive: Receive, everyMs: number): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve()
  const run = () => {
    running = running
      .then(() => announceDecisions(parts, receive))
      .catch((error: unknown) => parts.logger.error('announce-failed', {}, error))
  }
  const unsubscribe = parts.database.subscribe('escalations', run)
  const timer = setInterval(run, everyMs)
  run()
  return {
    async stop() {
      unsubscribe()
      clearInterval(timer)
      await running
    },
  }
}
