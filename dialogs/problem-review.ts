import { choice, defineDialog, freeText, rating, z } from '../src/dialog-kit/index.ts'

/** Rounds of one problem after which it goes to the session (brief 1d). */
const ROUNDS = 2

/**
 * How a plan for a problem went (brief 1d, step 7): did it happen, is it better, then keep, tweak, the next idea or ask
 * for help. Two rounds of one problem at most, then it is one for the session.
 *
 * Input, as `problem-solving` and `worry-tree` give it: `plan` (key of its entry), `activity`, the `problem`, the `idea`
 * it came from, the `ideas` that are left, `when`, `round`, `module`; `cycle` counts how often it was not done.
 */
export const problemReview = defineDialog({
  id: 'problem-review',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  input: z.object({
    plan: z.string(),
    activity: z.string(),
    problem: z.string().default(''),
    idea: z.string().optional(),
    ideas: z.array(z.string()).default([]),
    when: z.string().optional(),
    round: z.number().default(1),
    cycle: z.number().default(1),
    module: z.enum(['worry', 'problem-solving', 'sleep']).default('worry'),
  }),
  answers: {
    outcome: choice('done', 'part', 'not-yet', 'changed-my-mind'),
    better: rating(0, 10),
    happened: freeText({ max: 300 }),
    next: choice('keep', 'tweak', 'next-idea', 'ask-for-help'),
    helper: choice('home', 'school', 'friend', 'practitioner', 'someone-else'),
  },
  steps: ({ say, ask, branch, record, notice, handOver, end }) => [
    ask('outcome', { with: { plan: (_, { input }) => input.activity } }),
    branch('nothing-said', (a) => a.outcome === undefined, { yes: [say('another-time'), end('not-said')] }),
    branch('tried', (a) => a.outcome === 'done' || a.outcome === 'part', {
      yes: [ask('happened'), ask('better'), ask('next', { options: (_, { input }) => waysOn(input) })],
    }),
    record('review', (a, { input }) => ({
      recordType: 'review',
      module: input.module,
      name: 'problem-review',
      fields: {
        outcome: a.outcome,
        better: a.better,
        what_happened: a.happened,
        next: a.next,
        round: input.round,
        status: a.next === 'keep' ? 'solved' : undefined,
      },
      about: input.plan,
    })),
    handOver('in-the-way', ['what-got-in-the-way'], (a, { input }) =>
      a.outcome === 'not-yet'
        ? {
            dialog: 'what-got-in-the-way',
            input: {
              task: input.activity,
              module: input.module,
              about: input.plan,
              cycle: input.cycle,
              checkInWith: 'problem-review',
              carry: { problem: input.problem, ideas: input.ideas, round: input.round, module: input.module },
              ...(input.when === undefined ? {} : { when: input.when }),
            },
          }
        : undefined,
    ),
    branch('two-rounds', (a, { input }) => input.round >= ROUNDS && goesOn(a.next), {
      yes: [notice('stuck', () => 'stuck'), say('one-for-the-session'), end('to-the-session')],
    }),
    handOver('another-round', ['problem-solving'], (a, { input }) =>
      goesOn(a.next)
        ? {
            dialog: 'problem-solving',
            input: {
              problem: input.problem,
              checked: true,
              round: input.round + 1,
              module: input.module,
              ideas: input.ideas,
              ...(a.next === 'tweak' ? { idea: input.idea ?? input.activity } : {}),
            },
          }
        : undefined,
    ),
    branch('help', (a) => a.next, {
      'ask-for-help': [ask('helper'), say('words-to-say')],
      keep: [say('keep-doing-it')],
    }),
    branch('minds-change', (a) => a.outcome, { 'changed-my-mind': [say('minds-change')] }),
  ],
})

const goesOn = (next: string | undefined): boolean => next === 'tweak' || next === 'next-idea'

/** The next idea only where one is left. */
const waysOn = ({ ideas }: { ideas: string[] }) =>
  ['keep', 'tweak', ...(ideas.length > 0 ? ['next-idea'] : []), 'ask-for-help'].map((value) => ({ value, label: '' }))
