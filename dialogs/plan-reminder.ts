import { addDays, choice, defineDialog, localDateTime, z } from '../src/dialog-kit/index.ts'

/**
 * A reminder shortly before a plan, opened from a neutral message: one line and one tap to do, halve, move or leave it
 * (brief 5.1). Input: as `plan-an-activity` gives it.
 */
export const planReminder = defineDialog({
  id: 'plan-reminder',
  version: 1,
  onVersionChange: 'finish',
  audience: 'young-person',
  input: z.object({
    plan: z.string(),
    activity: z.string(),
    when: z.string().optional(),
    expectedEnjoyment: z.number().optional(),
    checkIn: z.string().optional(),
    area: z.enum(['me', 'things', 'people']).optional(),
  }),
  answers: { today: choice('will-do', 'smaller', 'move', 'not-today'), newTime: localDateTime() },
  steps: ({ say, ask, branch, record, effect, remind, handOver }) => [
    ask('today', { with: { activity: (_, { input }) => input.activity } }),
    branch('another-time', (a) => a.today, { move: [ask('newTime')] }),
    effect('no-longer-then', (a, { input }) =>
      input.checkIn !== undefined && (a.newTime !== undefined || a.today === 'not-today')
        ? { type: 'cancel-reminder', key: input.checkIn }
        : undefined,
    ),
    remind('afterwards', {
      dialog: 'activity-check-in',
      at: (a) => (a.newTime === undefined ? undefined : `${addDays(a.newTime.slice(0, 10), 1)}T${a.newTime.slice(11)}`),
      input: (a, { input, run }) => ({
        plan: input.plan,
        activity: input.activity,
        checkIn: `${run}/afterwards`,
        ...(a.newTime === undefined ? {} : { when: a.newTime }),
        ...(input.expectedEnjoyment === undefined ? {} : { expectedEnjoyment: input.expectedEnjoyment }),
        ...(input.area === undefined ? {} : { area: input.area }),
      }),
    }),
    record('change', (a, { input }) =>
      a.today === 'smaller' || a.newTime !== undefined
        ? {
            recordType: 'plan',
            module: 'low-mood',
            name: 'activity-plan-change',
            fields: {
              change: a.today === 'smaller' ? 'halved' : 'moved',
              date: a.newTime?.slice(0, 10),
              time: a.newTime?.slice(11),
            },
            about: input.plan,
          }
        : undefined,
    ),
    handOver('in-the-way', ['what-got-in-the-way'], (a, { input }) =>
      a.today === 'not-today'
        ? {
            dialog: 'what-got-in-the-way',
            input: {
              task: input.activity,
              module: 'low-mood',
              about: input.plan,
              checkInWith: 'activity-check-in',
              ...(input.area === undefined ? {} : { carry: { area: input.area } }),
              ...(input.when === undefined ? {} : { when: input.when }),
            },
          }
        : undefined,
    ),
    branch('reply', (a) => (a.newTime === undefined ? (a.today ?? 'left') : 'moved'), {
      'will-do': [say('good-luck')],
      smaller: [say('half-is-the-plan')],
      moved: [say('moved')],
      move: [say('stays-as-it-is')],
      left: [say('stays-as-it-is')],
    }),
  ],
})
