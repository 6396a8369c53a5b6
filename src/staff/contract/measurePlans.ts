import { z } from 'zod'
import { MOMENTS, plannedMeasure } from '../../measure-plan/plan.ts'
import { endpoint } from './endpoint.ts'
import { day } from './shapes.ts'

const moment = z.enum(MOMENTS).meta({ id: 'MeasureMoment' })

/** What is asked of one person and when, and how each measure stands as a pair of first and last. */
export const measurePlan = z
  .object({
    personId: z.uuid(),
    version: z
      .int()
      .describe('0 while nothing was set for this person and the usual plan holds. Send it back with a change.'),
    measures: z.array(z.object({ measure: z.string(), title: z.string(), when: z.array(moment) })),
    pairs: z.array(
      z.object({
        measure: z.string(),
        title: z.string(),
        state: z.enum(['no-baseline', 'baseline-only', 'paired']),
        firstDay: day.nullable(),
        lastDay: day.nullable(),
        atRisk: z
          .enum(['last-sessions', 'dropping-out'])
          .nullable()
          .describe('The case will close without a pair unless somebody sees to it, and why.'),
      }),
    ),
  })
  .meta({ id: 'MeasurePlan' })

export const setMeasurePlan = endpoint({
  id: 'setMeasurePlan',
  method: 'put',
  path: '/staff/api/people/{personId}/measure-plan',
  summary:
    'Sets what is asked of a person and when. Refused with 409 when it was changed meanwhile, and for measures this person does not answer.',
  subject: 'change-cases',
  params: z.object({ personId: z.uuid() }),
  body: z
    .object({ version: z.int().min(0), measures: z.array(plannedMeasure).max(12) })
    .meta({ id: 'MeasurePlanChange' }),
  reply: measurePlan,
})
