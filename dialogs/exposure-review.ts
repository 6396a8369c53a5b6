import {
  choice,
  choices,
  defineDialog,
  freeText,
  moveAfter,
  outcomeOf,
  rating,
  successOf,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

const go = z.object({
  step: z.string(),
  start: z.number().optional(),
  peak: z.number().optional(),
  leftEarly: z.boolean(),
})
const step = z.object({
  id: z.string(),
  text: z.string(),
  fear: z.number(),
  adultOk: z.enum(['yes', 'not-needed', 'not-yet']),
})

/**
 * After a go (brief 1d): what came, fear at the start, its peak and the end, the prediction beside what happened, what
 * surprised them. Having stayed, fear that halved and a prediction that did not come true are all success; having left early
 * is having gone. Then again, the next step, a half-step, or another rating of the ladder.
 *
 * Input: `plan`, key of its entry; `activity`, the step in their words; `step`; `before`, the goes at it so far; `prediction`;
 * `cycle`, rounds with nothing done.
 */
export const exposureReview = defineDialog({
  id: 'exposure-review',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'graded-exposure',
  daytimeOnly: true,
  input: z.object({
    plan: z.string(),
    activity: z.string(),
    step,
    before: z.array(go).default([]),
    prediction: z.string().optional(),
    when: z.string().optional(),
    cycle: z.number().default(1),
  }),
  answers: {
    outcome: choice('stayed', 'left-early', 'not-yet', 'changed-my-mind'),
    start: rating(0, 10),
    peak: rating(0, 10),
    end: rating(0, 10),
    cameTrue: choice('no', 'part', 'yes'),
    surprise: freeText({ max: 200 }),
    more: yesNo(),
    props: choices('phone', 'someone', 'looking-away', 'safe-thing', 'thinking-away', 'none'),
    learned: freeText({ max: 200 }),
    reward: freeText({ max: 120 }),
    newFear: rating(0, 10),
  },
  steps: ({ say, ask, branch, record, handOver, end }) => [
    branch('told-of', (_, { input }) => input.prediction !== undefined, {
      yes: [
        say('you-thought', {
          with: { activity: (_, { input }) => input.activity, prediction: (_, { input }) => input.prediction },
        }),
      ],
      no: [say('your-step', { with: { activity: (_, { input }) => input.activity } })],
    }),
    ask('outcome'),
    branch('nothing-said', (a) => a.outcome === undefined, { yes: [say('another-time'), end('not-said')] }),
    branch('did-not-go', (a) => a.outcome, {
      'not-yet': [
        record('not-done', (_, { input }) => ({
          recordType: 'review',
          module: 'graded-exposure',
          name: 'exposure-practice',
          fields: { outcome: 'not', step: input.activity },
          about: input.step.id,
        })),
        handOver('in-the-way', ['what-got-in-the-way'], (_, { input }) => ({
          dialog: 'what-got-in-the-way',
          input: {
            module: 'graded-exposure',
            task: input.activity,
            about: input.plan,
            cycle: input.cycle,
            checkInWith: 'exposure-review',
            ...(input.when === undefined ? {} : { when: input.when }),
            carry: { step: { ...input.step }, before: input.before.map((one) => ({ ...one })) },
          },
        })),
      ],
      'changed-my-mind': [say('minds-change'), end('changed-my-mind')],
    }),
    ask('start'),
    ask('peak'),
    ask('end'),
    branch('a-prediction', (_, { input }) => input.prediction !== undefined, { yes: [ask('cameTrue')] }),
    ask('surprise'),
    record('practice', (a, { input, now }) => ({
      recordType: 'review',
      module: 'graded-exposure',
      name: 'exposure-practice',
      fields: {
        date: (input.when === undefined || input.when === '' ? now : input.when).slice(0, 10),
        step: input.activity,
        prediction: input.prediction,
        came_true: a.cameTrue,
        fear_start: a.start,
        fear_peak: a.peak,
        fear_end: a.end,
        outcome: outcomeOf(practiceOf(a)),
        surprise: a.surprise,
      },
      about: input.step.id,
    })),
    branch('counts', (a) => successOf(practiceOf(a)), {
      halved: [say('halved', { with: { from: (a) => a.start, to: (a) => a.end } })],
      surprised: [say('surprised')],
      stayed: [say('stayed')],
      went: [say('went')],
    }),
    branch('and-now', (a, { input }) => moveOf(a, input), {
      're-rate': [
        ask('newFear'),
        record('rated-again', (a, { input }) =>
          a.newFear === undefined
            ? undefined
            : {
                recordType: 'entry',
                module: 'graded-exposure',
                name: 'ladder-rating',
                fields: { fear: a.newFear, fear_before: input.step.fear },
                about: input.step.id,
              },
        ),
        say('rated-again'),
      ],
      'half-step': [say('half-step')],
      again: [say('again')],
      'next-step': [say('next-step')],
    }),
    ask('more'),
    branch('a-bit-more', (a) => a.more, {
      yes: [
        ask('props'),
        ask('learned'),
        ask('reward'),
        record('detail', (a, { run }) => ({
          recordType: 'entry',
          module: 'graded-exposure',
          name: 'exposure-detail',
          fields: { props: a.props, learned: a.learned, reward: a.reward },
          about: `${run}/practice`,
        })),
        branch('any-props', (a) => a.props?.some((one) => one !== 'none'), { yes: [say('less-props')] }),
      ],
    }),
  ],
})

interface Said {
  readonly outcome: string | undefined
  readonly start: number | undefined
  readonly peak: number | undefined
  readonly end: number | undefined
  readonly cameTrue: 'yes' | 'part' | 'no' | undefined
}

const practiceOf = (a: Said) => ({ left: a.outcome === 'left-early', start: a.start, end: a.end, cameTrue: a.cameTrue })

const moveOf = (a: Said, { step: at, before }: { step: z.infer<typeof step>; before: z.infer<typeof go>[] }) =>
  moveAfter(at, [...before, { step: at.id, start: a.start, peak: a.peak, leftEarly: a.outcome === 'left-early' }])
