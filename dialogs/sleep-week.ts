import { choices, defineDialog, freeText, z } from '../src/dialog-kit/index.ts'

/** What is for somebody with another training, or a doctor (brief 1c, step-up): never worked on here. */
const SIGNS = ['bad-dreams', 'snoring-gasping', 'asleep-in-lessons', 'legs', 'hurt-walking', 'wet-bed', 'little-sleep-lively', 'none'] as const // prettier-ignore

const sleep = z.object({ nights: z.number(), hours: z.number(), minutes: z.number() })
const times = z.object({ from: z.string(), until: z.string() })
const input = z.object({
  needed: z.object({ nights: z.number(), free: z.number() }).optional(),
  read: z
    .object({
      school: sleep.optional(),
      free: sleep.optional(),
      shift: z
        .object({
          way: z.enum(['same', 'earlier', 'later-minutes', 'later-hour', 'later']),
          minutes: z.number().optional(),
          hours: z.string().optional(),
        })
        .optional(),
      bed: times,
      wake: times,
      steady: z.boolean(),
    })
    .optional(),
})
type Input = z.infer<typeof input>
type Read = NonNullable<Input['read']>

/** What the line about these nights names. */
const sleepIn = (which: 'school' | 'free') => ({
  nights: (_: unknown, { input }: { input: Input }) => input.read?.[which]?.nights,
  hours: (_: unknown, { input }: { input: Input }) => input.read?.[which]?.hours,
  minutes: (_: unknown, { input }: { input: Input }) => input.read?.[which]?.minutes,
})

const TIMES = {
  bedFrom: (_: unknown, { input }: { input: Input }) => input.read?.bed.from,
  bedUntil: (_: unknown, { input }: { input: Input }) => input.read?.bed.until,
  wakeFrom: (_: unknown, { input }: { input: Input }) => input.read?.wake.from,
  wakeUntil: (_: unknown, { input }: { input: Input }) => input.read?.wake.until,
}

/**
 * Reading the diary together (brief 1c, week 2): hours asleep on school nights and on free nights, how far apart they
 * run, when the day begins and ends. Facts without a verdict, never a percentage. Then what the young person notices, and
 * whether something goes on at night that is for somebody else. With too few nights it says what is still needed.
 *
 * Input: `read`, from src/sleep/together.ts, or what is `needed`.
 */
export const sleepWeek = defineDialog({
  id: 'sleep-week',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  input,
  answers: { noticed: freeText({ max: 300 }), signs: choices(...SIGNS) },
  steps: ({ say, ask, branch, record, effect, end }) => [
    branch('still-needed', (_, { input }) => whatIsNeeded(input), {
      nights: [say('nights-needed', { with: { nights: (_, { input }) => input.needed?.nights } }), end('too-few')],
      free: [say('free-night-needed'), end('too-few')],
      both: [
        say('nights-and-free-night-needed', { with: { nights: (_, { input }) => input.needed?.nights } }),
        end('too-few'),
      ],
    }),
    branch('school', (_, { input }) => saidAs(input.read?.school), {
      whole: [say('school-nights', { with: sleepIn('school') })],
      minutes: [say('school-nights-and-minutes', { with: sleepIn('school') })],
    }),
    branch('free', (_, { input }) => saidAs(input.read?.free), {
      whole: [say('free-nights', { with: sleepIn('free') })],
      minutes: [say('free-nights-and-minutes', { with: sleepIn('free') })],
    }),
    branch('shift', (_, { input }) => input.read?.shift?.way, {
      same: [say('free-the-same')],
      earlier: [say('free-earlier')],
      'later-minutes': [say('free-later-minutes', { with: { minutes: (_, { input }) => input.read?.shift?.minutes } })],
      'later-hour': [say('free-later-hour')],
      later: [say('free-later', { with: { hours: (_, { input }) => input.read?.shift?.hours } })],
    }),
    branch('regular', (_, { input }) => input.read?.steady, {
      yes: [say('steady', { with: TIMES })],
      no: [say('moves', { with: TIMES })],
    }),
    ask('noticed'),
    ask('signs'),
    record('read', (a, { input }) => ({
      recordType: 'entry',
      module: 'sleep',
      name: 'sleep-week',
      fields: {
        nights: (input.read?.school?.nights ?? 0) + (input.read?.free?.nights ?? 0),
        noticed: a.noticed,
        signs: a.signs,
      },
    })),
    branch('for-somebody-else', (a) => signsOf(a).length > 0, {
      yes: [
        effect('tell', (a) => ({
          type: 'notice',
          notice: 'scope-flag',
          detail: `at night: ${signsOf(a).join(', ').replaceAll('-', ' ')}`,
        })),
        say('one-to-take-along'),
      ],
      no: [say('next-is-what-helps')],
    }),
  ],
})

const signsOf = ({ signs }: { readonly signs?: readonly string[] }) => (signs ?? []).filter((sign) => sign !== 'none')

function whatIsNeeded({ needed }: Input): 'nights' | 'free' | 'both' | undefined {
  if (needed === undefined) return undefined
  if (needed.free > 0) return needed.nights > needed.free ? 'both' : 'free'
  return 'nights'
}

const saidAs = (said: Read['school']): 'whole' | 'minutes' | undefined =>
  said === undefined ? undefined : said.minutes === 0 ? 'whole' : 'minutes'
