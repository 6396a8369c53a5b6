import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { instant, staffMember } from './shapes.ts'

export const closingReason = z
  .enum(['completed', 'other-service-agreed', 'not-attended', 'moved-away', 'declined', 'outside-remit', 'other'])
  .meta({ id: 'ClosingReason' })
export const destination = z
  .enum(['no-further-support', 'universal-or-voluntary', 'specialist', 'none'])
  .meta({ id: 'Destination' })
export const specialist = z
  .enum(['social-care', 'camhs', 'educational-psychology', 'adult-mental-health', 'other'])
  .meta({ id: 'Specialist' })

const words = z.string().trim().min(3).max(1000)

/** How a case ends (brief 6.4). What it must not lack follows from the case: `readClosing` names it beforehand. */
export const closingRequest = z
  .object({
    version: z.int().describe('The version of the case it was made from; another one is answered with 409.'),
    reason: closingReason,
    destination,
    specialist: specialist.optional().describe('Needed where the destination is a specialist service.'),
    measuresMissing: z
      .array(z.object({ measure: z.string(), reason: words }))
      .max(20)
      .default([])
      .describe('Why a measure has no pair of scores.'),
    recordsMissing: words.optional().describe('Why not every session is recorded.'),
    stayingWell: z.enum(['given', 'not-made']).describe('Whether the staying-well plan went to them.'),
    stayingWellReason: words.optional().describe('Needed where it was not made.'),
    riskReview: words.optional().describe('Needed where the case ends because it was not attended.'),
    note: words.optional(),
  })
  .meta({ id: 'ClosingRequest' })

export const closingGap = z
  .object({
    code: z.enum([
      'open-alerts', 'parked-deliveries', 'sessions-not-recorded', 'measure-unpaired', 'no-outcome-measure', 'specialist',
      'staying-well', 'risk-review', 'supervisor',
    ]),
    words: z.string(),
    mend: z.enum(['first', 'reason', 'choice', 'supervisor']).describe('To be mended first, or to be given a reason for, or chosen, or for the supervisor.'),
    measure: z.string().nullable().describe('Of `measure-unpaired`: which.'),
  })
  .meta({ id: 'ClosingGap' }) // prettier-ignore

const closed = z
  .object({
    id: z.uuid(),
    closedAt: instant,
    closedBy: staffMember,
    signedOffBy: staffMember.nullable(),
    reason: closingReason,
    destination,
    specialist: specialist.nullable(),
    measuresMissing: z.array(z.object({ measure: z.string(), reason: z.string() })),
    recordsMissing: z.string().nullable(),
    stayingWell: z.enum(['given', 'not-made']),
    stayingWellReason: z.string().nullable(),
    riskReview: z.string().nullable(),
    note: z.string().nullable(),
    sessionsHeld: z.int(),
    reopened: z.object({ at: instant, by: staffMember, reason: z.string() }).nullable(),
  })
  .meta({ id: 'Closing' })

export const closingState = z
  .object({
    gaps: z.array(closingGap).describe('What stands in the way of closing, whatever the reason.'),
    sessionsHeld: z.int(),
    maySignOff: z.boolean().describe('The caller supervises this case.'),
    closings: z.array(closed).describe('Newest first.'),
  })
  .meta({ id: 'ClosingState' })

const params = z.object({ caseId: z.uuid() })

export const readClosing = endpoint({
  id: 'readClosing',
  method: 'get',
  path: '/staff/api/cases/{caseId}/closing',
  summary: 'What stands in the way of closing a case, and how it was closed before.',
  subject: 'see-cases',
  params,
  reply: closingState,
})

export const closeCase = endpoint({
  id: 'closeCase',
  method: 'post',
  path: '/staff/api/cases/{caseId}/closing',
  summary:
    'Closes a case. Refused with 422 cannot-close and every gap while recording or outcome measures are incomplete.',
  subject: 'change-cases',
  params,
  body: closingRequest,
  reply: closingState,
})

export const reopenCase = endpoint({
  id: 'reopenCase',
  method: 'post',
  path: '/staff/api/cases/{caseId}/reopening',
  summary: 'Opens a closed case again: somebody reads what is written there once more.',
  subject: 'change-cases',
  params,
  body: z.object({ version: z.int(), reason: words }),
  reply: closingState,
})
