import { choice, defineDialog, freeText, z } from '../src/dialog-kit/index.ts'

/**
 * The card of the same day: what was agreed in the session, and whether that is right (brief 1.0). A change goes to the
 * practitioner as a note; the task itself is changed by them alone.
 *
 * Input: `session`, the entry of the session record; `task` in the practitioner's words; `module` where there is one.
 */
export const whatWeAgreed = defineDialog({
  id: 'what-we-agreed',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  input: z.object({ session: z.string(), task: z.string(), module: z.string().default('general') }),
  answers: { right: choice('yes', 'change'), change: freeText({ max: 500 }) },
  steps: ({ say, ask, branch, record, effect, notice }) => [
    ask('right', { with: { task: (_, { input }) => input.task } }),
    branch('another-way', (a) => a.right, { change: [ask('change')] }),
    record('agreement', (a, { input }) =>
      a.right === undefined
        ? undefined
        : {
            recordType: 'checkin',
            module: input.module,
            name: 'what-we-agreed',
            fields: { task: input.task, right: a.right, change: a.change },
            about: input.session,
          },
    ),
    notice('wants-a-change', (a) => (a.right === 'change' ? 'does-not-recognise-agreement' : undefined)),
    effect('for-practitioner', (a) =>
      a.change === undefined ? undefined : { type: 'note', text: a.change, purpose: 'for-practitioner' },
    ),
    branch('reply', (a) => (a.change === undefined ? (a.right ?? 'later') : 'noted'), {
      yes: [say('good-to-go')],
      noted: [say('passed-on')],
      change: [say('passed-on-without-words')],
      later: [say('keep-it-in-mind')],
    }),
  ],
})
