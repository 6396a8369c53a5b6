import { choice, defineDialog, freeText, rating, z } from '../src/dialog-kit/index.ts'

/**
 * What happened when one small thing was left unchecked: the guess beside what came (brief 1b, week 5). A guess that
 * came true is a result as much as one that did not. Input: `plan`, key of its entry; `guess`, in the person's words.
 */
export const notKnowingReview = defineDialog({
  id: 'not-knowing-review',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  input: z.object({ plan: z.string(), guess: z.string().optional() }),
  answers: {
    outcome: choice('done', 'part', 'not-yet', 'changed-my-mind'),
    happened: freeText({ max: 300 }),
    couldBearIt: rating(0, 10),
  },
  steps: ({ say, ask, branch, record, handOver, end }) => [
    ask('outcome'),
    branch('nothing-said', (a) => a.outcome === undefined, { yes: [say('another-time'), end('not-said')] }),
    branch('tried', (a) => a.outcome === 'done' || a.outcome === 'part', {
      yes: [
        ask('happened'),
        branch('a-guess', (a, { input }) => input.guess !== undefined && a.happened !== undefined, {
          yes: [
            say('guess-and-what-came', {
              with: { guessed: (_, { input }) => input.guess, came: (a) => a.happened },
            }),
          ],
        }),
        ask('couldBearIt'),
      ],
    }),
    record('review', (a, { input }) => ({
      recordType: 'review',
      module: 'worry',
      name: 'uncertainty-review',
      fields: { outcome: a.outcome, guess: input.guess, what_happened: a.happened, not_knowing: a.couldBearIt },
      about: input.plan,
    })),
    handOver('in-the-way', ['what-got-in-the-way'], (a, { input }) =>
      a.outcome === 'not-yet'
        ? { dialog: 'what-got-in-the-way', input: { module: 'worry', about: input.plan } }
        : undefined,
    ),
    branch('reply', (a) => a.outcome, {
      done: [say('either-way-you-learn')],
      part: [say('either-way-you-learn')],
      'changed-my-mind': [say('minds-change')],
    }),
  ],
})
