import { z } from 'zod'

/** When in a course of sessions a measure is wanted. */
export const MOMENTS = ['baseline', 'session', 'review', 'end'] as const
export type Moment = (typeof MOMENTS)[number]

export const plannedMeasure = z.strictObject({
  measure: z.string().min(1).max(60),
  when: z.array(z.enum(MOMENTS)).min(1),
})
export type PlannedMeasure = z.infer<typeof plannedMeasure>

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a clock time, as 15:30')

/** `content/measures/plan.yaml`: what is asked for when, unless it is set otherwise for somebody. */
export const measurePlanRules = z.strictObject({
  defaults: z.array(
    z.strictObject({
      respondent: z.enum(['young-person', 'parent-carer']),
      ages: z.strictObject({ from: z.int(), to: z.int() }).optional(),
      measures: z.array(plannedMeasure),
    }),
  ),
  invite: z.strictObject({ from: clockTime, until: clockTime }),
  remind: z.strictObject({ 'at-most': z.int().min(0), weekday: clockTime, weekend: clockTime }),
  'look-back': z.strictObject({ 'about-the-same': z.number().positive().max(1) }),
  exit: z.strictObject({ 'minutes-at-most': z.int().min(1) }),
})
export type MeasurePlanRules = z.infer<typeof measurePlanRules>

/** What is asked of somebody for whom nothing was set. Nothing where the age is not known or nobody answers at it. */
export function defaultPlan(
  { defaults }: Pick<MeasurePlanRules, 'defaults'>,
  person: { role: 'young-person' | 'parent-carer'; age: number | null },
): PlannedMeasure[] {
  const fits = defaults.find(
    ({ respondent, ages }) =>
      respondent === person.role &&
      (ages === undefined || (person.age !== null && person.age >= ages.from && person.age <= ages.to)),
  )
  return fits?.measures ?? []
}
