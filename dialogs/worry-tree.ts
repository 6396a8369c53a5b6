import { addDays, choice, defineDialog, freeText, localDateTime, namedTime, yesNo, z } from '../src/dialog-kit/index.ts'

/**
 * The worry tree (brief 1b, Q0 to Q4). First of all whether this is about not being safe: then it is no worry to sort,
 * and the safety conversation goes on (Q0). Then real or what-if; a real one is done now, planned for later, or named as
 * hard and taken to somebody; a what-if is held for worry time. Nothing is said about how likely anything is.
 *
 * Input: `text`, when the worry was written before, with `worry`, its entry; `kind`, when it was said which it is;
 * `checked`, when Q0 was answered before; `within` worry time, which goes on afterwards; `nextTime`, the next worry time;
 * `maySolve`, when the seven steps are open.
 */
export const worryTree = defineDialog({
  id: 'worry-tree',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  input: z.object({
    worry: z.string().optional(),
    text: z.string().optional(),
    kind: z.enum(['real', 'what-if']).optional(),
    checked: z.boolean().default(false),
    within: z.boolean().default(false),
    nextTime: z.string(),
    maySolve: z.boolean().default(false),
  }),
  answers: {
    worry: freeText({ max: 200 }),
    safe: choice('no', 'yes', 'not-sure'),
    kind: choice('real', 'what-if', 'not-sure'),
    oneThing: yesNo(),
    hands: choice('now', 'later', 'not-mine'),
    firstThing: freeText({ max: 120 }),
    planHow: choice('quick', 'step-by-step'),
    plan: freeText({ max: 120 }),
    when: localDateTime(),
    support: choice('home', 'school', 'worker', 'practitioner', 'someone-else'),
    giveTime: choice('worry-time', 'five-minutes', 'none-today'),
    written: freeText({ max: 500 }),
    refocus: choice('what-i-am-doing', 'five-things', 'move', 'music', 'message'),
  },
  steps: ({ say, ask, branch, record, effect, remind, handOver, end }) => [
    branch('said-already', (_, { input }) => input.text !== undefined, { no: [ask('worry')] }),
    branch('no-worry', (a, { input }) => (a.worry ?? input.text) === undefined, {
      yes: [say('nothing-to-sort'), end('nothing-to-sort')],
    }),
    branch('asked-before', (_, { input }) => input.checked, { no: [ask('safe')] }),
    branch('is-a-disclosure', (a) => a.safe, {
      yes: [
        record('told', outcome),
        effect('raise', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T2',
          because: 'said that a worry is about somebody hurting or scaring them, or about not being safe',
        })),
        end('told'),
      ],
      'not-sure': [
        record('may-have-told', outcome),
        effect('raise-unsure', () => ({
          type: 'raise',
          lane: 'safeguarding',
          tier: 'T1',
          because: 'is not sure whether a worry is about somebody hurting or scaring them, or about not being safe',
        })),
        end('may-have-told'),
      ],
    }),
    branch('kind-known', (_, { input }) => input.kind !== undefined, {
      no: [ask('kind'), branch('unsure', (a) => a.kind, { 'not-sure': [ask('oneThing')] })],
    }),
    branch('sort', kindOf, {
      real: [
        ask('hands'),
        branch('what-to-do', (a) => a.hands, {
          now: [ask('firstThing')],
          later: [
            branch('which-way', (_, { input }) => input.maySolve && !input.within, { yes: [ask('planHow')] }),
            branch('quick-plan', (a) => a.planHow, { 'step-by-step': [], quick: [ask('plan'), ask('when')] }),
            branch('no-choice', (_, { input }) => input.maySolve && !input.within, { no: [ask('plan'), ask('when')] }),
          ],
          'not-mine': [
            say('real-and-hard'),
            ask('support'),
            branch('words-to-say', (a) => a.support, {
              practitioner: [say('words-for-practitioner')],
              home: [say('words-to-say')],
              school: [say('words-to-say')],
              worker: [say('words-to-say')],
              'someone-else': [say('words-to-say')],
            }),
            branch('own-time', (_, { input }) => input.within, { no: [ask('giveTime')] }),
          ],
        }),
      ],
      'what-if': [branch('in-worry-time', (_, { input }) => input.within, { yes: [ask('written')] })],
    }),
    record('sorted', outcome),
    record('small-plan', (a, { input }) =>
      a.plan === undefined
        ? undefined
        : {
            recordType: 'plan',
            module: 'worry',
            name: 'problem-plan',
            fields: {
              problem: a.worry ?? input.text,
              what: a.plan,
              date: a.when?.slice(0, 10),
              time: a.when?.slice(11),
            },
            refersTo: a.when,
          },
    ),
    remind('how-did-it-go', {
      dialog: 'problem-review',
      at: (a) =>
        a.plan === undefined || a.when === undefined
          ? undefined
          : `${addDays(a.when.slice(0, 10), 1)}T${a.when.slice(11)}`,
      input: (a, { input, run }) => ({
        plan: `${run}/small-plan`,
        activity: a.plan ?? '',
        problem: a.worry ?? input.text ?? '',
        when: a.when ?? '',
      }),
    }),
    handOver('seven-steps', ['problem-solving'], (a, { input }) =>
      a.planHow === 'step-by-step'
        ? { dialog: 'problem-solving', input: { problem: a.worry ?? input.text ?? '', checked: true } }
        : undefined,
    ),
    branch('sorted-as', sortedAs, {
      now: [say('do-it-now')],
      planned: [say('parked')],
      held: [say('held', { with: { time: (_, { input, now }) => namedTime(input.nextTime, now) } })],
    }),
    branch('in-worry-time-still', (_, { input }) => input.within, {
      no: [
        ask('refocus'),
        branch('onto', (a) => a.refocus ?? 'nothing', {
          'what-i-am-doing': [say('what-i-am-doing')],
          'five-things': [say('five-things')],
          move: [say('move')],
          music: [say('music')],
          message: [say('message')],
          nothing: [say('sorted-for-now')],
        }),
      ],
    }),
  ],
})

