import { choice, defineDialog, freeText, HABITS, z } from '../src/dialog-kit/index.ts'

/** Shown first, and behind one more tap; "something of my own" is always there. */
const FIRST = 3
const FURTHER = 4
const MORE = 'more'
const OWN = 'own-idea'

const input = z.object({ habits: z.array(z.enum(HABITS)).default([]), instead: z.string().optional() })
type Input = z.infer<typeof input>

interface Chosen {
  readonly habit?: string
  readonly further?: string
}

const chosen = ({ habit, further }: Chosen): string | undefined => (habit === MORE ? further : habit)

/** What somebody is most up for comes first; they may choose anything else (brief 1c). */
function choicesOf({ habits }: Input) {
  const more = habits.length > FIRST ? [MORE] : []
  return [...habits.slice(0, FIRST), ...more, OWN].map((value) => ({ value, label: '' }))
}
const furtherOf = ({ habits }: Input) =>
  [...habits.slice(FIRST, FIRST + FURTHER), OWN].map((value) => ({ value, label: '' }))

/**
 * Picking one change and planning it: what, when, what if (brief 1c, week 2). One change a plan, two at most at a time.
 *
 * Input: `habits` that could be tried, those they are most up for first; `instead`, the plan whose place it takes.
 */
export const sleepPlan = defineDialog({
  id: 'sleep-plan',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input,
  answers: {
    habit: choice(...HABITS, MORE, OWN),
    further: choice(...HABITS, OWN),
    'what-wake-time': freeText({ max: 80 }),
    'what-morning-light': freeText({ max: 80 }),
    'what-caffeine': freeText({ max: 80 }),
    'what-phone-away': freeText({ max: 80 }),
    'what-wind-down': freeText({ max: 80 }),
    'what-naps': freeText({ max: 80 }),
    'what-moving': freeText({ max: 80 }),
    'what-bed-for-sleep': freeText({ max: 80 }),
    'what-dark-quiet': freeText({ max: 80 }),
    'what-hunger': freeText({ max: 80 }),
    'what-nicotine-alcohol': freeText({ max: 80 }),
    'what-worries-parked': freeText({ max: 80 }),
    'what-own-idea': freeText({ max: 80 }),
    days: choice('every-day', 'school-nights', 'free-nights'),
    cue: freeText({ max: 80 }),
    snag: freeText({ max: 80 }),
    then: freeText({ max: 80 }),
  },
  steps: ({ say, ask, branch, record, end }) => [
    ask('habit', { options: (_, { input }) => choicesOf(input) }),
    branch('more', (a) => a.habit, { more: [ask('further', { options: (_, { input }) => furtherOf(input) })] }),
    branch(
      'what',
      chosen,
      Object.fromEntries([...HABITS, OWN].map((one) => [one, [ask(`what-${one as (typeof HABITS)[number]}`)]])),
    ),
    branch('nothing-chosen', (a) => a[`what-${chosen(a) as (typeof HABITS)[number]}`] === undefined, {
      yes: [say('another-day'), end('nothing-chosen')],
    }),
    ask('days'),
    ask('cue'),
    ask('snag'),
    branch('if-so', (a) => a.snag !== undefined, { yes: [ask('then')] }),
    record('plan', (a, { input }) => ({
      recordType: 'plan',
      module: 'sleep',
      name: 'sleep-plan',
      fields: {
        habit: chosen(a),
        what: a[`what-${chosen(a) as (typeof HABITS)[number]}`],
        days: a.days ?? 'every-day',
        cue: a.cue,
        if: a.snag,
        then: a.then,
      },
      about: input.instead,
    })),
    say('planned', { with: { what: (a) => a[`what-${chosen(a) as (typeof HABITS)[number]}`] } }),
  ],
})
