import {
  addDays,
  caring,
  choice,
  defineDialog,
  freeText,
  limitCrossed,
  mayBeIgnored,
  rating,
  z,
} from '../src/dialog-kit/index.ts'

/** So often is asked for another thing to ignore, or another consequence; then it is one for the session. */
const TRIES = 2

/**
 * Week 5 of the behaviour-support programme (brief 1e): something small to ignore, one calm consequence that is known
 * before, and a plan for keeping calm. Never ignored: fear, sadness, self-harm, danger, being hurt; and nothing at all for
 * a child with a history of neglect or trauma, where adults stay close (time-in). Parents of teenagers pick their battles
 * instead. A consequence that crosses a hard limit is named and asked for again, never kept.
 *
 * Input: `caring`; `checkInAhead` as in `parent-week`.
 */
export const calmLimits = defineDialog({
  id: 'calm-limits',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ caring: caring.prefault({}), checkInAhead: z.boolean().default(false) }),
  answers: {
    staysClose: freeText({ max: 80 }),
    letGo: freeText({ max: 80 }),
    ignore: freeText({ max: 80 }),
    ignoreInstead: freeText({ max: 80 }),
    consequence: freeText({ max: 100 }),
    consequenceInstead: freeText({ max: 100 }),
    stayCalm: freeText({ max: 100 }),
    sure: rating(0, 10),
    easier: choice('one-only', 'some-help', 'fine-as-it-is'),
  },
  steps: ({ say, ask, branch, again, record, remind, notice }) => [
    say('warmth-first'),
    branch('needs', (_, { input }) => input.caring.needsFirst, { yes: [say('needs-first')] }),
    branch('way', (_, { input, band }) => wayOf(input.caring, band), {
      'time-in': [say('time-in'), ask('staysClose')],
      battles: [say('pick-battles'), ask('letGo')],
      ignoring: [
        say('ignoring'),
        say('never-ignored'),
        ask('ignore'),
        again('not-that', (a) => !mayBeIgnored(a.ignoreInstead ?? a.ignore ?? ''), { atMost: TRIES }, [
          say('never-that'),
          ask('ignoreInstead'),
        ]),
      ],
    }),
    say('consequences'),
    ask('consequence'),
    again('within-limits', (a, { input }) => crossed(a, input) !== undefined, { atMost: TRIES }, [
      branch('limit', (a, { input }) => crossed(a, input), {
        hurting: [say('limit-hurting')],
        'locked-in': [say('limit-locked-in')],
        food: [say('limit-food')],
        sleep: [say('limit-sleep')],
        warmth: [say('limit-warmth')],
        shaming: [say('limit-shaming')],
        'school-kit': [say('limit-school-kit')],
        medicine: [say('limit-medicine')],
        'family-time': [say('limit-family-time')],
        'settled-elsewhere': [say('limit-settled-elsewhere')],
      }),
      ask('consequenceInstead'),
    ]),
    ask('stayCalm'),
    ask('sure'),
    branch('unsure', (a) => (a.sure ?? 10) < 7, { yes: [ask('easier')] }),
    record('plan', (a, { input, band }) => ({
      recordType: 'plan',
      module: 'behaviour-support',
      name: 'week-5',
      fields: {
        topic: 'limits',
        way: wayOf(input.caring, band),
        stays_close_by: a.staysClose,
        lets_go: a.letGo,
        ignores: mayBeIgnored(a.ignoreInstead ?? a.ignore ?? '') ? (a.ignoreInstead ?? a.ignore) : undefined,
        consequence: crossed(a, input) === undefined ? consequenceOf(a) : undefined,
        consequence_not_settled: crossed(a, input),
        stay_calm: a.stayCalm,
        confidence: a.sure,
        easier_by: a.easier,
      },
    })),
    remind('in-a-week', {
      dialog: 'parent-check-in',
      at: (_, { input, now }) => (input.checkInAhead ? undefined : `${addDays(now.slice(0, 10), 6)}T18:00`),
    }),
    branch('open-still', (a, { input }) => crossed(a, input) !== undefined || !ignoresWell(a), {
      yes: [notice('not-settled', () => 'stuck'), say('decide-together')],
    }),
    branch('limits-for-whom', (_, { input }) => input.caring.carer ?? '', {
      foster: [say('limits-away')],
      residential: [say('limits-away')],
    }),
    say('limits'),
    branch('made-easier', (a) => a.easier, { 'one-only': [say('one-only')], 'some-help': [say('ask-for-help')] }),
    say('saved'),
  ],
})

interface Answers {
  readonly ignore?: string
  readonly ignoreInstead?: string
  readonly consequence?: string
  readonly consequenceInstead?: string
}
type Caring = z.infer<typeof caring>

/** Time-in goes before age: no child with a history of neglect or trauma is ignored (brief 1e, hard limits). */
function wayOf({ timeIn }: Caring, band: string): 'time-in' | 'battles' | 'ignoring' {
  if (timeIn) return 'time-in'
  return band === 'P12+' ? 'battles' : 'ignoring'
}

const consequenceOf = (a: Answers): string | undefined => a.consequenceInstead ?? a.consequence

const crossed = (a: Answers, { caring }: { caring: Caring }) => limitCrossed(consequenceOf(a) ?? '', caring)

const ignoresWell = (a: Answers): boolean => mayBeIgnored(a.ignoreInstead ?? a.ignore ?? '')
