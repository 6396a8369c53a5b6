import { choice, defineDialog, freeText, rating, z } from '../src/dialog-kit/index.ts'

/** A mood this much lower afterwards is not pushed on with when it comes twice (brief 1a, branches). */
const MUCH_LOWER = 2

/**
 * Looking back at a plan that was done, whole or in part (brief 1a, review): before and after, how it was, what was
 * noticed, the guess beside what came, and what next. Low numbers get a neutral answer, never cheer.
 *
 * Input: `plan` (key of its entry), `activity`, `outcome`, `expectedEnjoyment` when it was guessed, `lowerLastTime` when
 * mood was at least two lower after this same activity before, `mayPlan` false when there is to be no new plan now, `area`.
 */
export const activityReview = defineDialog({
  id: 'activity-review',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({
    plan: z.string(),
    activity: z.string(),
    outcome: z.enum(['done', 'part']).default('done'),
    expectedEnjoyment: z.number().optional(),
    lowerLastTime: z.boolean().default(false),
    mayPlan: z.boolean().default(true),
    area: z.enum(['me', 'things', 'people']).optional(),
  }),
  answers: {
    moodBefore: rating(0, 10),
    moodAfter: rating(0, 10),
    enjoyment: rating(0, 10),
    achievement: rating(0, 10),
    closeness: rating(0, 10),
    noticed: freeText({ max: 300 }),
    next: choice('repeat', 'build', 'change', 'drop'),
    buildBy: choice('longer', 'with-someone', 'more-often', 'harder-bit', 'own-idea'),
    planNow: choice('now', 'later'),
  },
  steps: ({ say, ask, branch, record, handOver, end }) => [
    branch('how-much', (_, { input }) => input.outcome, {
      done: [say('you-did-it', { with: { activity: (_, { input }) => input.activity } })],
      part: [say('part-counts', { with: { activity: (_, { input }) => input.activity } })],
    }),
    ask('moodBefore'),
    ask('moodAfter'),
    ask('enjoyment'),
    branch('older', (_, { band }) => band !== 'Y11-13', { yes: [ask('achievement')] }),
    ask('closeness'),
    branch('guess', (a, { input }) => comparison(input.expectedEnjoyment, a.enjoyment), {
      higher: [say('more-than-the-guess', { with: { guess: (_, { input }) => input.expectedEnjoyment } })],
      same: [say('same-as-the-guess', { with: { guess: (_, { input }) => input.expectedEnjoyment } })],
      lower: [say('less-than-the-guess', { with: { guess: (_, { input }) => input.expectedEnjoyment } })],
    }),
    branch('lower', (a, { input }) => muchLower(a) && !input.lowerLastTime, { yes: [say('lower-this-time')] }),
    ask('noticed'),
    branch('twice-lower', (a, { input }) => input.lowerLastTime && muchLower(a), {
      no: [
        ask('next', {
          with: { activity: (_, { input }) => input.activity },
          options: (_, { smallerTasks }) => waysOn(smallerTasks),
        }),
        branch('one-step-more', (a) => a.next, { build: [ask('buildBy')] }),
      ],
    }),
    record('review', (a, { input }) => ({
      recordType: 'review',
      module: 'low-mood',
      name: 'activity-review',
      fields: {
        outcome: input.outcome,
        activity: input.activity,
        mood_before: a.moodBefore,
        mood_after: a.moodAfter,
        enjoyment: a.enjoyment,
        achievement: a.achievement,
        closeness: a.closeness,
        expected_enjoyment: input.expectedEnjoyment,
        noticed: a.noticed,
        next: a.next,
        build_by: a.buildBy,
      },
      about: input.plan,
    })),
    branch('lower-again', (a, { input }) => input.lowerLastTime && muchLower(a), {
      yes: [say('one-for-the-session'), end('talk-about-it')],
    }),
    branch(
      'what-next',
      (a, { input }) => (a.next === 'drop' || a.next === undefined || !input.mayPlan ? 'rest' : 'plan'),
      {
        plan: [ask('planNow')],
      },
    ),
    handOver('plan-it', ['plan-an-activity'], (a, { input }) =>
      a.planNow === 'now'
        ? {
            dialog: 'plan-an-activity',
            input: {
              ...(a.next === 'change' ? { instead: input.activity } : { again: input.activity }),
              ...(input.area === undefined ? {} : { area: input.area }),
            },
          }
        : undefined,
    ),
    say('saved'),
  ],
})

/** What next with it; nothing is added while tasks are to be smaller (brief 4.8). */
const waysOn = (smallerTasks: boolean) =>
  ['repeat', ...(smallerTasks ? [] : ['build']), 'change', 'drop'].map((value) => ({ value, label: '' }))

const muchLower = (a: { readonly moodBefore?: number; readonly moodAfter?: number }): boolean =>
  a.moodBefore !== undefined && a.moodAfter !== undefined && a.moodBefore - a.moodAfter >= MUCH_LOWER

function comparison(guess: number | undefined, actual: number | undefined): 'higher' | 'same' | 'lower' | undefined {
  if (guess === undefined || actual === undefined) return undefined
  if (actual === guess) return 'same'
  return actual > guess ? 'higher' : 'lower'
}
