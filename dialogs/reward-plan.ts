import {
  addDays,
  caring,
  choice,
  defineDialog,
  freeText,
  isVague,
  rating,
  rewardProblem,
  z,
} from '../src/dialog-kit/index.ts'

/** So often is asked again what would be seen, or for another prize; then it is one for the session. */
const TRIES = 2

/**
 * Week 4 of the behaviour-support programme (brief 1e): a chart with one behaviour and a small reward the same day; for
 * teenagers an agreement with a privilege, no stickers. The behaviour is something to be seen ("what would I see?"); the
 * reward is soon, and never family time or what is settled elsewhere. What was earned is never taken away.
 *
 * Input: `target`, the behaviour to see more of, in the parent's words; `caring`; `checkInAhead` as in `parent-week`.
 */
export const rewardPlan = defineDialog({
  id: 'reward-plan',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({
    target: z.string().optional(),
    caring: caring.prefault({}),
    checkInAhead: z.boolean().default(false),
  }),
  answers: {
    sameTarget: choice('that-one', 'another'),
    behaviour: freeText({ max: 80 }),
    seen: freeText({ max: 80 }),
    reward: freeText({ max: 80 }),
    instead: freeText({ max: 80 }),
    sure: rating(0, 10),
    easier: choice('easier-step', 'shorter-time', 'some-help', 'fine-as-it-is'),
  },
  steps: ({ say, ask, branch, again, record, remind, notice }) => [
    say('one-behaviour'),
    branch('needs', (_, { input }) => input.caring.needsFirst, { yes: [say('needs-first')] }),
    branch('known', (_, { input }) => input.target !== undefined, {
      yes: [
        ask('sameTarget', { with: { target: (_, { input }) => input.target } }),
        branch('other', (a) => a.sameTarget, { another: [ask('behaviour')] }),
      ],
      no: [ask('behaviour')],
    }),
    again('make-it-seen', (a, { input }) => isVague(behaviourOf(a, input) ?? ''), { atMost: TRIES }, [ask('seen')]),
    say('with-the-child'),
    ask('reward'),
    again('make-it-soon', (a, { input, band }) => problemOf(a, input, band) !== undefined, { atMost: TRIES }, [
      branch('problem', (a, { input, band }) => problemOf(a, input, band), {
        'too-far-off': [say('too-far-off')],
        'family-time': [say('never-family-time')],
        'settled-elsewhere': [say('settled-elsewhere')],
      }),
      ask('instead'),
    ]),
    ask('sure'),
    branch('unsure', (a) => (a.sure ?? 10) < 7, { yes: [ask('easier')] }),
    record('plan', (a, { input, band }) => ({
      recordType: 'plan',
      module: 'behaviour-support',
      name: 'week-4',
      fields: {
        topic: 'rewards',
        behaviour: behaviourOf(a, input),
        behaviour_is_vague: isVague(behaviourOf(a, input) ?? '') || undefined,
        reward: problemOf(a, input, band) === undefined ? rewardOf(a) : undefined,
        reward_not_settled: problemOf(a, input, band),
        confidence: a.sure,
        easier_by: a.easier,
      },
    })),
    remind('in-a-week', {
      dialog: 'parent-check-in',
      at: (_, { input, now }) => (input.checkInAhead ? undefined : `${addDays(now.slice(0, 10), 6)}T18:00`),
    }),
    say('never-taken-away'),
    branch('family-time', (_, { input }) => input.caring.familyTime, { yes: [say('family-time-stays')] }),
    branch('open-still', (a, { input, band }) => problemOf(a, input, band) ?? seenProblem(a, input), {
      vague: [notice('not-seen', () => 'stuck'), say('decide-together')],
      'too-far-off': [notice('no-reward', () => 'stuck'), say('decide-together')],
      'family-time': [notice('no-reward-yet', () => 'stuck'), say('decide-together')],
      'settled-elsewhere': [notice('reward-later', () => 'stuck'), say('decide-together')],
    }),
    branch('made-easier', (a) => a.easier, {
      'easier-step': [say('easier-step')],
      'shorter-time': [say('shorter-time')],
      'some-help': [say('ask-for-help')],
    }),
    branch('settled', (a, { input, band }) => settledPlan(a, input, band), {
      yes: [
        say('saved', {
          with: { what: (a, { input }) => behaviourOf(a, input), prize: (a) => rewardOf(a) },
        }),
      ],
    }),
  ],
})

interface Answers {
  readonly sameTarget?: string
  readonly behaviour?: string
  readonly seen?: string
  readonly reward?: string
  readonly instead?: string
}
interface Given {
  readonly target?: string | undefined
  readonly caring: z.infer<typeof caring>
}

const behaviourOf = (a: Answers, { target }: Given): string | undefined =>
  a.seen ?? a.behaviour ?? (a.sameTarget === 'that-one' ? target : undefined)

const rewardOf = (a: Answers): string | undefined => a.instead ?? a.reward

const problemOf = (a: Answers, { caring }: Given, band: string) => rewardProblem(rewardOf(a) ?? '', caring, band)

const seenProblem = (a: Answers, input: Given): 'vague' | undefined =>
  isVague(behaviourOf(a, input) ?? '') ? 'vague' : undefined

const settledPlan = (a: Answers, input: Given, band: string): boolean =>
  behaviourOf(a, input) !== undefined &&
  rewardOf(a) !== undefined &&
  problemOf(a, input, band) === undefined &&
  seenProblem(a, input) === undefined
