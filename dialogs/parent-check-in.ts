import {
  addDays,
  caring,
  choice,
  choices,
  defineDialog,
  freeText,
  namesTheAct,
  rating,
  speaksOfOwnLowMood,
  wholeNumber,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

/** Weeks without practice after which nothing more is proposed (brief 1.0). */
const ROUNDS_BEFORE_STOPPING = 2
/** Stress at which a line about the parent is said, and, the second week running, who can help. */
const MUCH_STRESS = 8

/**
 * The weekly check-in of the behaviour-support programme (brief 1e). Six questions, one of them the week's own, and the rest
 * behind one more tap: how often the opposite was seen, what went well, where it stuck, whether others join in. No days
 * practised is useful to know and leads to what got in the way.
 *
 * Input: `week`; `target`, the opposite behaviour in the parent's words; `task`, the week's practice in a few words; `cycle`
 * as in `what-got-in-the-way`; `caring`; `stressedBefore`, when stress was as high at the last check-in; `checkInAhead`,
 * when another one is coming already. It comes again in a week, until two weeks without practice, when the practitioner hears.
 */
export const parentCheckIn = defineDialog({
  id: 'parent-check-in',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({
    week: z.number().default(1),
    target: z.string().optional(),
    task: z.string().optional(),
    cycle: z.number().default(1),
    caring: caring.prefault({}),
    stressedBefore: z.boolean().default(false),
    checkInAhead: z.boolean().default(false),
  }),
  answers: {
    daysPractised: rating(0, 7),
    difficulty: rating(0, 10),
    stress: rating(0, 10),
    confidence: rating(0, 10),
    timesADay: wholeNumber(0, 50),
    praise: freeText({ max: 160 }),
    firstTime: rating(0, 5),
    stickers: wholeNumber(0, 20),
    agreementKept: rating(0, 7),
    whatYouDid: choices('ignored', 'stayed-close', 'let-go', 'consequence', 'stepped-away'),
    meeting: choice('yes', 'planned', 'not-yet'),
    more: yesNo(),
    before: freeText({ max: 160 }),
    minutesEach: wholeNumber(0, 120),
    reaction: choice('liked-it', 'no-change', 'pulled-away', 'not-sure'),
    rewardGiven: choice('same-day', 'later', 'not-yet'),
    rightSize: choice('too-easy', 'about-right', 'too-hard'),
    howCalm: rating(0, 10),
    worseFirst: yesNo(),
    keep: freeText({ max: 160 }),
    earlySigns: freeText({ max: 160 }),
    opposites: wholeNumber(0, 50),
    success: freeText({ max: 300 }),
    stuck: freeText({ max: 300 }),
    othersOnBoard: choice('yes', 'partly', 'no', 'only-me'),
  },
  steps: ({ say, ask, branch, record, remind, handOver }) => [
    ask('daysPractised'),
    ask('difficulty'),
    ask('stress'),
    branch('practised', (a) => notAtAll(a), {
      no: [
        ask('confidence'),
        branch('week', (_, { input, band }) => weekOf(input.week, band), {
          'week-1': [ask('timesADay')],
          'week-2': [ask('praise')],
          'week-3': [ask('firstTime')],
          'week-4': [ask('stickers')],
          'week-4-teen': [ask('agreementKept')],
          'week-5': [ask('whatYouDid', { options: (_, { input, band }) => waysOf(input.caring.timeIn, band) })],
          'week-6': [ask('meeting')],
        }),
        ask('more'),
        branch('rest', (a) => a.more, {
          yes: [
            branch('week-more', (_, { input, band }) => weekOf(input.week, band), {
              'week-1': [ask('before')],
              'week-2': [ask('minutesEach'), ask('reaction')],
              'week-4': [ask('rewardGiven'), ask('rightSize')],
              'week-4-teen': [ask('rewardGiven'), ask('rightSize')],
              'week-5': [ask('howCalm'), ask('worseFirst')],
              'week-6': [ask('keep'), ask('earlySigns')],
            }),
            branch('has-target', (_, { input }) => input.target !== undefined, {
              yes: [ask('opposites', { with: { target: (_, { input }) => input.target } })],
            }),
            ask('success'),
            ask('stuck'),
            ask('othersOnBoard'),
          ],
        }),
      ],
    }),
    record('check-in', (a, { input }) => ({
      recordType: 'checkin',
      module: 'behaviour-support',
      name: 'weekly',
      fields: {
        week: input.week,
        target: input.target,
        days_practised: a.daysPractised,
        difficulty: a.difficulty,
        positive_opposite_count: a.opposites,
        stress: a.stress,
        confidence: a.confidence,
        success: a.success,
        stuck: a.stuck,
        other_carer_on_board: a.othersOnBoard,
        times_a_day: a.timesADay,
        came_before: a.before,
        praise_said: a.praise,
        minutes_each: a.minutesEach,
        child_reaction: a.reaction,
        followed_first_time_of_5: a.firstTime,
        stickers_a_day: a.stickers,
        agreement_kept_days: a.agreementKept,
        reward_given: a.rewardGiven,
        right_size: a.rightSize,
        what_you_did: a.whatYouDid,
        how_calm: a.howCalm,
        worse_first: a.worseFirst,
        family_meeting: a.meeting,
        keep: a.keep,
        early_signs: a.earlySigns,
      },
    })),
    branch('line', (a) => lineFor(a), {
      named: [say('praise-named')],
      vague: [say('praise-to-name')],
      noticed: [say('you-noticed')],
    }),
    branch('size', (a) => a.rightSize, { 'too-hard': [say('make-it-easier')], 'too-easy': [say('a-step-on')] }),
    branch('much-stress', (a) => (a.stress ?? 0) >= MUCH_STRESS, { yes: [say('a-lot-on-you')] }),
    branch('own-mood', (a, { input }) => needsOwnSupport(a, input), { yes: [say('support-for-you')] }),
    remind('next-week', {
      dialog: 'parent-check-in',
      at: (a, { input, now }) => {
        const isOver = notAtAll(a) && input.cycle >= ROUNDS_BEFORE_STOPPING
        return input.checkInAhead || isOver ? undefined : `${addDays(now.slice(0, 10), 7)}T${now.slice(11)}`
      },
    }),
    handOver('got-worse', ['did-not-suit'], (a, { input }) =>
      a.worseFirst === true
        ? { dialog: 'did-not-suit', input: { week: input.week, caring: input.caring, said: 'made-it-worse' } }
        : undefined,
    ),
    handOver('not-this-week', ['what-got-in-the-way'], (a, { input }) =>
      notAtAll(a)
        ? {
            dialog: 'what-got-in-the-way',
            input: {
              module: 'behaviour-support',
              cycle: input.cycle,
              carry: { week: input.week, caring: input.caring },
              ...(input.task === undefined ? {} : { task: input.task }),
              ...(input.week === 1 ? { practiseWith: 'abc-log' } : {}),
            },
          }
        : undefined,
    ),
    say('saved'),
  ],
})

interface Answers {
  readonly daysPractised?: number
  readonly stress?: number
  readonly praise?: string
  readonly success?: string
  readonly stuck?: string
}

const notAtAll = (a: Answers): boolean => a.daysPractised === 0

/** Nothing is ignored where adults stay close, nor by parents of teenagers: then it is not among the ways. */
const waysOf = (timeIn: boolean, band: string) =>
  ['ignored', 'stayed-close', 'let-go', 'consequence', 'stepped-away']
    .filter((way) => way !== 'ignored' || !(timeIn || band === 'P12+'))
    .map((value) => ({ value, label: '' }))

/** The week's own questions; parents of teenagers have agreements, no stickers. */
const weekOf = (week: number, band: string): string => `week-${week}${week === 4 && band === 'P12+' ? '-teen' : ''}`

/** One line about what was done at most, and it names the act (brief 7.2). */
function lineFor(a: Answers): 'named' | 'vague' | 'noticed' | undefined {
  if (notAtAll(a)) return undefined
  if (a.praise !== undefined) return namesTheAct(a.praise) ? 'named' : 'vague'
  return a.success === undefined || (a.daysPractised ?? 0) === 0 ? undefined : 'noticed'
}

/** Signposted, not treated here: high stress two check-ins running, or own low mood in their words (brief 1e, step-up). */
const needsOwnSupport = (a: Answers, { stressedBefore }: { stressedBefore: boolean }): boolean =>
  (stressedBefore && (a.stress ?? 0) >= MUCH_STRESS) ||
  [a.success, a.stuck].some((text) => speaksOfOwnLowMood(text ?? ''))
