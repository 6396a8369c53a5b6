import { z } from 'zod'

/** The parts of a coping plan in the order they are shown (brief 4.7): Stanley and Brown's shape, in young people's words. */
export const PLAN_PARTS = ['signs', 'alone', 'places', 'people', 'services', 'safer', 'matters'] as const

const part = z.string().trim().max(400)

/** What stands in a plan, in the young person's own words. A part left empty is not shown. `safer` is only the line agreed with an adult. */
export const planParts = z
  .object({
    signs: part.describe('My signs'),
    alone: part.describe('Things I can do on my own'),
    places: part.describe('Places and people that take my mind off it'),
    people: part.describe('People I can ask, and how'),
    services: part.describe('Services and numbers'),
    safer: part.describe('Making things around me safer: the agreed line only, no items and no methods'),
    matters: part.describe('What matters to me'),
  })
  .partial()
  .meta({ id: 'CopingPlanParts' })
export type PlanParts = z.infer<typeof planParts>
