import { addDays, choice, defineDialog, freeText, list, rating, yesNo, z, type Kit } from '../src/dialog-kit/index.ts'

const RATINGS = ['enjoyment', 'achievement', 'closeness', 'importance'] as const

const input = z.object({
  mode: z.enum(['quick', 'full']).default('quick'),
  about: z.enum(['just-now', 'today', 'yesterday']).default('just-now'),
  rating: z.enum(RATINGS).optional(),
})
type Input = z.infer<typeof input>

const MOMENT = {
  doing: freeText({ max: 120 }),
  with: choice('alone', 'family', 'friends', 'online', 'somebody-else'),
  whoElse: choice('adult', 'pet', 'other'),
  mood: rating(0, 10),
  enjoyment: rating(0, 10),
  achievement: rating(0, 10),
  closeness: rating(0, 10),
  importance: rating(0, 10),
}
const EARLIER = { part: choice('morning', 'afternoon', 'evening', 'night'), ...MOMENT }

/**
 * Log what somebody was doing and how it was (brief 1a, week 1): one moment now, or two or three of a day. Quick mode
 * asks mood and one more rating that changes from visit to visit; full mode asks them all (11 to 13: mood, fun, close).
 * "Nothing much", "in bed" and "scrolling" are entries like any other: the reply is neutral and gives no advice.
 *
 * Input: `mode`; `about` the moment just now, today so far, or yesterday (a catch-up, marked as such); `rating`, to set
 * the one of quick mode.
 */
export const logAnActivity = defineDialog({
  id: 'log-an-activity',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  sameDayOnly: true,
  input,
  answers: { now: list(MOMENT, { atMost: 1 }), addMore: yesNo(), earlier: list(EARLIER, { atMost: 3 }) },
  steps: ({ say, ask, branch, repeat }) => [
    branch('which-moment', (_, { input }) => input.about, {
      'just-now': [
        repeat('now', (kit) => momentSteps(kit)),
        ask('addMore'),
        branch('more-of-today', (a) => a.addMore, {
          yes: [repeat('earlier', (kit) => [kit.ask('part'), ...momentSteps(kit)])],
        }),
      ],
      today: [say('today'), repeat('earlier', (kit) => [kit.ask('part'), ...momentSteps(kit)])],
      yesterday: [say('yesterday'), repeat('earlier', (kit) => [kit.ask('part'), ...momentSteps(kit)])],
    }),
    say('saved'),
  ],
})

/** One moment: what, with whom, mood, the other ratings; left in the record before the next is asked about. */
function momentSteps({ ask, branch, record }: Pick<Kit<typeof MOMENT, Input>, 'ask' | 'branch' | 'record'>) {
  return [
    ask('doing'),
    ask('with'),
    branch('who-else', (a) => a.with, { 'somebody-else': [ask('whoElse')] }),
    ask('mood'),
    ...RATINGS.map((name) =>
      branch(`asks-${name}`, (_, { input, band, run }) => asked(input, band, run).includes(name), { yes: [ask(name)] }),
    ),
    record('moment', (a: Moment, { input, now }) => {
      const day = input.about === 'yesterday' ? addDays(now.slice(0, 10), -1) : now.slice(0, 10)
      const fields = {
        date: day,
        slot: a.part ?? partOfDay(now),
        activity: a.doing,
        with: a.whoElse ?? a.with,
        mood: a.mood,
        enjoyment: a.enjoyment,
        achievement: a.achievement,
        closeness: a.closeness,
        importance: a.importance,
      }
      const given = [a.doing, a.with, a.mood].some((answer) => answer !== undefined)
      if (!given) return undefined
      return {
        recordType: 'entry',
        module: 'low-mood',
        name: 'activity-log',
        fields: { ...fields, log_mode: input.mode, backfilled: input.about === 'yesterday' },
      }
    }),
  ]
}

interface Moment {
  readonly part?: string
  readonly doing?: string
  readonly with?: string
  readonly whoElse?: string
  readonly mood?: number
  readonly enjoyment?: number
  readonly achievement?: number
  readonly closeness?: number
  readonly importance?: number
}

/** Which ratings besides mood: all of the band's in full mode, one that differs from visit to visit in quick mode. */
function asked(input: Input, band: string, run: string): readonly string[] {
  const ofBand = band === 'Y11-13' ? (['enjoyment', 'closeness'] as const) : RATINGS
  if (input.mode === 'full') return ofBand
  return [input.rating ?? ofBand[[...run].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % ofBand.length]!]
}

function partOfDay(now: string): string {
  const hour = Number(now.slice(11, 13))
  if (hour >= 5 && hour < 12) return 'morning'
  if (hour >= 12 && hour < 17) return 'afternoon'
  return hour >= 17 && hour < 21 ? 'evening' : 'night'
}
