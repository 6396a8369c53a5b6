import { choice, defineDialog, FACTS, z } from '../src/dialog-kit/index.ts'

/**
 * One thing about sleep a day, put kindly (brief 1c, week 1): the body, not laziness. One tap says whether it fits.
 *
 * Input: `fact`, the next one that was not told yet.
 */
export const sleepFact = defineDialog({
  id: 'sleep-fact',
  version: 1,
  onVersionChange: 'finish',
  audience: 'young-person',
  daytimeOnly: true,
  input: z.object({ fact: z.enum(FACTS) }),
  answers: { fits: choice('like-me', 'a-bit', 'not-me') },
  steps: ({ say, ask, branch, record }) => [
    branch('which', (_, { input }) => input.fact, Object.fromEntries(FACTS.map((fact) => [fact, [say(fact)]]))),
    ask('fits'),
    record('told', (a, { input }) => ({
      recordType: 'checkin',
      module: 'sleep',
      name: 'sleep-fact',
      fields: { fact: input.fact, fits: a.fits },
    })),
    say('one-a-day'),
  ],
})
