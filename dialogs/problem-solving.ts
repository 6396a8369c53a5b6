import {
  addDays,
  choice,
  choiceFrom,
  defineDialog,
  freeText,
  list,
  localDateTime,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

/** What to do is asked about at most so many ideas (brief 1d). */
const WEIGHED = 3

const input = z.object({
  problem: z.string().optional(),
  checked: z.boolean().default(false),
  ideas: z.array(z.string()).default([]),
  idea: z.string().optional(),
  round: z.number().default(1),
  module: z.enum(['worry', 'problem-solving', 'sleep']).default('worry'),
})
type Input = z.infer<typeof input>

/**
 * Problem solving in seven steps (brief 1d): one problem, what better would look like, three ideas or more with silly
 * ones allowed, what speaks for and against each, choose, plan; how it went is asked afterwards. Somebody else's harmful
 * behaviour is adults' work: then the safety conversation goes on and there is no plan for the young person.
 *
 * Input: `problem`, when it was said before; `checked`, when it was asked already whether somebody is being hurt; for a
 * second round `ideas` that are left, or the `idea` to change, with `round`; `module`, whose task it is.
 */
export const problemSolving = defineDialog({
  id: 'problem-solving',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  input,
  answers: {
    problem: freeText({ max: 200 }),
    safe: choice('no', 'yes', 'not-sure'),
    better: freeText({ max: 200 }),
    idea1: freeText({ max: 120 }),
    idea2: freeText({ max: 120 }),
    idea3: freeText({ max: 120 }),
    moreIdeas: list({ idea: freeText({ max: 120 }) }, { atMost: 2 }),
    wantsMore: yesNo(),
    weighed: list(
      { pros: freeText({ max: 120 }), cons: freeText({ max: 120 }), fits: choice('could-work', 'maybe', 'not-this') },
      { atMost: WEIGHED },
    ),
    chosen: choiceFrom('ideas'),
    firstStep: freeText({ max: 120 }),
    when: localDateTime(),
    with: choice('alone', 'friend', 'home', 'school', 'someone-else'),
    ifThen: yesNo(),
    if: freeText({ max: 120 }),
    then: freeText({ max: 120 }),
  },
  steps: ({ say, ask, branch, repeat, each, record, effect, remind, end }) => [
    branch('first-round', (_, { input }) => input.round === 1, { yes: [say('seven-steps')] }),
    branch('said-already', (_, { input }) => input.problem !== undefined, { no: [ask('problem')] }),
    branch('no-problem', (a, { input }) => problemOf(a, { input }) === undefined, {
      yes: [say('nothing-to-solve'), end('nothing-to-solve')],
    }),
    branch('asked-before', (_, { input }) => input.checked || input.round > 1, { no: [ask('safe')] }),
    branch('adults-work', (a) => a.safe, {
      yes: [
        effect('raise', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T2',
          because: 'said that a problem is about somebody hurting or scaring them',
        })),
        end('told'),
      ],
      'not-sure': [
        effect('raise-unsure', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T1',
          because: 'is not sure whether a problem is about somebody hurting or scaring them',
        })),
        end('may-have-told'),
      ],
    }),
    branch('first-ideas', (_, { input }) => input.round === 1, {
      yes: [
        ask('better'),
        ask('idea1'),
        ask('idea2'),
        ask('idea3'),
        ask('wantsMore'),
        branch('more', (a) => a.wantsMore, { yes: [repeat('moreIdeas', ({ ask }) => [ask('idea')])] }),
        branch('no-idea', (a) => ideasOf(a).length === 0, { yes: [say('ideas-in-session'), end('no-idea')] }),
        each('weighed', ideasOf, ({ ask, branch }) => [
          branch('how-much', (_, { band }) => band === 'Y11-13', {
            yes: [ask('fits', { with: { weighing: (a) => a.it } })],
            no: [ask('pros', { with: { weighing: (a) => a.it } }), ask('cons', { with: { weighing: (a) => a.it } })],
          }),
        ]),
      ],
    }),
    branch('choose', (a, { input }) => input.idea === undefined && choosable(a, { input }).length > 0, {
      yes: [
        ask('chosen', {
          options: (a, { input }) => choosable(a, { input }).map((idea) => ({ value: idea, label: idea })),
        }),
      ],
    }),
    branch('nothing-chosen', (a, { input }) => (a.chosen ?? input.idea) === undefined, {
      yes: [say('ideas-in-session'), end('nothing-chosen')],
    }),
    ask('firstStep', { with: { idea: (a, { input }) => a.chosen ?? input.idea } }),
    ask('when'),
    ask('with'),
    ask('ifThen'),
    branch('snag', (a) => a.ifThen, { yes: [ask('if'), ask('then')] }),
    record('plan', (a, { input }) => ({
      recordType: 'plan',
      module: input.module,
      name: 'problem-plan',
      fields: {
        problem: problemOf(a, { input }),
        better: a.better,
        ideas: input.round === 1 ? ideasOf(a) : input.ideas,
        weighed:
          input.round === 1
            ? a.weighed.map(({ pros, cons, fits }) => ({ pros: pros ?? null, cons: cons ?? null, fits: fits ?? null }))
            : undefined,
        chosen: a.chosen ?? input.idea,
        what: a.firstStep,
        date: a.when?.slice(0, 10),
        time: a.when?.slice(11),
        with: a.with,
        barriers: a.ifThen ? [{ if: a.if ?? null, then: a.then ?? null }] : undefined,
        round: input.round,
      },
      refersTo: a.when,
    })),
    remind('how-did-it-go', {
      dialog: 'problem-review',
      at: (a) => (a.when === undefined ? undefined : `${addDays(a.when.slice(0, 10), 1)}T${a.when.slice(11)}`),
      input: (a, { input, run }) => ({
        plan: `${run}/plan`,
        activity: a.firstStep ?? a.chosen ?? input.idea ?? '',
        problem: problemOf(a, { input }) ?? '',
        idea: a.chosen ?? input.idea ?? '',
        ideas: choosable(a, { input }).filter((idea) => idea !== a.chosen),
        round: input.round,
        module: input.module,
        ...(a.when === undefined ? {} : { when: a.when }),
      }),
    }),
    branch('saved', (a) => a.when !== undefined, { yes: [say('planned')], no: [say('planned-without-a-day')] }),
  ],
})

interface Answers {
  readonly problem?: string
  readonly idea1?: string
  readonly idea2?: string
  readonly idea3?: string
  readonly wantsMore?: boolean
  readonly moreIdeas?: readonly { readonly idea?: string }[]
}

const problemOf = (a: Answers, { input }: { input: Input }): string | undefined => a.problem ?? input.problem

/** Every idea that was said, once. */
function ideasOf(a: Answers): string[] {
  const more = a.wantsMore ? (a.moreIdeas ?? []).map(({ idea }) => idea) : []
  return [...new Set([a.idea1, a.idea2, a.idea3, ...more].filter((idea) => idea !== undefined))]
}

const choosable = (a: Answers, { input }: { input: Input }): string[] => (input.round === 1 ? ideasOf(a) : input.ideas)
