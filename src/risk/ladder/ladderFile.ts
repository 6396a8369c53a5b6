import { z } from 'zod'

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time like 16:30')

/** Whom a rung tells, by what they are in this matter and at that moment. */
const PLACES = ['practitioner', 'duty-worker', 'supervisor', 'service-manager', 'on-call', 'safeguarding-lead'] as const
/** `handed-to` is no place of the file: whoever a matter was given to by name, at work or not. */
export type Place = (typeof PLACES)[number] | 'handed-to'
const tell = z.array(z.enum(PLACES)).min(1)

const when = {
  after_minutes: z.int().min(0).optional(),
  at: clockTime.optional(),
  end_of_working_day: z.int().min(1).optional(),
}

const rung = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    ...when,
    no_later_than: clockTime.optional(),
    tell,
    by: z.enum(['every-route', 'page']).default('every-route'),
    incident_log: z.boolean().default(false),
    with_priority: z.strictObject({ after_minutes: z.int().min(0).optional(), tell: tell.optional() }).optional(),
  })
  .refine(
    (r) => [r.after_minutes, r.at, r.end_of_working_day].filter((w) => w !== undefined).length === 1,
    'needs exactly one of after_minutes, at and end_of_working_day',
  )

const tier = z.strictObject({
  clock: z.enum(['wall', 'staffed']),
  rungs: z
    .array(rung)
    .min(1)
    .refine((rungs) => new Set(rungs.map((r) => r.id)).size === rungs.length, 'has two rungs of one id')
    .refine((rungs) => rungs[0]?.after_minutes === 0, 'begins with a rung that does not tell at once'),
})

/** `content/ladder.yaml`. `confirmed_by` and `confirmed_on` are filled in by hand, never invented. */
export const ladderFile = z.strictObject({
  confirmed_by: z.string(),
  confirmed_on: z.union([z.literal(''), z.iso.date()]),
  tiers: z.strictObject({ T3: tier, T2: tier, T1: tier }),
  morning_board: z.strictObject({
    tell,
    else_tell: tell,
    acknowledged_by: z.strictObject({ T3: clockTime, T2: clockTime }),
  }),
  also_told: z.record(z.string(), tell),
  repeats: z.strictObject({
    pattern: z.strictObject({ of: z.int().min(2).max(10), within_days: z.int().min(1).max(60) }),
    case_review_after: z.int().min(1).max(10),
  }),
  after_care: z.strictObject({ smaller_tasks_days: z.int().min(0).max(60), ask_next_day_at: clockTime }),
})

/** The rungs and times of the acknowledgement ladder, and the numbers of repeats and after-care, as the service has set them. */
export type LadderRules = z.infer<typeof ladderFile>
export type RungRule = LadderRules['tiers']['T3']['rungs'][number]
