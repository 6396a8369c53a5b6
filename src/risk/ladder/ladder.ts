import type { Queryable } from '../../database/database.ts'
import type { Logger } from '../../shared/logger.ts'
import { beginClimb, beginHandedOver, type ClimbParts } from './climb.ts'
import type { LadderRules } from './ladderFile.ts'

/** What opens, raises or hands over a matter needs of the ladder. */
export interface Ladder {
  rules: LadderRules
  /**
   * Begins the ladder anew, as part of the transaction at hand. A fault in it never takes the escalation along: the
   * sweep begins the ladder of every open matter that has none.
   */
  begin(client: Queryable, escalationId: string, now: Date): Promise<void>
  /** The same for a handover, which is undone where its ladder cannot be begun: whoever had the matter then still has it. */
  beginHandedOver(client: Queryable, escalationId: string, now: Date): Promise<void>
}

export const createLadder = (parts: ClimbParts & { logger: Logger }): Ladder => ({
  rules: parts.rules,
  async begin(client, escalationId, now) {
    await client.query('savepoint ladder')
    try {
      await beginClimb(client, escalationId, now, parts)
      await client.query('release savepoint ladder')
    } catch (error) {
      await client.query('rollback to savepoint ladder')
      parts.logger.error('ladder-not-begun', { escalationId }, error)
    }
  },
  beginHandedOver: (client, escalationId, now) => beginHandedOver(client, escalationId, now, parts),
})
