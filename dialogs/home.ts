import { choice, defineDialog, isNight, namedTime, z } from '../src/dialog-kit/index.ts'

/** Everything the start can offer. The label of each stands in content. `help-now` and `carry-on` open nothing themselves. */
const OFFERS = [
  'carry-on',
  'get-started',
  'review-plan',
  'todays-plan',
  'log',
  'plan',
  'low-mood-works',
  'log-today',
  'log-yesterday',
  'look-at-log',
  'value-card',
  'valued-activities',
  'week-look',
  'staying-well',
  'week',
  'something-happened',
  'sleep-diary',
  'sleep-diary-short',
  'earlier-night',
  'sleep-fact',
  'sleep-week',
  'sleep-checklist',
  'sleep-plan',
  'sleep-tick',
  'sleep-adjust',
  'sleep-bed-rules',
  'sleep-keep',
  'weekly-check-in',
  'week-review',
  'yesterday',
  'went-well',
  'week-again',
  'school-note',
  'keep-going',
  'tips',
  'worry-time',
  'hold-a-worry',
  'sort-a-worry',
  'set-worry-time',
  'solve-a-problem',
  'what-worry-is',
  'worry-diary',
  'let-it-be',
  'leave-one-open',
  'own-worry-plan',
  'panic-now',
  'panic-log',
  'panic-plan',
  'what-panic-is',
  'thoughts-feelings',
  'catch-a-thought',
  'check-a-thought',
  'fear-goal',
  'ladder-step',
  'my-ladder',
  'plan-a-go',
  'measure',
  'look-back',
  'agenda',
  'note',
  'help-now',
] as const

/** Always the last thing to tap, so that nobody has to do anything to be finished. */
const NOTHING = 'nothing'
/** Where more is open than three things: the rest, in two further handfuls. */
const MORE = 'more'
const HANDFUL = 3

/** Dialogs that an opening may lead to. The questionnaires are dialogs too, under their measure's own id. */
const LEADS_TO = [
  'first-conversation',
  'first-conversation-parent',
  'plan-reminder',
  'activity-check-in',
  'activity-review',
  'log-an-activity',
  'plan-an-activity',
  'low-mood-cycle',
  'look-at-log',
  'value-card',
  'valued-activities',
  'week-look',
  'keep-going',
  'sleep-diary',
  'sleep-fact',
  'sleep-week',
  'sleep-checklist',
  'sleep-plan',
  'sleep-tick',
  'sleep-adjust',
  'sleep-bed-rules',
  'sleep-keep',
  'parent-week-one',
  'abc-log',
  'parent-check-in',
  'parent-week',
  'parent-day',
  'went-well',
  'parent-tips',
  'reward-plan',
  'calm-limits',
  'family-meeting',
  'school-note',
  'parent-keep-going',
  'worry-time',
  'worry-catch',
  'worry-night',
  'worry-tree',
  'worry-time-settings',
  'problem-solving',
  'problem-review',
  'worry-what-it-is',
  'worry-diary',
  'let-it-be',
  'not-knowing',
  'not-knowing-review',
  'own-worry-plan',
  'panic-now',
  'panic-log',
  'panic-plan',
  'panic-what-it-is',
  'thoughts-and-feelings',
  'thought-catch',
  'thought-check',
  'looking-back',
  'exposure-goal',
  'exposure-step',
  'exposure-ladder',
  'exposure-plan',
  'exposure-review',
  'agenda',
  'leave-a-note',
  'phq-9',
] as const

const opening = z.object({ value: z.enum(OFFERS), dialog: z.string().optional(), input: z.json().optional() })

const input = z.object({
  openings: z.array(opening),
  where: z
    .object({
      kind: z.enum(['plan-ahead', 'plan-due', 'put-aside', 'log-put-aside', 'measure-waits', 'week', 'worries-held']),
      about: z.string().optional(),
      count: z.number().optional(),
    })
    .optional(),
  daysAway: z.number().optional(),
  again: z.boolean().default(false),
})
type Input = z.infer<typeof input>

