import { caring, choice, defineDialog, z } from '../src/dialog-kit/index.ts'

/** What there are tips about: the weeks of the programme, the parent's own wellbeing, and supporting a teenager. */
const TOPICS = [
  'behind-behaviour',
  'time-together',
  'instructions',
  'rewards',
  'limits',
  'keep-going',
  'family-time',
  'you',
  'low-mood',
  'worry',
  'sleep',
  'self-harm',
] as const

const SHOWN = 4
const MORE = 'more'
const ROUNDS = 3

/**
 * The tip library (brief 1e): one tip at a time, only of weeks that a session has opened. For parents of teenagers also how
 * to support low mood, worry and sleep, whatever the young person does here: nothing of theirs decides what is shown.
 *
 * Input: `topics`, what is open, the newest first; `caring`: where adults stay close, no tip speaks of ignoring, and kinship
 * carers have tips of their own.
 */
export const parentTips = defineDialog({
  id: 'parent-tips',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ topics: z.array(z.enum(TOPICS)).min(1), caring: caring.prefault({}) }),
  answers: {
    topic: choice(...TOPICS, MORE),
    older: choice(...TOPICS, MORE),
    rest: choice(...TOPICS),
    another: choice('another', 'done'),
  },
  steps: ({ say, ask, branch, again }) => [
    again('tips', (a) => a.another !== 'done', { atMost: ROUNDS }, [
      ask('topic', { options: (_, { input }) => handful(input.topics, 0) }),
      branch('more', (a) => a.topic === MORE, {
        yes: [
          ask('older', { options: (_, { input }) => handful(input.topics, 1) }),
          branch('more-still', (a) => a.older === MORE, {
            yes: [ask('rest', { options: (_, { input }) => handful(input.topics, 2) })],
          }),
        ],
      }),
      branch('tip', (a, { input }) => tipOf(a, input.caring), {
        'behind-behaviour': [say('tip-behind-behaviour')],
        'time-together': [say('tip-time-together')],
        instructions: [say('tip-instructions')],
        rewards: [say('tip-rewards')],
        limits: [say('tip-limits')],
        'time-in': [say('tip-time-in')],
        'keep-going': [say('tip-keep-going')],
        you: [say('tip-you')],
        'you-kin': [say('tip-you-kin')],
        'family-time': [say('tip-family-time')],
        'low-mood': [say('tip-low-mood')],
        worry: [say('tip-worry')],
        sleep: [say('tip-sleep')],
        'self-harm': [say('tip-self-harm')],
      }),
      ask('another'),
    ]),
    say('done'),
  ],
})

/** Four topics at a time, with the way to more where there is more. */
function handful(topics: readonly string[], which: number) {
  const from = topics.slice(which * SHOWN)
  return [...from.slice(0, SHOWN), ...(from.length > SHOWN ? [MORE] : [])].map((value) => ({ value, label: '' }))
}

interface Answers {
  readonly topic?: string
  readonly older?: string
  readonly rest?: string
}

function tipOf(a: Answers, { timeIn, carer }: z.infer<typeof caring>): string | undefined {
  const topic = a.topic === MORE ? (a.older === MORE ? a.rest : a.older) : a.topic
  if (topic === 'limits' && timeIn) return 'time-in'
  return topic === 'you' && (carer === 'kinship' || carer === 'special-guardian') ? 'you-kin' : topic
}
