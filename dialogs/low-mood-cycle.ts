import { choice, choices, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/** What somebody may do less of when mood is low, and what they miss out on then; `other` is said in their own words. */
const STOPPED = ['people', 'fun', 'moving', 'school', 'self-care', 'other'] as const
const MISSED = ['fun', 'closeness', 'achievement', 'rest', 'other'] as const

/**
 * How low mood keeps going (brief 1a, week 1): a cycle of four boxes that somebody fills in with their own example, one
 * question a box, and where it can be broken into: at the doing. Teaches no more than that.
 */
export const lowMoodCycle = defineDialog({
  id: 'low-mood-cycle',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  answers: {
    moodLike: freeText({ max: 120 }),
    stopDoing: choices(...STOPPED),
    ownStop: freeText({ max: 120 }),
    missOutOn: choices(...MISSED),
    effect: choice('drops', 'stays', 'eases-then-drops', 'differs'),
  },
  steps: ({ say, ask, branch, record, end }) => [
    say('four-boxes'),
    ask('moodLike'),
    ask('stopDoing'),
    branch('own-words', (a) => a.stopDoing?.includes('other'), { yes: [ask('ownStop')] }),
    branch('something-stopped', (a) => stopped(a), {
      yes: [ask('missOutOn'), ask('effect')],
    }),
    record('cycle', (a) =>
      a.moodLike === undefined && !stopped(a)
        ? undefined
        : {
            recordType: 'entry',
            module: 'low-mood',
            name: 'low-mood-cycle',
            fields: {
              mood_like: a.moodLike,
              stop_doing: a.stopDoing,
              stop_doing_words: a.ownStop,
              miss_out_on: a.missOutOn,
              effect: a.effect,
            },
          },
    ),
    branch('boxes-filled', (a) => boxes(a), {
      'own-words': [say('your-boxes-own-words')],
      all: [say('your-boxes')],
      some: [say('some-boxes')],
      none: [say('no-boxes-yet'), end('another-time')],
    }),
    say('break-in-at-doing'),
  ],
})

interface Boxes {
  readonly moodLike?: string
  readonly stopDoing?: string[]
  readonly ownStop?: string
  readonly missOutOn?: string[]
  readonly effect?: string
}

const stopped = (a: Boxes): boolean => a.stopDoing !== undefined && a.stopDoing.length > 0

/** Whether there is enough to show the four boxes; what was said in own words goes before a chip. */
function boxes(a: Boxes): 'own-words' | 'all' | 'some' | 'none' {
  if (a.moodLike === undefined && !stopped(a)) return 'none'
  if (a.moodLike === undefined || !stopped(a) || !a.missOutOn?.length || a.effect === undefined) return 'some'
  return a.ownStop === undefined ? 'all' : 'own-words'
}
