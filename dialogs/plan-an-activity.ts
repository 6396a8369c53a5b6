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
 * most. The bot writes nobody: it gives words to copy. How many plans a week are opened is for the turn. While tasks
 * are to be smaller (brief 4.8) only small steps are offered.
 *
 * Input: `ideas`, activities in the person's own words (from their log, their first visit, an earlier plan), best first;
 * three are shown, with the `areas` they belong to. `area`, the one to keep to. `instead`, the activity of the plan that
 * this one replaces; what it was for is kept. `again`, the activity
 * that is planned once more: it is not chosen and weighed again. `onlyJobs` after plans of nothing but homework and chores.
 */
export const planAnActivity = defineDialog({
  id: 'plan-an-activity',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({
    ideas: z.array(z.string()).default([]),
    area: z.enum(AREAS).optional(),
    areas: z.record(z.string(), z.enum(AREAS)).default({}),
    instead: z.string().optional(),
    again: z.string().optional(),
    onlyJobs: z.boolean().default(false),
  }),
  answers: {
    oneFor: choice('me', 'people', 'keep-a-job'),
    idea: choiceFrom('ideas'),
    start: choice('have-one', 'look-at-cards', 'nothing-comes'),
    lookBack: choice('used-to-like', 'look-up-to', 'look-at-cards'),
    usedToLike: freeText({ max: 120 }),
    lookUpTo: freeText({ max: 120 }),
    area: choice(...AREAS),
    meActivity: freeText({ max: 120 }),
    thingsActivity: freeText({ max: 120 }),
    peopleActivity: freeText({ max: 120 }),
    activity: freeText({ max: 120 }),
    matters: rating(0, 10),
    keepOrSwap: choice('swap', 'keep'),
    otherActivity: freeText({ max: 120 }),
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
    wayRound: choice('free-or-at-home', 'ask-someone', 'leave-it'),
    freeVersion: freeText({ max: 120 }),
    helperWho: freeText({ max: 60 }),
    helperDoes: choice('come-along', 'give-a-lift', 'remind-once', 'sort-things-out', 'leave-me-to-it'),
    helperAsked: choice('message', 'face-to-face', 'with-practitioner'),
    snags: list({ if: freeText({ max: 120 }), then: freeText({ max: 120 }) }, { atMost: 2 }),
    reminder: yesNo(),
  },
  steps: ({ say, ask, branch, again, repeat, record, remind, end }) => [
    branch('way-in', (_, { input }) => wayIn(input), {
      again: [say('once-more')],
      instead: [say('keep-what-it-was-for')],
      new: [say('welcome')],
    }),
    branch('to-choose', (_, { input }) => input.again === undefined, {
      yes: [
        branch('only-jobs', (_, { input }) => input.onlyJobs, { yes: [ask('oneFor')] }),
        branch(
          'ideas-at-hand',
          (a, { input }) => (ideasFor(a, input).length > 0 ? 'ideas' : wanted(a, input) ? 'cards' : 'none'),
          {
            ideas: [
              ask('idea', {
                options: (a, { input }) => [
                  ...ideasFor(a, input)
                    .slice(0, 3)
                    .map((idea) => ({ value: idea, label: idea })),
                  ...MORE_IDEAS,
                ],
              }),
            ],
            none: [ask('start')],
          },
        ),
        branch('nothing-comes', (a) => a.start, { 'nothing-comes': [say('nothing-comes-is-common'), ask('lookBack')] }),
        branch('look-back', (a) => a.lookBack, {
          'used-to-like': [ask('usedToLike')],
          'look-up-to': [ask('lookUpTo')],
        }),
        branch('how-to-find-one', findBy, {
          cards: [
            branch('area-set', (a, { input }) => wanted(a, input) !== undefined, { no: [ask('area')] }),
            branch('cards', (a, { input }) => wanted(a, input) ?? a.area, {
              me: [ask('meActivity')],
              things: [ask('thingsActivity')],
              people: [ask('peopleActivity')],
            }),
          ],
          words: [ask('activity')],
        }),
      ],
    }),
    branch('chosen', (a, at) => activityOf(a, at) !== undefined, { no: [ask('activity')] }),
    branch('still-nothing', (a, at) => activityOf(a, at) !== undefined, {
      no: [say('take-it-to-the-session'), end('no-activity')],
    }),

    branch('to-weigh', (_, { input }) => input.again === undefined, {
      yes: [
        ask('matters', { with: { chosen: activityOf } }),
        branch('matters-enough', (a) => (a.matters ?? MATTERS_ENOUGH) >= MATTERS_ENOUGH, {
          no: [ask('keepOrSwap', { with: { chosen: activityOf } })],
        }),
        again('swap', (a) => a.keepOrSwap === 'swap', { atMost: 1 }, [
          ask('otherActivity'),
          ask('matters', { with: { chosen: activityOf } }),
        ]),
        branch('is-rest', (a, at) => isRest(activityOf(a, at)), {
          yes: [ask('restTowards', { with: { chosen: activityOf } })],
        }),
      ],
    }),

    ask('difficulty', { with: { chosen: activityOf } }),
    branch('smaller-for-now', (_, { smallerTasks }) => smallerTasks, { yes: [say('small-for-now')] }),
    ask('firstStepSize', { with: { chosen: activityOf }, options: (_, { smallerTasks }) => sizes(smallerTasks) }),
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
          {
            yes: [
              say('ways-round'),
              ask('wayRound'),
              branch('free-version', (a) => a.wayRound, { 'free-or-at-home': [ask('freeVersion')] }),
            ],
          },
        ),
        branch('things', (a) => a.needs?.includes('things') && a.thingsNeeded === undefined, {
          yes: [ask('thingsNeeded')],
        }),
      ],
    }),
    branch('a-helper', (a) => a.extras?.includes('a-helper') || a.wayRound === 'ask-someone', {
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
        area: areaFor(a, input),
        activity: activityOf(a, { input }),
        looked_back: a.usedToLike ?? a.lookUpTo,
        free_version: a.freeVersion,
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
      input: (a, { input, run }) => planSeen(a, input, run),
    }),
    remind('afterwards', {
      dialog: 'activity-check-in',
      at: (a) => (a.when === undefined ? undefined : `${addDays(a.when.slice(0, 10), 1)}T${a.when.slice(11)}`),
      input: (a, { input, run }) => planSeen(a, input, run),
    }),
    branch('saved', (a) => a.when !== undefined, {
      yes: [say('saved-for-a-day', { with: { chosen: activityOf } })],
      no: [say('saved-without-a-day', { with: { chosen: activityOf } })],
    }),
  ],
})

