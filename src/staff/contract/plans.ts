import { z } from 'zod'
import { planParts } from '../../plans/copingPlan.ts'
import { endpoint } from './endpoint.ts'
import { day, instant, staffMember } from './shapes.ts'

const params = z.object({ personId: z.uuid() })

const written = {
  parts: planParts,
  madeOn: day,
  reviewedOn: day.nullable(),
  copies: z.string().trim().max(400).describe('Who has a copy.'),
  offline: z
    .boolean()
    .describe('The young person chose to keep it on their device, told that others who use it could open it.'),
}

const copingPlan = z
  .object({
    version: z.int().describe('0 while there is none. Send it back with a change.'),
    plan: z.object({ ...written, recordedBy: staffMember, recordedAt: instant }).nullable(),
    reviewWantedSince: instant
      .nullable()
      .describe('There has been a T2 or T3 since it was made or looked at together, or while there was none.'),
    mayChange: z.boolean(),
  })
  .meta({ id: 'CopingPlan' })

export const readCopingPlan = endpoint({
  id: 'readCopingPlan',
  method: 'get',
  path: '/staff/api/people/{personId}/coping-plan',
  summary: 'A young person’s coping plan as it stands. Every view is written down.',
  subject: 'see-plans',
  params,
  reply: copingPlan,
})

export const keepCopingPlan = endpoint({
  id: 'keepCopingPlan',
  method: 'put',
  path: '/staff/api/people/{personId}/coping-plan',
  summary: 'Keeps a new version, made together with the young person. Refused with 409 when it was changed meanwhile.',
  subject: 'change-plans',
  params,
  body: z.object({ ...written, version: z.int().min(0), together: z.literal(true) }).meta({ id: 'CopingPlanChange' }),
  reply: copingPlan,
})