/**
 * Where somebody who comes back begins (brief 1.0, "Returning user"): hello by name, one line of where we were, at most
 * three things to do next, and the rest behind one more tap.
 *
 * Input, built by the turn from what is open for this person:
 * - `openings`: what may be offered, the most useful first; three are shown at a time, each value once. `dialog` and
 *   `input` are what the tap starts. `help-now` has neither: it says where help is. `carry-on` has neither: this dialog
 *   ends with `next` = `carry-on` and the turn resumes what was put aside. A plan that is due comes before anything new.
 * - `where`: what the one line is about: a plan that is still to come, a plan that is due, something put aside, a
 *   questionnaire that waits, this week's task, how many worries are held for when (never their words). `about` is in the person's own words (the activity, the task); plans and
 *   tasks without it get no line.
 * - `daysAway`: full days since they were last here; more than seven adds a line on what the bot is.
 * - `again`: in the same visit as before, when only the question is asked.
 */
export const home = defineDialog({
  id: 'home',
  version: 2,
  onVersionChange: 'finish',
  audience: 'both',
  kind: 'standing',
  input,
  answers: {
    next: choice(...OFFERS, MORE, NOTHING),
    further: choice(...OFFERS, MORE, NOTHING),
    rest: choice(...OFFERS, NOTHING),
  },
  steps: ({ say, ask, branch, handOver, end }) => [
    branch('hello', (_, { input, now }) => (input.again ? undefined : isNight(now) ? 'night' : 'day'), {
      night: [say('hello-at-night')],
      day: [say('hello')],
    }),
    branch('long-away', (_, { input }) => !input.again && (input.daysAway ?? 0) > 7, { yes: [say('what-i-am')] }),
    branch('where-we-were', (_, { input }) => lineAbout(input), {
      'plan-ahead': [say('plan-ahead', { with: { about: (_, { input }) => input.where?.about } })],
      'plan-due': [say('plan-due', { with: { about: (_, { input }) => input.where?.about } })],
      'put-aside': [say('put-aside')],
      'log-put-aside': [say('log-put-aside')],
      'measure-waits': [say('measure-waits')],
      'worries-held': [
        say('worries-held', {
          with: {
            count: (_, { input }) => input.where?.count,
            about: (_, { input, now }) =>
              input.where?.about === undefined ? undefined : namedTime(input.where.about, now),
          },
        }),
      ],
      week: [say('week', { with: { about: (_, { input }) => input.where?.about } })],
    }),
    ask('next', { options: (_, { input }) => handful(input, 0) }),
    branch('more', (a) => a.next === MORE, { yes: [ask('further', { options: (_, { input }) => handful(input, 1) })] }),
    branch('the-rest', (a) => a.further === MORE, {
      yes: [ask('rest', { options: (_, { input }) => handful(input, 2) })],
    }),
    branch('no-other-dialog', chosen, {
      'help-now': [say('help-now'), end('shown-help')],
      'carry-on': [end('carries-on')],
    }),
    handOver('open', LEADS_TO, (a, { input }) => {
      const open = input.openings.find((opening) => offerOf(opening) === chosen(a))
      return open?.dialog === undefined ? undefined : { dialog: open.dialog, input: open.input }
    }),
    say('nothing-for-now'),
  ],
})

/** Three of what is open, with the way to more where there is more; the last handful holds one more in its place. */
function handful({ openings }: Input, which: number) {
  const rest = openings.slice(which * HANDFUL)
  const all = rest.length <= HANDFUL + 1 && which > 0
  const shown = rest.slice(0, all || which === 2 ? HANDFUL + 1 : HANDFUL).map(offerOf)
  const more = rest.length > shown.length && which < 2 ? [MORE] : []
  return [...shown, ...more, NOTHING].map((value) => ({ value, label: '' }))
}

interface Chosen {
  readonly next?: string
  readonly further?: string
  readonly rest?: string
}

/** What was tapped in the end. */
function chosen(a: Chosen): string | undefined {
  return a.rest ?? (a.further === MORE ? undefined : a.further) ?? a.next
}

/** A reminder before a plan is offered as today's plan: it has not been yet. */
const offerOf = ({ value, dialog }: Input['openings'][number]) =>
  value === 'review-plan' && dialog === 'plan-reminder' ? 'todays-plan' : value

/** Which line to say of where we were; none in the same visit, and none that would name nothing. */
function lineAbout({ again, where, openings }: Input) {
  if (again || where === undefined) return undefined
  if (where.kind === 'put-aside' || where.kind === 'log-put-aside' || where.kind === 'measure-waits') return where.kind
  if (where.about === undefined || where.about === '') return undefined
  return where.kind === 'plan-due' && openings.some((opening) => offerOf(opening) === 'todays-plan')
    ? 'plan-ahead'
    : where.kind
}
