import type { Queryable } from '../database/database.ts'
import type { LadderRules } from './ladder/ladderFile.ts'

/**
 * Marks the case for its supervisor when there have been so many incidents of T2 or T3 in one episode of care (brief 4.8);
 * one that is marked stays marked.
 */
export async function markForReview(
  client: Queryable,
  caseId: string | null,
  now: Date,
  { case_review_after }: LadderRules['repeats'],
): Promise<void> {
  if (caseId === null) return
  // Waits for a review that is clearing the mark in this very moment, without having seen this incident.
  await client.query('select 1 from cases where id = $1 for no key update', [caseId])
  await client.query(
    `update cases set review_wanted_at = $2, version = version + 1
     where id = $1 and review_wanted_at is null
       and (select count(distinct incident_id) from escalations where case_id = $1 and tier in ('T2', 'T3')) >= $3`,
    [caseId, now, case_review_after],
  )
}
