import type { Inbound } from '../channels/types.ts'
import { ownerOf, readSituation, type Situation } from './situation.ts'
import type { TurnParts } from './parts.ts'

/** A conversation that nobody has seen before (Teams): kept, linked to nobody, or to the person its account belongs to. */
export async function ensureConversation(inbound: Inbound, now: Date, parts: TurnParts): Promise<Situation> {
  const personId = inbound.from.kind === 'person' ? inbound.from.personId : null
  await parts.database.query(
    `insert into conversations (id, channel, person_id, reference, created_at) values ($1, $2, $3, $4, $5) on conflict (id) do nothing`,
    [
      inbound.conversationId,
      inbound.channel,
      personId,
      inbound.reference === null ? null : JSON.stringify(inbound.reference),
      now,
    ],
  )
  const situation = await readSituation(parts.database, inbound.conversationId, inbound.dedupeKey)
  if (!situation) throw new Error(`the conversation ${ownerOf(inbound.conversationId, undefined)} could not be kept`)
  return situation
}
