import { blockIn, choice, defineDialog, freeText, rating, z } from '../src/dialog-kit/index.ts'

/**
 * One step of the ladder (brief 1d, week 2): in their words, how much fear, whether an adult agrees where one must. Each
 * visit adds the step that the ladder needs most: an easier one, one between two, or one more.
 *
 * Input: `need`, from the rules of the ladder; `steps`, how many there are.
 */
export const exposureStep = defineDialog({
  id: 'exposure-step',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'graded-exposure',
  daytimeOnly: true,
  input: z.object({
    need: z.object({
      kind: z.enum(['first', 'easier', 'between', 'more', 'enough', 'half-step']),
      lower: z.string().optional(),
      higher: z.string().optional(),
    }),
    steps: z.number().default(0),
  }),
  answers: {
    step: freeText({ max: 120 }),
    fear: rating(0, 10).required(),
    adultOk: choice('not-needed', 'yes', 'not-yet').required(),
    place: choice('home', 'school', 'outside', 'somewhere-else'),
  },
  steps: ({ say, ask, branch, record, effect, end }) => [
    branch('what-helps-most', (_, { input }) => input.need.kind, {
      first: [say('first')],
      easier: [say('easier')],
      between: [
        say('between', {
          with: { lower: (_, { input }) => input.need.lower, higher: (_, { input }) => input.need.higher },
        }),
      ],
      'half-step': [
        say('half-step', {
          with: { lower: (_, { input }) => input.need.lower, higher: (_, { input }) => input.need.higher },
        }),
      ],
      more: [say('more', { with: { count: (_, { input }) => input.steps } })],
      enough: [say('enough')],
    }),
    ask('step'),
    branch('no-step', (a) => a.step === undefined, { yes: [say('another-time'), end('no-step')] }),
    branch('not-for-here', (a) => blockIn(a.step) !== undefined, {
      yes: [
        effect('blocked', (a) => ({ type: 'notice', notice: 'scope-flag', detail: `exposure: ${blockIn(a.step)}` })),
        say('take-to-session'),
        end('take-to-session'),
      ],
    }),
    ask('fear'),
    ask('place'),
    ask('adultOk'),
    record('step', (a) => ({
      recordType: 'entry',
      module: 'graded-exposure',
      name: 'ladder-step',
      fields: { text: a.step, fear: a.fear, where: a.place, adult_ok: a.adultOk },
    })),
    branch('agreed', (a) => a.adultOk, { 'not-yet': [say('ask-an-adult')] }),
    say('saved'),
  ],
})
