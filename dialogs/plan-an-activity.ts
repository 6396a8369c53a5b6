import {
  addDays,
  addMinutes,
  choice,
  choiceFrom,
  choices,
  defineDialog,
  freeText,
  list,
  localDateTime,
  rating,
  wholeNumber,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

const AREAS = ['me', 'things', 'people'] as const
const SIZES = ['ten-minutes', 'five-minutes', 'two-minutes', 'get-ready', 'other'] as const

/** Numbers of brief 1a; the service's clinical safety officer confirms them. */
const EASY_ENOUGH = 4
const MATTERS_ENOUGH = 5
const SURE_ENOUGH = 7

/**
 * Plan one activity that matters, small enough to do even on a flat day (brief 1a, week 4): choose, shrink, when, how
 * sure, and only as much detail as is wanted. Under 7 for sureness the plan is made smaller and asked again, twice at
 * most. The bot writes nobody: it gives words to copy. How many plans a week are opened is for the turn.
 *
 * Input: `ideas`, activities in the person's own words (from their log, their first visit, an earlier plan), best first;
 * three are shown. `area`, when the practitioner has set one. `instead`, the activity of the plan that this one replaces.
 */
export const planAnActivity = defineDialog({
  id: 'plan-an-activity',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({
    ideas: z.array(z.string()).default([]),
    area: z.enum(AREAS).optional(),
    instead: z.string().optional(),
  }),
  answers: {
    idea: choiceFrom('ideas'),
    start: choice('have-one', 'look-at-cards', 'nothing-comes'),
    lookBack: choice('used-to-like', 'look-up-to', 'look-at-cards'),
    area: choice(...AREAS),
    meActivity: freeText({ max: 120 }),
    thingsActivity: freeText({ max: 120 }),
    peopleActivity: freeText({ max: 120 }),
    activity: freeText({ max: 120 }),
    matters: rating(0, 10),
    keepOrSwap: choice('swap', 'keep'),
    restTowards: choice('towards', 'away', 'both'),
    difficulty: rating(0, 10),
    firstStepSize: choice(...SIZES),
    firstStep: freeText({ max: 120 }),
    stepDifficulty: rating(0, 10),
    when: localDateTime(),
    expectedEnjoyment: rating(0, 10),
    confidence: rating(0, 10),
    makesItSurer: choice('smaller', 'another-time', 'company', 'get-ready', 'other'),
    surerIdea: freeText({ max: 120 }),
    extras: choices('where-and-who', 'things-needed', 'a-helper', 'if-then'),
    place: choice('home', 'outdoors', 'school-or-college', 'somewhere-else'),
    with: choice('alone', 'friend', 'family', 'someone-online', 'somebody-else'),
    minutes: wholeNumber(1, 240),
    needs: choices('things', 'lift', 'money', 'permission', 'nothing'),
    thingsNeeded: freeText({ max: 120 }),
    helperWho: choice('friend', 'family', 'adult-at-home', 'adult-at-school', 'somebody-else'),
    helperDoes: choice('come-along', 'give-a-lift', 'remind-once', 'sort-things-out', 'leave-me-to-it'),
    helperAsked: choice('message', 'face-to-face', 'with-practitioner'),
    snags: list({ if: freeText({ max: 120 }), then: freeText({ max: 120 }) }, { atMost: 2 }),
    reminder: yesNo(),
  },
  steps: ({ say, ask, branch, again, repeat, record, remind, end }) => [
    say('welcome'),
    branch('ideas-at-hand', (_, { input }) => input.ideas.length > 0, {
      yes: [
        ask('idea', {
          options: (_, { input }) => [
            ...input.ideas.slice(0, 3).map((idea) => ({ value: idea, label: idea })),
            ...MORE_IDEAS,
          ],
        }),
      ],
      no: [ask('start')],
    }),
    branch('nothing-comes', (a) => a.start, { 'nothing-comes': [say('nothing-comes-is-common'), ask('lookBack')] }),
    branch('how-to-find-one', findBy, {
      cards: [
        branch('area-set', (_, { input }) => input.area !== undefined, { no: [ask('area')] }),
        branch('cards', (a, { input }) => input.area ?? a.area, {
          me: [ask('meActivity')],
          things: [ask('thingsActivity')],
          people: [ask('peopleActivity')],
        }),
      ],
      words: [ask('activity')],
    }),
    branch('chosen', (a) => activityOf(a) !== undefined, { no: [ask('activity')] }),
    branch('still-nothing', (a) => activityOf(a) !== undefined, {
      no: [say('take-it-to-the-session'), end('no-activity')],
    }),

    ask('matters', { with: { chosen: activityOf } }),
    branch('matters-enough', (a) => (a.matters ?? MATTERS_ENOUGH) >= MATTERS_ENOUGH, {
      no: [ask('keepOrSwap', { with: { chosen: activityOf } })],
    }),
    again('swap', (a) => a.keepOrSwap === 'swap', { atMost: 1 }, [
      ask('activity'),
      ask('matters', { with: { chosen: activityOf } }),
    ]),
    branch('is-rest', (a) => isRest(activityOf(a)), { yes: [ask('restTowards', { with: { chosen: activityOf } })] }),

    ask('difficulty', { with: { chosen: activityOf } }),
    ask('firstStepSize', { with: { chosen: activityOf } }),
    branch('own-step', (a) => a.firstStepSize, { other: [ask('firstStep', { with: { chosen: activityOf } })] }),
    branch('hard', (a) => (a.difficulty ?? 0) > EASY_ENOUGH, { yes: [ask('stepDifficulty')] }),
    again('shrink-the-step', (a) => (a.stepDifficulty ?? 0) > EASY_ENOUGH, { atMost: 1 }, [
      say('smaller-is-fine'),
      ask('firstStepSize', { with: { chosen: activityOf }, options: smallerSizes }),
      branch('own-smaller-step', (a) => a.firstStepSize, {
        other: [ask('firstStep', { with: { chosen: activityOf } })],
      }),
      ask('stepDifficulty'),
    ]),

    ask('when', { with: { chosen: activityOf } }),
    ask('expectedEnjoyment'),
    ask('confidence', { with: { chosen: activityOf } }),
    again('make-it-surer', (a) => (a.confidence ?? SURE_ENOUGH) < SURE_ENOUGH, { atMost: 2 }, [
      ask('makesItSurer'),
      branch('surer', (a) => a.makesItSurer, {
        smaller: [
          ask('firstStepSize', { with: { chosen: activityOf }, options: smallerSizes }),
          branch('own-surer-step', (a) => a.firstStepSize, {
            other: [ask('firstStep', { with: { chosen: activityOf } })],
          }),
        ],
        'another-time': [ask('when', { with: { chosen: activityOf } })],
        company: [ask('with')],
        'get-ready': [ask('thingsNeeded')],
        other: [ask('surerIdea')],
      }),
      ask('confidence', { with: { chosen: activityOf } }),
    ]),
    branch('still-unsure', (a) => (a.confidence ?? SURE_ENOUGH) < SURE_ENOUGH, { yes: [say('unsure-is-fine')] }),

    ask('extras'),
    branch('where-and-who', (a) => a.extras?.includes('where-and-who'), {
      yes: [ask('place'), branch('company-known', (a) => a.with !== undefined, { no: [ask('with')] }), ask('minutes')],
    }),
    branch('things-needed', (a) => a.extras?.includes('things-needed'), {
      yes: [
        ask('needs'),
        branch(
          'hard-to-get',
          (a) => a.needs?.some((need) => need === 'lift' || need === 'money' || need === 'permission'),
          { yes: [say('ways-round')] },
        ),
        branch('things', (a) => a.needs?.includes('things') && a.thingsNeeded === undefined, {
          yes: [ask('thingsNeeded')],
        }),
      ],
    }),
    branch('a-helper', (a) => a.extras?.includes('a-helper'), {
      yes: [
        ask('helperWho'),
        ask('helperDoes'),
        ask('helperAsked'),
        branch('words-to-copy', (a) => (a.helperDoes === undefined ? undefined : a.helperAsked), {
          message: [say('words-to-send', { with: { chosen: activityOf } })],
          'face-to-face': [say('words-to-say', { with: { chosen: activityOf } })],
        }),
      ],
    }),
    branch('if-then', (a) => a.extras?.includes('if-then'), {
      yes: [repeat('snags', ({ ask }) => [ask('if'), ask('then')])],
    }),
    branch('when-known', (a) => a.when !== undefined, { yes: [ask('reminder')] }),

    record('plan', (a, { input }) => ({
      recordType: 'plan',
      module: 'low-mood',
      name: 'activity-plan',
      fields: {
        area: input.area ?? a.area,
        activity: activityOf(a),
        matters: a.matters,
        difficulty: a.stepDifficulty ?? a.difficulty,
        first_step: a.firstStepSize === 'other' ? a.firstStep : a.firstStepSize,
        date: a.when?.slice(0, 10),
        time: a.when?.slice(11),
        place: a.place,
        with: a.with,
        length: a.minutes,
        things_needed: a.thingsNeeded,
        expected_enjoyment: a.expectedEnjoyment,
        confidence: a.confidence,
        surer_by: a.surerIdea ?? a.makesItSurer,
        rest_towards: a.restTowards,
        supporter:
          a.helperWho === undefined
            ? undefined
            : { who: a.helperWho, what: a.helperDoes ?? null, how_asked: a.helperAsked ?? null },
        barriers: a.extras?.includes('if-then')
          ? a.snags.map((snag) => ({ if: snag.if ?? null, then: snag.then ?? null }))
          : undefined,
        reminder: a.reminder,
        instead_of: input.instead,
      },
      refersTo: a.when,
    })),
    remind('before', {
      dialog: 'plan-reminder',
      at: (a) => (a.reminder ? addMinutes(a.when!, -30) : undefined),
      input: (a, { run }) => planSeen(a, run),
    }),
    remind('afterwards', {
      dialog: 'activity-check-in',
      at: (a) => (a.when === undefined ? undefined : `${addDays(a.when.slice(0, 10), 1)}T${a.when.slice(11)}`),
      input: (a, { run }) => planSeen(a, run),
    }),
    branch('saved', (a) => a.when !== undefined, {
      yes: [say('saved-for-a-day', { with: { chosen: activityOf } })],
      no: [say('saved-without-a-day', { with: { chosen: activityOf } })],
    }),
  ],
})

interface Chosen {
  readonly idea?: string
  readonly start?: string
  readonly lookBack?: string
  readonly meActivity?: string
  readonly thingsActivity?: string
  readonly peopleActivity?: string
  readonly activity?: string
}

const OWN = 'own-words'
const CARDS = 'look-at-cards'
const MORE_IDEAS = [
  { value: OWN, label: '' },
  { value: CARDS, label: '' },
]

/** The activity in the person's words. What was written last counts before what was tapped first. */
function activityOf(a: Chosen): string | undefined {
  const idea = a.idea === OWN || a.idea === CARDS ? undefined : a.idea
  return a.activity ?? a.meActivity ?? a.thingsActivity ?? a.peopleActivity ?? idea
}

/** Whether cards are wanted or there are words for it already; nothing to find when an idea was tapped. */
function findBy(a: Chosen): 'cards' | 'words' | undefined {
  if (a.idea !== undefined && a.idea !== OWN && a.idea !== CARDS) return undefined
  return a.idea === CARDS || a.start === CARDS || a.lookBack === CARDS ? 'cards' : 'words'
}

/** Only sizes below the one that was too big; one's own words always. */
function smallerSizes(a: { readonly firstStepSize?: (typeof SIZES)[number] }) {
  const from = a.firstStepSize === undefined || a.firstStepSize === 'other' ? 0 : SIZES.indexOf(a.firstStepSize)
  return SIZES.slice(from + 1).map((value) => ({ value, label: '' }))
}

const isRest = (activity: string | undefined): boolean =>
  /\b(rest|nap|lie down|bed|sleep|chill|relax)/i.test(activity ?? '')

/** What the dialogs that come after need to know of this plan: the keys of its entry and of its check-in's reminder, and what it is. */
function planSeen(
  a: Chosen & {
    readonly when?: string
    readonly expectedEnjoyment?: number
    readonly firstStepSize?: string
    readonly firstStep?: string
  },
  run: string,
) {
  return {
    plan: `${run}/plan`,
    checkIn: `${run}/afterwards`,
    activity: activityOf(a) ?? '',
    ...(a.when === undefined ? {} : { when: a.when }),
    ...(a.expectedEnjoyment === undefined ? {} : { expectedEnjoyment: a.expectedEnjoyment }),
  }
}
