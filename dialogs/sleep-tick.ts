import { choice, defineDialog, HABITS, list, z } from '../src/dialog-kit/index.ts'

/** Rounds of "not done" after which a night is noted and nothing more. */
const ROUNDS = 2

const change = z.object({
  plan: z.string(),
  habit: z.string(),
  what: z.string(),
  whole: z.string(),
  days: z.enum(['every-day', 'school-nights', 'free-nights']),
  round: z.number().default(1),
})
const input = z.object({
  night: z.iso.date(),
  changes: z.array(change).min(1),
  habits: z.array(z.enum(HABITS)).default([]),
})
type Input = z.infer<typeof input>

interface Answers {
  readonly ticks: readonly { readonly outcome?: string }[]
}

/**
 * How a change went last night: did it, part of it, or not (brief 1c, weeks 3 and 4), asked in the morning. Not done leads
 * to what got in the way, which makes it smaller or swaps it; what was not up to them is solved, never told off.
 *
 * Input: the `night`; the `changes` that were meant for it, with the `round` of "not done" this would be; `habits` that
 * could be tried instead.
 */
export const sleepTick = defineDialog({
  id: 'sleep-tick',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input,
  answers: {
    ticks: list({ outcome: choice('did', 'partly', 'no') }, { atMost: 2 }),
    whose: choice('mine', 'not-mine', 'leave'),
  },
  steps: ({ say, ask, branch, each, record, handOver }) => [
    each(
      'ticks',
      (_, { input }) => input.changes,
      ({ ask, record }) => [
        ask('outcome', { with: { what: (a) => a.it.what } }),
        record('tick', (a, { input }) => ({
          recordType: 'checkin',
          module: 'sleep',
          name: 'sleep-tick',
          fields: { night_of: input.night, habit: a.it.habit, outcome: a.outcome },
          about: a.it.plan,
        })),
      ],
    ),
    branch('not-done', (a, { input }) => notDone(a, input) !== undefined, {
      yes: [ask('whose', { with: { what: (a, { input }) => notDone(a, input)?.what } })],
    }),
    record('not-theirs', (a, { input }) =>
      a.whose === 'not-mine'
        ? {
            recordType: 'review',
            module: 'sleep',
            name: 'not-up-to-me',
            fields: { night_of: input.night },
            about: notDone(a, input)?.plan,
          }
        : undefined,
    ),
    handOver('a-way-around', ['problem-solving'], (a) =>
      a.whose === 'not-mine' ? { dialog: 'problem-solving', input: { module: 'sleep' } } : undefined,
    ),
    handOver('in-the-way', ['what-got-in-the-way'], (a, { input }) => {
      const one = notDone(a, input)
      if (one === undefined || a.whose !== 'mine') return undefined
      const { plan, habit, what, whole, days, round } = one
      const carry = { changes: [{ plan, habit, what, whole, days }], habits: input.habits }
      return { dialog: 'what-got-in-the-way', input: { task: what, module: 'sleep', about: plan, cycle: round, carry } }
    }),
    branch('reply', (a, { input }) => replyTo(a, input), {
      did: [say('did-it', { with: { what: (_, { input }) => input.changes[0]?.what } })],
      partly: [say('part-counts')],
      left: [say('left-for-today')],
    }),
  ],
})

/** The first change that was not done, while something may still be proposed about it (brief 1.0: two rounds). */
function notDone({ ticks }: Answers, { changes }: Input): Input['changes'][number] | undefined {
  return changes.find(({ round }, at) => ticks[at]?.outcome === 'no' && round <= ROUNDS)
}

function replyTo({ ticks }: Answers, { changes }: Input): 'did' | 'partly' | 'left' {
  const outcomes = ticks.flatMap(({ outcome }) => outcome ?? [])
  if (outcomes.length === 0 || outcomes.includes('no')) return 'left'
  return outcomes.length === changes.length && outcomes.every((outcome) => outcome === 'did') ? 'did' : 'partly'
}