type Area = (typeof AREAS)[number]
interface Given {
  readonly ideas: string[]
  readonly areas: { readonly [idea: string]: Area }
  readonly area?: Area
  readonly instead?: string
  readonly again?: string
}
interface Chosen {
  readonly oneFor?: string
  readonly area?: Area
  readonly idea?: string
  readonly start?: string
  readonly lookBack?: string
  readonly meActivity?: string
  readonly thingsActivity?: string
  readonly peopleActivity?: string
  readonly activity?: string
  readonly otherActivity?: string
}

const OWN = 'own-words'
const CARDS = 'look-at-cards'
const MORE_IDEAS = [
  { value: OWN, label: '' },
  { value: CARDS, label: '' },
]

/** The activity in the person's words. What was written last counts before what was tapped first. */
function activityOf(a: Chosen, { input }: { input: Given }): string | undefined {
  const idea = a.idea === OWN || a.idea === CARDS ? undefined : a.idea
  return a.otherActivity ?? a.activity ?? a.meActivity ?? a.thingsActivity ?? a.peopleActivity ?? idea ?? input.again
}

/** One planned once more, one in place of another whose purpose is known, or a new one. */
function wayIn({ again, instead, area }: Given): 'again' | 'instead' | 'new' {
  if (again !== undefined) return 'again'
  return instead !== undefined && area !== undefined ? 'instead' : 'new'
}

/** The area to keep to: one that was set, or what was asked for after nothing but homework and chores. */
function wanted({ oneFor }: Pick<Chosen, 'oneFor'>, { area }: Pick<Given, 'area'>): Area | undefined {
  return area ?? (oneFor === 'me' || oneFor === 'people' ? oneFor : undefined)
}

/** Own ideas, of the area to keep to where there is one; an idea without an area could be of any. */
function ideasFor(a: Pick<Chosen, 'oneFor'>, input: Given): string[] {
  const area = wanted(a, input)
  return input.ideas.filter((idea) => area === undefined || (input.areas[idea] ?? area) === area)
}

/** The area of what was chosen in the end, as far as it is known. */
function areaFor(a: Chosen, input: Given): Area | undefined {
  const ofIdea = a.idea === undefined || activityOf(a, { input }) !== a.idea ? undefined : input.areas[a.idea]
  return ofIdea ?? wanted(a, input) ?? a.area
}

/** Whether cards are wanted or there are words for it already; nothing to find when an idea was tapped. */
function findBy(a: Chosen, { input }: { input: Given }): 'cards' | 'words' | undefined {
  if (a.idea !== undefined && a.idea !== OWN && a.idea !== CARDS) return undefined
  if (a.idea === undefined && a.start === undefined && wanted(a, input) !== undefined) return 'cards'
  return a.idea === CARDS || a.start === CARDS || a.lookBack === CARDS ? 'cards' : 'words'
}

/** Every size, or only the small ones. */
const sizes = (small: boolean) => SIZES.slice(small ? 1 : 0).map((value) => ({ value, label: '' }))

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
  input: Given,
  run: string,
) {
  const area = areaFor(a, input)
  return {
    plan: `${run}/plan`,
    checkIn: `${run}/afterwards`,
    activity: activityOf(a, { input }) ?? '',
    ...(area === undefined ? {} : { area }),
    ...(a.when === undefined ? {} : { when: a.when }),
    ...(a.expectedEnjoyment === undefined ? {} : { expectedEnjoyment: a.expectedEnjoyment }),
  }
}
