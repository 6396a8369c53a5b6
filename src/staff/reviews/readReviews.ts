import type { z } from 'zod'
import type { Queryable } from '../../database/database.ts'
import type { StaffCaller } from '../../shared/route.ts'
import type { readReviews as contract } from '../contract/reviews.ts'
import { casesInReach } from '../reach.ts'
import { reviewableBy } from './reviewable.ts'

export type CaseReviews = z.infer<typeof contract.reply>

/** Incidents of T2 or T3 of the case `k`: what the mark counts. */
export const INCIDENTS = `(select count(distinct e.incident_id)::int from escalations e where e.case_id = k.id and e.tier in ('T2', 'T3'))`

/** The mark and the earlier reviews of a case; undefined where it is out of reach. */
export async function readReviews(
  client: Queryable,
  caller: StaffCaller,
  caseId: string,
): Promise<CaseReviews | undefined> {
  const { rows } = await client.query<{
    wanted_at: Date | null
    incidents: number
    may_review: boolean
    reviews: CaseReviews['reviews'] | null
  }>(
    `select k.review_wanted_at as wanted_at, ${INCIDENTS} as incidents, ${reviewableBy(caller)} as may_review,
       (select json_agg(json_build_object('id', r.id, 'wantedAt', r.wanted_at, 'incidents', r.incidents, 'at', r.reviewed_at,
          'by', json_build_object('staffId', s.id, 'name', s.display_name), 'decision', r.decision, 'note', r.note) order by r.reviewed_at desc, r.id)
        from case_reviews r join staff s on s.id = r.reviewed_by where r.case_id = k.id) as reviews
     from cases k where k.id = $2 and ${casesInReach(caller, 'see-cases')}`,
    [caller.staffId, caseId],
  )
  const row = rows[0]
  return (
    row && {
      wantedAt: row.wanted_at?.toISOString() ?? null,
      incidents: row.incidents,
      mayReview: row.may_review,
      reviews: (row.reviews ?? []).map((one) => ({ ...one, at: iso(one.at), wantedAt: iso(one.wantedAt) })),
    }
  )
}

/** JSON out of the database writes times as +00:00. */
const iso = (at: string): string => new Date(at).toISOString()
