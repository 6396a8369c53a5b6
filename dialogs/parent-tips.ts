import { caring, choice, defineDialog, z } from '../src/dialog-kit/index.ts'

/** What there are tips about: the weeks of the programme, the parent's own wellbeing, and supporting a teenager. */
const TOPICS = [
  'behind-behaviour',
  'time-together',
  'instructions',
  'rewards',
  'limits',
  'keep-going',
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
 * Input: `topics`, what is open, the newest first; `caring`: where adults stay close, no tip speaks of ignoring.
 */
export const parentTips = defineDialog({
  id: 'parent-tips',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ topics: z.array(z.enum(TOPICS)).min(1), caring: caring.prefault({}) }),
  answers: {
    topic: choice(...TOPICS, MORE),
    older: choice(...TOPICS),
    another: choice('another', 'done'),
  },
  steps: ({ say, ask, branch, again }) => [
    again('tips', (a) => a.another !== 'done', { atMost: ROUNDS }, [
      ask('topic', { options: (_, { input }) => firstOf(input.topics) }),
      branch('more', (a) => a.topic === MORE, {
        yes: [ask('older', { options: (_, { input }) => input.topics.slice(SHOWN).map(asOption) })],
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

const asOption = (value: string) => ({ value, label: '' })

const firstOf = (topics: readonly string[]) =>
  [...topics.slice(0, SHOWN), ...(topics.length > SHOWN ? [MORE] : [])].map(asOption)

interface Answers {
  readonly topic?: string
  readonly older?: string
}

function tipOf(a: Answers, { timeIn }: { timeIn: boolean }): string | undefined {
  const topic = a.topic === MORE ? a.older : a.topic
  return topic === 'limits' && timeIn ? 'time-in' : topic
}
