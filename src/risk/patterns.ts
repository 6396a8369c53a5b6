import type { Queryable } from '../database/database.ts'
import type { LadderRules } from './ladder/ladderFile.ts'
import type { Matter } from './matter.ts'
import type { Finding, Lane } from './types.ts'

/** What nothing has read, and what is only outside the remit, says nothing about how somebody is. */
const SAYS_NOTHING: readonly Lane[] = ['unscanned', 'scope']

/** The key of a pattern that a message completes: it stands beside the message's own escalations. */
export const patternKey = (inboundKey: string): string => `${inboundKey}/pattern`

/**
 * The T1 escalations of this person that make a pattern now, this message's own among them. Empty while there are too few;
 * one that has counted once counts no more.
 */
export async function findPattern(client: Queryable, matter: Matter): Promise<string[]> {
  const { pattern } = matter.ladder.rules.repeats
  const { rows } = await client.query<{ id: string }>(
    `select id from escalations
     where tier = 'T1' and lane <> all($1::text[]) and patterned_in is null and opened_at > $2
       and person_id is not distinct from $3::uuid and ($3::uuid is not null or conversation_id = $4)
     order by opened_at, id`,
    [
      SAYS_NOTHING,
      new Date(matter.now.getTime() - pattern.within_days * 86_400_000),
      matter.personId,
      matter.conversationId,
    ],
  )
  return rows.length >= pattern.of ? rows.map((row) => row.id) : []
}

export async function markPatterned(client: Queryable, ids: readonly string[], patternId: string): Promise<void> {
  await client.query('update escalations set patterned_in = $2 where id = any($1::uuid[])', [ids, patternId])
}

/** So many T1 within so many days as a finding of their own, T2 (brief 4.8): the lane of what was said last. */
export const patternFinding = (lane: Lane, words: string, { pattern }: LadderRules['repeats']): Finding => ({
  family: 'pattern',
  lane,
  tier: 'T2',
  rule: 'pattern',
  words,
  because: `said something worth a look ${pattern.of} times within ${pattern.within_days} days`,
})

/** Whether one that was just opened at T1 may be the last of a pattern. */
export const mayBePatterned = (lane: Lane, tier: Finding['tier']): boolean =>
  tier === 'T1' && !SAYS_NOTHING.includes(lane)
