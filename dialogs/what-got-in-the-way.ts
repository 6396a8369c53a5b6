import { addDays, choice, defineDialog, freeText, localDateTime, z } from '../src/dialog-kit/index.ts'

/** Rounds with nothing done after which the bot stops proposing (brief 1.0). */
const ROUNDS_BEFORE_STOPPING = 2

/**
 * The one tree for a task that was not done, the same everywhere (brief 1.0): what got in the way, then move it, halve
 * it, rest, pause, or swap it. After two rounds with nothing done nothing more is proposed and the practitioner hears.
 *
 * Input: `task` in the person's words; `module`; `about` (key of the plan's entry); `cycle`, 1 the first time; `when` it
 * was meant for; `checkInWith`, the dialog that asks again the day after a new time, with `cycle` one higher;
 * `carry`, what that dialog, or the change for the nights, needs besides;
 * `mayPlan` false when there is to be no new plan now;
 * `practiseWith`, the dialog that is opened at the new time. With neither there is no new time to ask for.
 */
export const whatGotInTheWay = defineDialog({
  id: 'what-got-in-the-way',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'both',
  input: z.object({
    task: z.string().optional(),
    module: z.string().default('general'),
    about: z.string().optional(),
    cycle: z.number().default(1),
    when: z.string().optional(),
    expectedEnjoyment: z.number().optional(),
    checkInWith: z.enum(['activity-check-in', 'problem-review', 'task-check-in', 'exposure-review']).optional(),
    carry: z.record(z.string(), z.json()).default({}),
    mayPlan: z.boolean().default(true),
    practiseWith: z.literal('abc-log').optional(),
  }),
  answers: {
    reason: choice('forgot', 'too-big', 'not-up-to-it', 'something-happened', 'did-not-want'),
    move: choice('tomorrow', 'another-time', 'leave-it'),
    size: choice('half', 'two-minutes', 'leave-it'),
    halfOrRest: choice('half', 'rest'),
    whatHappened: freeText({ max: 500 }),
    swap: choice('something-else', 'keep', 'session'),
    startAgain: choice('tomorrow', 'another-time', 'no-time-yet'),
    newTime: localDateTime(),
  },
  steps: ({ say, ask, branch, record, remind, notice, handOver, end }) => [
    say('useful-to-know'),
    ask('reason'),
    branch('twice-now', (_, { input }) => input.cycle >= ROUNDS_BEFORE_STOPPING, {
      yes: [
        branch('tell-more', (a) => a.reason, { 'something-happened': [ask('whatHappened')] }),
        record('second-round', (a, { input }) => ({
          recordType: 'review',
          module: input.module,
          name: 'not-done',
          fields: {
            outcome: 'not',
            task: input.task,
            reason: a.reason,
            what_happened: a.whatHappened,
            cycle: input.cycle,
            change: 'stopped-proposing',
          },
          about: input.about,
        })),
        notice('stuck', () => 'stuck'),
        branch('mismatch', (a) => a.reason, { 'did-not-want': [notice('wrong-task', () => 'task-mismatch')] }),
        say('leave-it-to-the-session'),
        end('stopped-proposing'),
      ],
    }),
    handOver('did-not-suit', ['did-not-suit'], (a, { input }) =>
      input.module === 'behaviour-support' && a.reason === 'did-not-want'
        ? {
            dialog: 'did-not-suit',
            input: { ...input.carry, cycle: input.cycle, ...(input.task === undefined ? {} : { task: input.task }) },
          }
        : undefined,
    ),
    branch('way', (a) => a.reason, {
      forgot: [
        say('forgetting-is-common'),
        branch('can-move', (_, { input }) => comesBack(input), { yes: [ask('move')] }),
      ],
      'too-big': [ask('size', { with: { task: (_, { input }) => input.task } })],
      'not-up-to-it': [say('doing-comes-first'), ask('halfOrRest')],
      'something-happened': [ask('whatHappened'), say('task-waits')],
      'did-not-want': [
        say('maybe-the-wrong-task'),
        notice('task-mismatch', () => 'task-mismatch'),
        ask('swap', { options: (_, { input }) => swaps(input) }),
      ],
    }),
    branch('new-time', (a, { input }) => (comesBack(input) ? wantsTime(a) : undefined), {
      tomorrow: [],
      choose: [ask('newTime')],
      'ask-first': [
        ask('startAgain'),
        branch('pick-a-time', (a) => a.startAgain, { 'another-time': [ask('newTime')] }),
      ],
    }),
    record('change', (a, { input, now }) => ({
      recordType: 'review',
      module: input.module,
      name: 'not-done',
      fields: {
        outcome: 'not',
        task: input.task,
        reason: a.reason,
        what_happened: a.whatHappened,
        cycle: input.cycle,
        change: changeOf(a),
        new_time: newTimeOf(a, input.when, now),
      },
      about: input.about,
    })),
    remind('asks-again', {
      dialog: 'activity-check-in',
      at: theDayAfter('activity-check-in'),
      input: (a, { input, now, run }) => {
        const time = newTimeOf(a, input.when, now)
        return {
          plan: input.about ?? '',
          activity: input.task ?? '',
          cycle: input.cycle + 1,
          checkIn: `${run}/asks-again`,
          ...(time === undefined ? {} : { when: time }),
          ...(input.expectedEnjoyment === undefined ? {} : { expectedEnjoyment: input.expectedEnjoyment }),
          ...input.carry,
        }
      },
    }),
    remind('asks-about-the-problem', {
      dialog: 'problem-review',
      at: theDayAfter('problem-review'),
      input: (_, { input }) => ({
        ...input.carry,
        plan: input.about ?? '',
        activity: input.task ?? '',
        cycle: input.cycle + 1,
      }),
    }),
    remind('asks-about-the-task', {
      dialog: 'task-check-in',
      at: theDayAfter('task-check-in'),
      input: (_, { input }) => ({ ...input.carry, cycle: input.cycle + 1 }),
    }),
    remind('asks-about-the-go', {
      dialog: 'exposure-review',
      at: theDayAfter('exposure-review'),
      input: (_, { input }) => ({
        ...input.carry,
        plan: input.about ?? '',
        activity: input.task ?? '',
        cycle: input.cycle + 1,
      }),
    }),
    remind('opens-practice', {
      dialog: 'abc-log',
      at: (a, { input, now }) => (input.practiseWith === undefined ? undefined : newTimeOf(a, input.when, now)),
    }),
    handOver('something-else', ['plan-an-activity'], (a, { input }) =>
      a.swap === 'something-else' && input.module === 'low-mood'
        ? {
            dialog: 'plan-an-activity',
            input: { ...input.carry, ...(input.task === undefined ? {} : { instead: input.task }) },
          }
        : undefined,
    ),
    handOver('smaller-change', ['sleep-adjust'], (a, { input }) => {
      const way = input.carry.changes === undefined ? undefined : changeWayOf(a)
      return way === undefined ? undefined : { dialog: 'sleep-adjust', input: { ...input.carry, way } }
    }),
    branch('end', outcomeOf, {
      moved: [say('new-time-saved')],
      rest: [say('rest-is-fine')],
      paused: [],
      session: [say('to-the-session')],
      smaller: [say('smaller-is-the-task')],
      left: [say('left-for-now')],
    }),
  ],
})

