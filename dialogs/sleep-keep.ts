import { choices, defineDialog, freeText, z } from '../src/dialog-kit/index.ts'

/** Times that move everybody's nights. */
const HARD_TIMES = ['holidays', 'exams', 'being-ill', 'away', 'fasting', 'rows', 'none'] as const

/**
 * Keeping what works (brief 1c, week 6): what helped, what to do in the holidays and round exams, the first sign that
 * nights slip, and what comes first then. Looked over before it is saved.
 *
 * Input: `changes`, what is being tried, in their words: the first thing to tap.
 */
export const sleepKeep = defineDialog({
  id: 'sleep-keep',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input: z.object({ changes: z.array(z.object({ what: z.string() })).default([]) }),
  answers: {
    keep: freeText({ max: 120 }),
    hardTimes: choices(...HARD_TIMES),
    holidays: freeText({ max: 120 }),
    exams: freeText({ max: 120 }),
    earlySign: freeText({ max: 120 }),
    first: freeText({ max: 120 }),
  },
  steps: ({ say, ask, branch, review, record }) => [
    branch('tried', (_, { input }) => String(input.changes.length), {
      1: [say('you-tried-one', { with: { one: (_, { input }) => input.changes[0]?.what } })],
      2: [
        say('you-tried-two', {
          with: { one: (_, { input }) => input.changes[0]?.what, two: (_, { input }) => input.changes[1]?.what },
        }),
      ],
      0: [say('yours-to-keep')],
    }),
    ask('keep'),
    ask('hardTimes'),
    branch('in-the-holidays', (a) => a.hardTimes?.includes('holidays'), { yes: [ask('holidays')] }),
    branch('round-exams', (a) => a.hardTimes?.includes('exams'), { yes: [ask('exams')] }),
    ask('earlySign'),
    ask('first'),
    review('check'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'sleep',
      name: 'sleep-keep-plan',
      fields: {
        keep: a.keep,
        hard_times: a.hardTimes,
        holidays: a.holidays,
        exams: a.exams,
        early_sign: a.earlySign,
        first: a.first,
      },
    })),
    say('saved'),
  ],
})
