import { choice, defineDialog, HABITS, list, rating, z } from '../src/dialog-kit/index.ts'

/** So many habits are asked about in one visit: with "up for it" after each, that is six exchanges at most (G7). */
const A_VISIT = 3

const habit = choice('yes', 'sometimes', 'no', 'not-up-to-me')

/**
 * What helps sleep, a few habits at a time (brief 1c, checklist): yes, sometimes, no, or not up to me; then how up for
 * trying it somebody is. Nothing is told off. What is not up to them gets problem solving or goes to the session.
 *
 * Input: `habits`, those that were not asked about yet, in their order.
 */
export const sleepChecklist = defineDialog({
  id: 'sleep-checklist',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input: z.object({ habits: z.array(z.enum(HABITS)).min(1) }),
  answers: {
    habits: list(
      {
        'wake-time': habit,
        'morning-light': habit,
        caffeine: habit,
        'phone-away': habit,
        'wind-down': habit,
        naps: habit,
        moving: habit,
        'bed-for-sleep': habit,
        'dark-quiet': habit,
        hunger: habit,
        'nicotine-alcohol': habit,
        'worries-parked': habit,
        upFor: rating(0, 10),
      },
      { atMost: A_VISIT },
    ),
    solve: choice('solve', 'session', 'leave'),
  },
  steps: ({ say, ask, branch, each, record, handOver }) => [
    branch('begun', (_, { input }) => input.habits.length < HABITS.length, {
      no: [say('what-helps')],
      yes: [say('a-few-more')],
    }),
    each(
      'habits',
      (_, { input }) => input.habits.slice(0, A_VISIT),
      ({ ask, branch }) => [
        branch('which', (a) => a.it, Object.fromEntries(HABITS.map((one) => [one, [ask(one)]]))),
        branch('could-try', (a) => a[a.it] === 'no' || a[a.it] === 'sometimes', { yes: [ask('upFor')] }),
      ],
    ),
    record('answers', (a, { input }) => ({
      recordType: 'entry',
      module: 'sleep',
      name: 'sleep-checklist',
      fields: {
        habits: input.habits.slice(0, A_VISIT).map((one, at) => ({
          habit: one,
          answer: a.habits[at]?.[one] ?? null,
          up_for: a.habits[at]?.upFor ?? null,
        })),
      },
    })),
    branch('not-theirs', (a) => a.habits.some((round) => HABITS.some((one) => round[one] === 'not-up-to-me')), {
      yes: [say('not-down-to-you'), ask('solve')],
    }),
    handOver('solve-it', ['problem-solving'], (a) =>
      a.solve === 'solve' ? { dialog: 'problem-solving', input: { module: 'sleep' } } : undefined,
    ),
    branch('go-on', (_, { input }) => input.habits.length > A_VISIT, {
      yes: [say('more-another-time')],
      no: [say('all-gone-through')],
    }),
  ],
})