interface Answers {
  readonly reason?: string
  readonly move?: string
  readonly size?: string
  readonly halfOrRest?: string
  readonly swap?: string
  readonly startAgain?: string
  readonly newTime?: string
}

/** Whether something happens at a new time, so that there is a point in asking for one. */
const comesBack = (input: { checkInWith?: string; practiseWith?: string }): boolean =>
  input.checkInWith !== undefined || input.practiseWith !== undefined

/** Something else at once only where a new plan may be made; what the task was for is kept. */
const swaps = ({ mayPlan }: { mayPlan: boolean }) =>
  [...(mayPlan ? ['something-else'] : []), 'keep', 'session'].map((value) => ({ value, label: '' }))

/** Whether a new time is needed: given already by the tap, still to be chosen, or not wanted. */
function wantsTime(a: Answers): 'tomorrow' | 'choose' | 'ask-first' | undefined {
  if (a.move === 'tomorrow') return 'tomorrow'
  if (a.move === 'another-time') return 'choose'
  const smaller = a.size === 'half' || a.size === 'two-minutes' || a.halfOrRest === 'half' || a.swap === 'keep'
  return smaller ? 'ask-first' : undefined
}

/** The new time, if there is one: what was picked, or tomorrow at the clock time it was meant for. */
function newTimeOf(a: Answers, meantFor: string | undefined, now: string): string | undefined {
  if (a.newTime !== undefined) return a.newTime
  if (a.move !== 'tomorrow' && a.startAgain !== 'tomorrow') return undefined
  return `${addDays(now.slice(0, 10), 1)}T${(meantFor ?? now).slice(11)}`
}

/** The day after the new time, where this is the dialog that asks how it went. */
function theDayAfter(dialog: string) {
  type Asked = { input: { checkInWith?: string | undefined; when?: string | undefined }; now: string }
  return (a: Answers, { input, now }: Asked): string | undefined => {
    const time = newTimeOf(a, input.when, now)
    return input.checkInWith !== dialog || time === undefined
      ? undefined
      : `${addDays(time.slice(0, 10), 1)}T${time.slice(11)}`
  }
}

/** A change for the nights is made smaller, or swapped, in words of their own. */
function changeWayOf(a: Answers): 'smaller' | 'swap' | undefined {
  if (a.swap === 'something-else') return 'swap'
  return outcomeOf(a) === 'smaller' ? 'smaller' : undefined
}

function changeOf(a: Answers): string {
  if (a.reason === 'something-happened') return 'paused'
  if (a.halfOrRest === 'rest') return 'rest'
  if (a.size === 'half' || a.halfOrRest === 'half') return 'halved'
  if (a.size === 'two-minutes') return 'two-minutes'
  if (a.swap === 'something-else') return 'swapped'
  if (a.swap === 'session') return 'taken-to-session'
  return a.move === 'leave-it' || a.size === 'leave-it' || a.reason === undefined ? 'left' : 'moved'
}

function outcomeOf(a: Answers): 'moved' | 'rest' | 'paused' | 'session' | 'smaller' | 'left' {
  if (a.newTime !== undefined || a.move === 'tomorrow' || a.startAgain === 'tomorrow') return 'moved'
  if (a.halfOrRest === 'rest') return 'rest'
  if (a.reason === 'something-happened') return 'paused'
  if (a.swap === 'session' || a.swap === 'something-else') return 'session'
  return a.size === 'half' || a.size === 'two-minutes' || a.halfOrRest === 'half' ? 'smaller' : 'left'
}
