import type { Activity } from 'botbuilder'
import { readEscalations } from '../risk/readEscalations.ts'
import { idFrom } from '../shared/ids.ts'
import { markPersonTold } from './personTold.ts'
import { sayUnasked } from './sayUnasked.ts'
import { readSituation } from './situation.ts'
import { statusActivity } from './status.ts'
import { surroundingsFor } from './surroundings.ts'
import type { TurnParts } from './parts.ts'

/** Rungs that have told people of something urgent since the person was answered, and that the person does not know of. */
const UNTOLD_RUNGS = `
select v.id, v.escalation_id from escalations e join escalation_events v on v.escalation_id = e.id and v.kind = 'paged'
where e.state = 'open' and e.tier in ('T2', 'T3') and e.person_id is not null and v.at > e.opened_at and v.at > $1::timestamptz - interval '1 day'
  and not exists (select 1 from escalation_events t where t.escalation_id = e.id and t.kind = 'person-told' and t.body->>'of' = v.id::text)
order by v.at, v.id`

interface UntoldRung {
  id: string
  escalation_id: string
}

/**
 * Keeps the status card true while the ladder climbs: where more people have been told, it names them too. It is the same
 * card with other names, so nothing is said by it: on a channel where it would come as a message of its own, it waits for the
 * next answer.
 */
export async function announceTold(parts: TurnParts): Promise<void> {
  const now = parts.clock.now()
  const { rows } = await parts.database.query<UntoldRung>(UNTOLD_RUNGS, [now])
  for (const rung of rows)
    await refresh(rung, now, parts).catch((error: unknown) =>
      parts.logger.error('announce-failed', { escalationId: rung.escalation_id }, error),
    )
}

async function refresh(rung: UntoldRung, now: Date, parts: TurnParts): Promise<void> {
  const activity = await newStatus(rung, now, parts)
  const conversationId = await parts.database.transaction(async (client) => {
    if (!(await markPersonTold(client, rung, now)) || activity === undefined) return undefined
    await sayUnasked(client, { ...activity, id: idFrom('announced', rung.id), pushes: false, now })
    return activity.conversationId
  })
  if (conversationId !== undefined) await parts.database.publish('activities', conversationId)
}

/** The card as it has to be now; undefined where it says so already, or where there is none to renew. */
async function newStatus(
  rung: UntoldRung,
  now: Date,
  parts: TurnParts,
): Promise<{ conversationId: string; activity: Partial<Activity> } | undefined> {
  const [escalation] = await readEscalations(parts.database, [rung.escalation_id])
  if (!escalation) return undefined
  const { conversationId } = escalation
  const situation = await readSituation(parts.database, conversationId, '')
  if (!situation?.person || (parts.channels.get(situation.conversation.channel)?.pushes ?? false)) return undefined
  const { rows } = await parts.database.query<{ told: string[] | null }>(
    `select body->'channelData'->'bot'->'told' as told from activities
     where conversation_id = $1 and direction = 'out' and body->'channelData'->'bot'->>'kind' = 'status' order by seq desc limit 1`,
    [conversationId],
  )
  const shown = rows[0]
  if (!shown) return undefined
  const surroundings = surroundingsFor(situation.person, idFrom('announce', rung.id), now, parts)
  const activity = statusActivity(escalation, surroundings, parts.watch.nobodyReached())
  const { told } = (activity.channelData as { bot: { told: string[] } }).bot
  if (told.every((name) => shown.told?.includes(name))) return undefined
  return { conversationId, activity: { ...activity, from: { id: 'bot', name: parts.botName } } }
}
