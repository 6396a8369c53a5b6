import { choice, defineDialog, freeText, list, z } from '../src/dialog-kit/index.ts'

const side = z.object({ mean: z.number(), n: z.number() })
const contrast = z.object({
  about: z.enum(['people', 'alone', 'time', 'kind']),
  label: z.string(),
  higher: side,
  lower: side,
})

/** Contrasts that are shown at most (brief 1a, pattern feedback). */
const AT_MOST = 3

interface Round {
  readonly it: z.infer<typeof contrast>
}

/** What the sentence about a contrast is filled with. */
const numbers = {
  label: ({ it }: Round) => it.label,
  higher: ({ it }: Round) => it.higher.mean,
  higherCount: ({ it }: Round) => it.higher.n,
  lower: ({ it }: Round) => it.lower.mean,
  lowerCount: ({ it }: Round) => it.lower.n,
}

/**
 * Looking at the log (brief 1a, week 2): what somebody notices themselves is asked and stored first; only then is shown
 * what tended to go with a higher mood, with counts, or that there is no pattern. Nothing is called the worst.
 *
 * Input, reckoned from the log: how many moments were `logged`, whether there are `enough` with a mood, how many are
 * `still` wanted, and the `contrasts`.
 */
export const lookAtLog = defineDialog({
  id: 'look-at-log',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({
    logged: z.number(),
    enough: z.boolean(),
    still: z.number().default(0),
    contrasts: z.array(contrast).default([]),
  }),
  answers: {
    noticed: freeText({ max: 300 }),
    contrasts: list({}, { atMost: AT_MOST }),
    fits: choice('fits', 'a-bit', 'not-really'),
  },
  steps: ({ say, ask, branch, each, record }) => [
    say('your-log', { with: { logged: (_, { input }) => input.logged } }),
    ask('noticed'),
    record('look', (a, { input }) => ({
      recordType: 'review',
      module: 'low-mood',
      name: 'log-look',
      fields: { noticed: a.noticed, logged: input.logged },
    })),
    branch('own-words', (a) => a.noticed !== undefined, { yes: [say('your-words-are-kept')] }),
    branch(
      'pattern',
      (_, { input }) => (!input.enough ? 'not-yet' : input.contrasts.length > 0 ? 'there-is-one' : 'none'),
      {
        'there-is-one': [
          each(
            'contrasts',
            (_, { input }) => input.contrasts,
            ({ say, branch }) => [
              branch('about', ({ it }) => it.about, {
                people: [say('more-with-people', { with: numbers })],
                alone: [say('more-alone', { with: numbers })],
                time: [say('more-at-a-time', { with: numbers })],
                kind: [say('more-of-a-kind', { with: numbers })],
              }),
            ],
          ),
          ask('fits'),
          record('shown', (a, { input, run }) => ({
            recordType: 'review',
            module: 'low-mood',
            name: 'log-pattern',
            fields: { shown: input.contrasts, fits: a.fits },
            about: `${run}/look`,
          })),
          branch('whose-view', (a) => a.fits, {
            fits: [say('it-fits')],
            'a-bit': [say('your-view-counts')],
            'not-really': [say('your-view-counts')],
          }),
        ],
        none: [say('no-pattern')],
        'not-yet': [say('not-enough-yet', { with: { still: (_, { input }) => input.still } })],
      },
    ),
  ],
})
