import { choice, choiceFrom, defineDialog, freeText, HABITS, yesNo, z } from '../src/dialog-kit/index.ts'

const change = z.object({
  plan: z.string(),
  habit: z.string(),
  what: z.string(),
  whole: z.string(),
  days: z.enum(['every-day', 'school-nights', 'free-nights']),
})
const input = z.object({
  changes: z.array(change).min(1),
  way: z.enum(['smaller', 'swap']).optional(),
  habits: z.array(z.enum(HABITS)).default([]),
  mayAdd: z.boolean().default(false),
})
type Input = z.infer<typeof input>

interface Answers {
  readonly which?: string
  readonly way?: string
}

/**
 * Keeping, shrinking, growing, swapping or ending a change, and adding one (brief 1c, week 5; and where one was not
 * done). What is made smaller keeps its own words and takes the place of the plan before.
 *
 * Input: `changes` that are being tried; `way`, where it was decided before; `habits` that could be tried instead;
 * `mayAdd` while there are fewer than two.
 */
export const sleepAdjust = defineDialog({
  id: 'sleep-adjust',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input,
  answers: {
    which: choiceFrom('changes'),
    way: choice('keep', 'smaller', 'bigger', 'swap', 'end'),
    hardest: freeText({ max: 80 }),
    smaller: freeText({ max: 80 }),
    bigger: freeText({ max: 80 }),
    add: yesNo(),
  },
  steps: ({ say, ask, branch, record, handOver, end }) => [
    branch('several', (_, { input }) => input.changes.length > 1, {
      yes: [
        ask('which', {
          options: (_, { input }) => input.changes.map(({ plan, what }) => ({ value: plan, label: what })),
        }),
      ],
    }),
    branch('way-known', (_, { input }) => input.way !== undefined, {
      no: [ask('way', { with: { what: (a, { input }) => about(a, input).what } })],
    }),
    branch('how', wayOf, {
      smaller: [ask('hardest'), ask('smaller', { with: { what: (a, { input }) => about(a, input).whole } })],
      bigger: [ask('bigger', { with: { what: (a, { input }) => about(a, input).what } })],
    }),
    record('new-plan', (a, { input }) => {
      const { habit, whole, days, plan } = about(a, input)
      const fields =
        a.smaller !== undefined
          ? { habit, what: whole, smaller: a.smaller, days, if: a.hardest, then: a.smaller }
          : a.bigger !== undefined
            ? { habit, what: a.bigger, days }
            : undefined
      return fields && { recordType: 'plan', module: 'sleep', name: 'sleep-plan', fields, about: plan }
    }),
    record('ended', (a, { input }) =>
      wayOf(a, { input }) === 'end'
        ? { recordType: 'review', module: 'sleep', name: 'sleep-change-ended', fields: {}, about: about(a, input).plan }
        : undefined,
    ),
    handOver('swap', ['sleep-plan'], (a, { input }) =>
      wayOf(a, { input }) === 'swap'
        ? { dialog: 'sleep-plan', input: { habits: input.habits, instead: about(a, input).plan } }
        : undefined,
    ),
    branch('saved', (a, { input }) => savedAs(a, input), {
      smaller: [say('smaller-it-is', { with: { smaller: (a) => a.smaller } }), end('smaller')],
      bigger: [say('a-bit-more', { with: { bigger: (a) => a.bigger } }), end('bigger')],
      ended: [say('let-go-of-it')],
      kept: [say('kept-as-it-is', { with: { what: (a, { input }) => about(a, input).what } })],
    }),
    branch('room-for-one', (_, { input }) => input.mayAdd && input.habits.length > 0, { yes: [ask('add')] }),
    handOver('one-more', ['sleep-plan'], (a, { input }) =>
      a.add ? { dialog: 'sleep-plan', input: { habits: input.habits } } : undefined,
    ),
    say('for-this-week'),
  ],
})

/** The change it is about. */
const about = ({ which }: Answers, { changes }: Input): Input['changes'][number] =>
  changes.find(({ plan }) => plan === which) ?? changes[0]!

function wayOf({ way }: Answers, { input }: { input: Input }): string | undefined {
  return input.way ?? way
}

/** What became of the change; with nothing said it stays as it is. */
function savedAs(a: Answers & { readonly smaller?: string; readonly bigger?: string }, input: Input) {
  if (a.smaller !== undefined) return 'smaller'
  if (a.bigger !== undefined) return 'bigger'
  return wayOf(a, { input }) === 'end' ? 'ended' : 'kept'
}
