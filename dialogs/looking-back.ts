import { choice, defineDialog, z } from '../src/dialog-kit/index.ts'

const point = z.object({ day: z.iso.date(), value: z.number() })
const goal = z.object({ number: z.int(), words: z.string(), points: z.array(point).min(2) })
type Goals = readonly z.infer<typeof goal>[]

const numbered = (goals: Goals, number: number) => goals.find((one) => one.number === number)

/**
 * Somebody's own answers over time, when they want to see them (brief 3.3): a kind word, their own line, a ladder for each
 * goal. No cut-off, no label, nobody else. Where it was heavier than the time before, the picture does not come first: that
 * it matters does, with help in one tap. Input, made by the turn from their own record: `since`, `line`, `goals`.
 */
export const lookingBack = defineDialog({
  id: 'looking-back',
  version: 1,
  onVersionChange: 'finish',
  audience: 'both',
  daytimeOnly: true,
  input: z.object({
    since: z.enum(['lighter', 'same', 'heavier']).optional(),
    line: z
      .object({ points: z.array(point).min(2), min: z.number(), max: z.number(), heavier: z.enum(['up', 'down']) })
      .optional(),
    goals: z.array(goal),
  }),
  answers: { first: choice('show-help', 'look', 'leave') },
  steps: ({ say, ask, branch, end }) => [
    branch('since', (_, { input }) => input.since, {
      heavier: [
        say('heavier'),
        ask('first'),
        branch('then', (a) => a.first ?? 'leave', {
          'show-help': [say('help'), end('shown-help')],
          leave: [say('another-time'), end('left')],
        }),
      ],
      same: [say('same')],
      lighter: [say('lighter')],
    }),
    branch('line', (_, { input }) => input.line !== undefined, {
      yes: [
        say('own-line', {
          with: { count: (_, { input }) => input.line?.points.length },
          picture: (_, { input }) => (input.line ? { kind: 'line', ...input.line } : undefined),
        }),
      ],
    }),
    ...[1, 2, 3].map((number) =>
      branch(`has-goal-${number}`, (_, { input }) => numbered(input.goals, number) !== undefined, {
        yes: [
          say(`goal-${number}`, {
            with: {
              goal: (_, { input }) => numbered(input.goals, number)?.words,
              began: (_, { input }) => numbered(input.goals, number)?.points[0]?.value,
              latest: (_, { input }) => numbered(input.goals, number)?.points.at(-1)?.value,
            },
            picture: (_, { input }) => {
              const points = numbered(input.goals, number)?.points
              return points && { kind: 'ladder', points, min: 0, max: 10 }
            },
          }),
        ],
      }),
    ),
    say('together'),
  ],
})
