import { choice, defineDialog, z } from '../src/dialog-kit/index.ts'

/**
 * The check in the middle of the week: done, part of it, not yet, changed my mind (brief 1.0). Not yet leads to what got in
 * the way; a changed mind is an answer like any other, and the practitioner hears that the task may be the wrong one.
 * Input: as `what-we-agreed`. `cycle` counts how often the task was not done: 1 at first.
 */
export const taskCheckIn = defineDialog({
  id: 'task-check-in',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  input: z.object({
    session: z.string(),
    task: z.string(),
    module: z.string().default('general'),
    cycle: z.number().default(1),
  }),
  answers: { outcome: choice('done', 'part', 'not-yet', 'changed-my-mind') },
  steps: ({ say, ask, branch, record, notice, handOver, end }) => [
    ask('outcome', { with: { task: (_, { input }) => input.task } }),
    branch('nothing-said', (a) => a.outcome === undefined, { yes: [say('another-time'), end('not-said')] }),
    record('check-in', (a, { input }) => ({
      recordType: 'checkin',
      module: input.module,
      name: 'task-check-in',
      fields: { task: input.task, outcome: a.outcome, cycle: input.cycle },
      about: input.session,
    })),
    handOver('in-the-way', ['what-got-in-the-way'], (a, { input }) =>
      a.outcome === 'not-yet'
        ? {
            dialog: 'what-got-in-the-way',
            input: {
              task: input.task,
              module: input.module,
              about: input.session,
              cycle: input.cycle,
              checkInWith: 'task-check-in',
              carry: { session: input.session, task: input.task, module: input.module },
            },
          }
        : undefined,
    ),
    notice('wrong-task', (a) => (a.outcome === 'changed-my-mind' ? 'task-mismatch' : undefined)),
    branch('reply', (a) => a.outcome, {
      done: [say('did-it')],
      part: [say('did-part')],
      'changed-my-mind': [say('minds-change')],
    }),
  ],
})
