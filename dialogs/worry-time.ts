import { choice, defineDialog, freeText, list, namedTime, rating, z } from '../src/dialog-kit/index.ts'

/** Gone through in one sitting; what is not come to waits for the next time. */
const AT_MOST = 3
const FIVE_MINUTES = 5

const input = z.object({
  held: z
    .array(
      z.object({
        worry: z.string(),
        text: z.string(),
        checked: z.boolean().default(false),
        old: z.boolean().default(false),
      }),
    )
    .default([]),
  minutes: z.number().default(15),
  nextTime: z.string(),
  unused: z.boolean().default(false),
  prompt: z.boolean().default(false),
  tooLate: z.boolean().default(false),
})
type Input = z.infer<typeof input>

/**
 * Worry time (brief 1b, week 4): worry now, the held worries one by one, worry after, close the box, on to something
 * else. A worry that has gone quiet is let go, a real one is sorted, a what-if is thought or written about until the
 * time is up, and any can go back into the box. "It was quiet" is a result. Never after 20:30.
 *
 * Input: `held`, the oldest first (`worry` names its entry, `old` after a week, `checked` when it was asked already
 * whether somebody is being hurt); `minutes`; `nextTime`, the worry time after this one; `unused` when the last one went
 * by with worries held; `prompt` whether to be reminded; `tooLate` after 20:30.
 */
export const worryTime = defineDialog({
  id: 'worry-time',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  input,
  answers: {
    fits: choice('fine', 'five-minutes', 'change', 'quiet'),
    quiet: choice('quiet', 'one-now'),
    newWorry: freeText({ max: 300 }),
    before: rating(0, 10),
    held: list(
      { choice: choice('not-bothering', 'real', 'what-if', 'keep'), keepOrBin: choice('keep', 'bin') },
      { atMost: AT_MOST },
    ),
    after: rating(0, 10),
    activity: freeText({ max: 80 }),
  },
  steps: ({ say, ask, branch, each, record, remind, handOver, end }) => [
    branch('too-late', (_, { input }) => input.tooLate, {
      yes: [say('too-late', { with: { time: nextTime } }), end('too-late')],
    }),
    branch('not-used', (_, { input }) => input.unused, { yes: [ask('fits')] }),
    handOver('change-it', ['worry-time-settings'], (a) =>
      a.fits === 'change' ? { dialog: 'worry-time-settings' } : undefined,
    ),
    branch('held', (_, { input }) => input.held.length > 0, {
      yes: [say('box-opens', { with: { count: (_, { input }) => input.held.length, minutes: minutesOf } })],
      no: [
        branch('asked-already', (a) => a.fits, { quiet: [], fine: [ask('quiet')], 'five-minutes': [ask('quiet')] }),
        branch('not-asked', (a) => a.fits === undefined, { yes: [ask('quiet')] }),
        branch('one-now', (a) => a.quiet, { 'one-now': [ask('newWorry')] }),
      ],
    }),
    record('new-worry', (a, { now }) =>
      a.newWorry === undefined
        ? undefined
        : {
            recordType: 'entry',
            module: 'worry',
            name: 'worry',
            fields: { when: now, worry_text: a.newWorry, route: 'hold', status: 'held', at_night: false },
          },
    ),
    branch('was-quiet', (a, { input }) => input.held.length === 0 && a.newWorry === undefined, {
      yes: [
        record('quiet', (a) =>
          a.quiet === 'quiet' || a.fits === 'quiet'
            ? { recordType: 'checkin', module: 'worry', name: 'worry-time', fields: { quiet: true, held: 0 } }
            : undefined,
        ),
        remind('time-after-quiet', { dialog: 'worry-time', at: promptAt }),
        say('quiet-counts', { with: { time: nextTime } }),
        end('quiet'),
      ],
    }),
    ask('before'),
    each('held', worriesOf, ({ ask, branch, call, record }) => [
      branch('how-old', (a) => a.it.old, {
        yes: [ask('keepOrBin', { with: { worry: (a) => a.it.text } })],
        no: [ask('choice', { with: { worry: (a) => a.it.text } })],
      }),
      branch('sort', (a) => a.choice === 'real' || a.choice === 'what-if', {
        yes: [
          call('sort', 'worry-tree', (a, { input }) => ({
            worry: a.it.worry,
            text: a.it.text,
            kind: a.choice ?? 'real',
            checked: a.it.checked,
            within: true,
            nextTime: input.nextTime,
          })),
        ],
        no: [
          record('outcome', (a) => {
            const route = a.choice ?? a.keepOrBin
            return route === undefined
              ? undefined
              : {
                  recordType: 'review',
                  module: 'worry',
                  name: 'worry-outcome',
                  fields: { choice: route, status: STATUS[route] },
                  about: a.it.worry,
                }
          }),
        ],
      }),
    ]),
    ask('after'),
    say('box-closes', { with: { time: nextTime } }),
    ask('activity'),
    record('worry-time', (a, { input }) => ({
      recordType: 'checkin',
      module: 'worry',
      name: 'worry-time',
      fields: {
        quiet: false,
        strength_before: a.before,
        strength_after: a.after,
        held: input.held.length + (a.newWorry === undefined ? 0 : 1),
        gone_through: a.held.filter((one) => one.choice !== undefined || one.keepOrBin !== undefined).length,
        length: minutesOf(a, { input }),
        next_activity: a.activity,
      },
    })),
    remind('next-time', { dialog: 'worry-time', at: promptAt }),
    branch('onto-something', (a) => a.activity !== undefined, {
      yes: [say('onto-it', { with: { next: (a) => a.activity } })],
      no: [say('done-for-today')],
    }),
  ],
})

/** What becomes of a worry: `kept` goes back into the box. */
const STATUS = {
  'not-bothering': 'let_go',
  real: 'planned',
  'what-if': 'let_go',
  keep: 'kept',
  bin: 'expired',
} as const

interface Answers {
  readonly fits?: string
  readonly newWorry?: string
}
interface Given {
  input: Input
  run: string
  now: string
}

function nextTime(_: unknown, { input, now }: Given): string {
  return namedTime(input.nextTime, now)
}

function promptAt(_: unknown, { input }: Given): string | undefined {
  return input.prompt ? input.nextTime : undefined
}

function minutesOf(a: Answers, { input }: Pick<Given, 'input'>): number {
  return a.fits === 'five-minutes' ? FIVE_MINUTES : input.minutes
}

/** What is gone through: what was held, or what came up now. */
function worriesOf(a: Answers, { input, run }: Given): Input['held'] {
  if (a.newWorry === undefined) return input.held
  return [...input.held, { worry: `${run}/new-worry`, text: a.newWorry, checked: false, old: false }]
}
