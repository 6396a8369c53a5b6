import type { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { Problem, type StaffCaller } from '../../shared/route.ts'
import { writeAudit } from '../audit.ts'
import { noSuchCase } from '../cases/refusals.ts'
import type { newReview } from '../contract/reviews.ts'
import type { StaffParts } from '../parts.ts'
import { INCIDENTS } from './readReviews.ts'
import { reviewableBy } from './reviewable.ts'

/**
 * Keeps a supervisor's decision about a whole case and clears its mark (brief 4.8). It changes no alert and ends no hold.
 * Refused where another incident has come since the caller looked: what nobody has seen is never cleared.
 */
export async function reviewCase(
  parts: StaffParts,
  caller: StaffCaller,
  caseId: string,
  review: z.output<typeof newReview>,
): Promise<void> {
  const now = parts.clock.now()
  await parts.database.transaction(async (client) => {
    const { rows } = await client.query<{ wanted_at: Date | null }>(
      `select k.review_wanted_at as wanted_at from cases k where k.id = $2 and ${reviewableBy(caller)} for no key update`,
      [caller.staffId, caseId],
    )
    if (!rows[0]) throw noSuchCase()
    // Counted only now: an incident that is being committed marks the case, and so waits for this lock or came before it.
    const counted = await client.query<{ incidents: number }>(
      `select ${INCIDENTS} as incidents from cases k where k.id = $1`,
      [caseId],
    )
    const { incidents } = counted.rows[0]!
    if (rows[0].wanted_at === null)
      throw new Problem(409, 'no-review-wanted', 'This case is not marked for review. Somebody may have reviewed it.')
    if (incidents !== review.incidents)
      throw new Problem(409, 'changed-meanwhile', 'There has been another incident since you looked. Look again first.')
    await client.query(
      `insert into case_reviews (id, case_id, wanted_at, incidents, reviewed_at, reviewed_by, decision, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [newId(), caseId, rows[0].wanted_at, incidents, now, caller.staffId, review.decision, review.note],
    )
    await client.query(
      'update cases set review_wanted_at = null, version = version + 1, updated_at = $2 where id = $1',
      [caseId, now],
    )
    await writeAudit(client, now, {
      staffId: caller.staffId,
      action: 'review-case',
      caseId,
      detail: { decision: review.decision, incidents },
    })
  })
  await parts.database.publish('staff', caseId)
}
