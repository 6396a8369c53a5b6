import { choice, defineDialog, z } from '../src/dialog-kit/index.ts'

/**
 * The first practice prompt, at the time that was chosen in the session (brief 1.0): one line, and one tap to do it, do
 * half or leave it for today (brief 5.1). Nothing is asked about it until the check in the middle of the week.
 * Input: as `what-we-agreed`.
 */
export const firstPractice = defineDialog({
  id: 'first-practice',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  input: z.object({ session: z.string(), task: z.string(), module: z.string().default('general') }),
  answers: { today: choice('now', 'half', 'not-today') },
  steps: ({ say, ask, branch, record }) => [
    ask('today', { with: { task: (_, { input }) => input.task } }),
    record('start', (a, { input }) =>
      a.today === undefined
        ? undefined
        : {
            recordType: 'plan',
            module: input.module,
            name: 'first-practice',
            fields: { task: input.task, today: a.today },
            about: input.session,
          },
    ),
    branch('reply', (a) => a.today ?? 'not-today', {
      now: [say('go-on-then')],
      half: [say('half-is-the-task')],
      'not-today': [say('another-day')],
    }),
  ],
})
