import { choice, defineDialog, z } from '../src/dialog-kit/index.ts'

/**
 * How a plan went, in one tap (brief 1.0 and 1a): done and part lead to the review, for part counts; not yet leads to
 * what got in the way; a changed mind is an answer like any other.
 *
 * Input, as `plan-an-activity` gives it: `plan` (key of its entry), `activity` in the person's words, `when`,
 * `expectedEnjoyment`, `checkIn` (key of the reminder). `cycle` counts how often this plan was not done: 1 at first.
 * `area` it belongs to; `lowerLastTime` when mood was much lower after this activity before; `mayPlan` false when there
 * is to be no new plan now.
 */
export const activityCheckIn = defineDialog({
  id: 'activity-check-in',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({
    plan: z.string(),
    activity: z.string(),
    when: z.string().optional(),
    expectedEnjoyment: z.number().optional(),
    checkIn: z.string().optional(),
    cycle: z.number().default(1),
    mayPlan: z.boolean().default(true),
    lowerLastTime: z.boolean().default(false),
    area: z.enum(['me', 'things', 'people']).optional(),
  }),
  answers: {
    outcome: choice('done', 'part', 'not-yet', 'changed-my-mind'),
    instead: choice('plan-another', 'not-now'),
  },
  steps: ({ say, ask, branch, record, effect, handOver, end }) => [
    ask('outcome', { with: { activity: (_, { input }) => input.activity } }),
    branch('nothing-said', (a) => a.outcome === undefined, { yes: [say('another-time'), end('not-said')] }),
    effect('asked-now', (_, { input }) =>
      input.checkIn === undefined ? undefined : { type: 'cancel-reminder', key: input.checkIn },
    ),
    record('check-in', (a, { input }) => ({
      recordType: 'checkin',
      module: 'low-mood',
      name: 'activity-check-in',
      fields: { outcome: a.outcome, cycle: input.cycle },
      about: input.plan,
    })),
    handOver('look-back', ['activity-review'], (a, { input }) =>
      a.outcome === 'done' || a.outcome === 'part'
        ? {
            dialog: 'activity-review',
            input: {
              plan: input.plan,
              activity: input.activity,
              outcome: a.outcome,
              mayPlan: input.mayPlan,
              lowerLastTime: input.lowerLastTime,
              ...(input.area === undefined ? {} : { area: input.area }),
              ...(input.expectedEnjoyment === undefined ? {} : { expectedEnjoyment: input.expectedEnjoyment }),
            },
          }
        : undefined,
    ),
    handOver('in-the-way', ['what-got-in-the-way'], (a, { input }) =>
      a.outcome === 'not-yet'
        ? {
            dialog: 'what-got-in-the-way',
            input: {
              task: input.activity,
              module: 'low-mood',
              about: input.plan,
              cycle: input.cycle,
              checkInWith: 'activity-check-in',
              mayPlan: input.mayPlan,
              ...(input.area === undefined ? {} : { carry: { area: input.area } }),
              ...(input.when === undefined ? {} : { when: input.when }),
              ...(input.expectedEnjoyment === undefined ? {} : { expectedEnjoyment: input.expectedEnjoyment }),
            },
          }
        : undefined,
    ),
    say('minds-change'),
    branch('may-plan', (_, { input }) => input.mayPlan, { yes: [ask('instead')] }),
    handOver('another', ['plan-an-activity'], (a, { input }) =>
      a.instead === 'plan-another'
        ? {
            dialog: 'plan-an-activity',
            input: { instead: input.activity, ...(input.area === undefined ? {} : { area: input.area }) },
          }
        : undefined,
    ),
    say('nothing-more'),
  ],
})
