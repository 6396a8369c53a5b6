import { addMinutes, choice, defineDialog, freeText, localDateTime, rating, z } from '../src/dialog-kit/index.ts'

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

/** How long after the agreed time it is asked about: the bot is used before and after a go, never during. */
const MINUTES_AFTER = 60

/**
 * Planning one go at a step (brief 1d, weeks 3 to 5): the four rules, what they think will happen and how sure, how long,
 * when, with whom. Input: `step` of the ladder, `go`, which one it is, `before`, the goes at it so far.
 */
export const exposurePlan = defineDialog({
  id: 'exposure-plan',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'graded-exposure',
  daytimeOnly: true,
  input: z.object({ step, go: z.number().default(1), before: z.array(go).default([]) }),
  answers: {
    ready: choice('ready', 'not-today').required(),
    prediction: freeText({ max: 200 }),
    belief: rating(0, 10),
    minutes: choice('20', '30', '40'),
    who: choice('alone', 'adult-nearby', 'with-adult', 'with-friend'),
    when: localDateTime(),
  },
  steps: ({ say, ask, branch, record, remind, end }) => [
    branch('first-go', (_, { input }) => input.go === 1, {
      yes: [say('this-step', { with: { step: (_, { input }) => input.step.text } }), say('four-rules')],
      no: [say('next-go', { with: { step: (_, { input }) => input.step.text, go: (_, { input }) => input.go } })],
    }),
    ask('ready'),
    branch('not-now', (a) => a.ready, { 'not-today': [say('another-day'), end('not-today')] }),
    ask('prediction'),
    branch('a-prediction', (a) => a.prediction !== undefined, { yes: [ask('belief')] }),
    ask('minutes'),
    ask('who'),
    ask('when'),
    record('plan', (a, { input }) => ({
      recordType: 'plan',
      module: 'graded-exposure',
      name: 'exposure-plan',
      fields: {
        step: input.step.text,
        fear_expected: input.step.fear,
        go: input.go,
        prediction: a.prediction,
        belief: a.belief,
        minutes: a.minutes === undefined ? undefined : Number(a.minutes),
        who: a.who,
        date: a.when?.slice(0, 10),
        time: a.when?.slice(11),
      },
      refersTo: a.when,
      about: input.step.id,
    })),
    remind('afterwards', {
      dialog: 'exposure-review',
      at: (a) => (a.when === undefined ? undefined : addMinutes(a.when, Number(a.minutes ?? '40') + MINUTES_AFTER)),
      input: (a, { input, run }) => ({
        plan: `${run}/plan`,
        activity: input.step.text,
        step: { ...input.step },
        before: input.before.map((one) => ({ ...one })),
        when: a.when ?? '',
        ...(a.prediction === undefined ? {} : { prediction: a.prediction }),
      }),
    }),
    branch('a-time', (a) => a.when !== undefined, { yes: [say('saved')], no: [say('saved-without-time')] }),
  ],
})
