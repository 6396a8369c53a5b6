import type { Queryable } from '../database/database.ts'
import type { Matter } from './matter.ts'
import type { Finding, Lane } from './types.ts'

/** So many T1 within so many days are a matter of their own, T2 (brief 4.8). */
const PATTERN_OF = 3
const PATTERN_DAYS = 7

/** What nothing has read, and what is only outside the remit, says nothing about how somebody is. */
const SAYS_NOTHING: readonly Lane[] = ['unscanned', 'scope']

/** The key of a pattern that a message completes: it stands beside the message's own escalations. */
export const patternKey = (inboundKey: string): string => `${inboundKey}/pattern`

/**
 * The T1 escalations of this person that make a pattern now, this message's own among them. Empty while there are too few;
 * one that has counted once counts no more.
 */
export async function findPattern(client: Queryable, matter: Matter): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from escalations
     where tier = 'T1' and lane <> all($1::text[]) and patterned_in is null and opened_at > $2
       and person_id is not distinct from $3::uuid and ($3::uuid is not null or conversation_id = $4)
     order by opened_at, id`,
    [SAYS_NOTHING, new Date(matter.now.getTime() - PATTERN_DAYS * 86_400_000), matter.personId, matter.conversationId],
  )
  return rows.length >= PATTERN_OF ? rows.map((row) => row.id) : []
}

export async function markPatterned(client: Queryable, ids: readonly string[], patternId: string): Promise<void> {
  await client.query('update escalations set patterned_in = $2 where id = any($1::uuid[])', [ids, patternId])
}

/** A pattern as a finding: the lane of what was said last. */
export const patternFinding = (lane: Lane, words: string): Finding => ({
  family: 'pattern',
  lane,
  tier: 'T2',
  rule: 'pattern',
  words,
  because: `said something worth a look ${PATTERN_OF} times within ${PATTERN_DAYS} days`,
})

/** Whether one that was just opened at T1 may be the last of a pattern. */
export const mayBePatterned = (lane: Lane, tier: Finding['tier']): boolean =>
  tier === 'T1' && !SAYS_NOTHING.includes(lane)