interface Sorted {
  readonly worry?: string
  readonly safe?: string
  readonly kind?: string
  readonly oneThing?: boolean
  readonly hands?: string
  readonly firstThing?: string
  readonly planHow?: string
  readonly plan?: string
  readonly support?: string
  readonly giveTime?: string
  readonly written?: string
}
interface Given {
  input: { worry?: string; text?: string; kind?: string; checked: boolean; within: boolean }
  now: string
}

/** Q2: something that can be done this week makes an unsure one real. */
function kindOf(a: Sorted, { input }: Given): 'real' | 'what-if' | undefined {
  const kind = input.kind ?? a.kind
  if (kind === 'not-sure') return a.oneThing === undefined ? undefined : a.oneThing ? 'real' : 'what-if'
  return kind === 'real' || kind === 'what-if' ? kind : undefined
}

function sortedAs(a: Sorted, given: Given): 'now' | 'planned' | 'held' | undefined {
  if (a.hands === 'now') return 'now'
  if (a.plan !== undefined) return 'planned'
  return statusOf(a, given) === 'held' ? 'held' : undefined
}

function routeOf(a: Sorted, given: Given): string {
  if (a.safe === 'yes' || a.safe === 'not-sure') return 'told-somebody'
  const kind = kindOf(a, given)
  if (kind === 'what-if') return given.input.within ? 'worry-time' : 'hold'
  if (kind === undefined || a.hands === undefined) return 'hold'
  if (a.hands === 'not-mine') return 'support'
  if (a.hands === 'now') return 'do-now'
  return a.planHow === 'step-by-step' ? 'problem-solving' : 'plan'
}

/** `planned`: somebody is told, a step is planned or help is found. Whether it is solved is known later. */
function statusOf(a: Sorted, given: Given): 'held' | 'let_go' | 'planned' {
  const route = routeOf(a, given)
  if (route === 'hold') return 'held'
  return route === 'worry-time' ? 'let_go' : 'planned'
}

const IN_MY_CONTROL: Readonly<Record<string, string>> = { now: 'yes', later: 'partly', 'not-mine': 'no' }

/** What became of a worry: of one that was held before a review of it, else an entry of its own. */
function outcome(a: Sorted, given: Given) {
  const { input, now } = given
  const kind = kindOf(a, given)
  const fields = {
    type: kind === 'real' ? 'real_now' : kind === 'what-if' ? 'what_if' : 'unsure',
    in_my_control: a.hands === undefined ? undefined : IN_MY_CONTROL[a.hands],
    route: routeOf(a, given),
    status: statusOf(a, given),
    checked: input.checked || a.safe === 'no',
    first_step: a.firstThing ?? a.plan,
    support: a.support,
    give_time: a.giveTime,
    written: a.written,
  }
  return input.worry === undefined
    ? ({
        recordType: 'entry',
        module: 'worry',
        name: 'worry',
        fields: { when: now, worry_text: a.worry ?? input.text, at_night: false, ...fields },
      } as const)
    : ({
        recordType: 'review',
        module: 'worry',
        name: 'worry-outcome',
        fields: { choice: input.kind, ...fields },
        about: input.worry,
      } as const)
}
