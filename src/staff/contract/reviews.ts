import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { instant, staffMember } from './shapes.ts'

/** What a supervisor decides about a whole case (brief 6.3). */
const decision = z.enum(['continue', 'change', 'step-up', 'close', 'discuss']).meta({ id: 'CaseDecision' })

const caseReviews = z
  .object({
    wantedAt: instant.nullable().describe('Since when the case is marked for its supervisor; null when it is not.'),
    incidents: z.int().describe('Incidents of T2 or T3 in this episode. Send it back with a review.'),
    mayReview: z.boolean(),
    reviews: z
      .array(
        z.object({
          id: z.uuid(),
          wantedAt: instant,
          incidents: z.int(),
          at: instant,
          by: staffMember,
          decision,
          note: z.string(),
        }),
      )
      .describe('Newest first.'),
  })
  .meta({ id: 'CaseReviews' })

export const newReview = z
  .object({
    decision,
    note: z.string().trim().min(3).max(4000),
    incidents: z.int().describe('As read: when another one has come since, the review is refused.'),
  })
  .meta({ id: 'NewCaseReview' })

const params = z.object({ caseId: z.uuid() })
const path = '/staff/api/cases/{caseId}/reviews'

export const readReviews = endpoint({
  id: 'readReviews',
  method: 'get',
  path,
  summary: 'Whether the case waits for its supervisor’s look, and what was decided before.',
  subject: 'see-cases',
  params,
  reply: caseReviews,
})

export const reviewCase = endpoint({
  id: 'reviewCase',
  method: 'post',
  path,
  summary:
    'The supervisor has looked at the whole case: their decision clears the mark. The next incident sets it again.',
  subject: 'review-cases',
  params,
  body: newReview,
  reply: caseReviews,
})
