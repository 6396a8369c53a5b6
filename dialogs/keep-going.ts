import { choice, choiceFrom, defineDialog, freeText, z } from '../src/dialog-kit/index.ts'

/** Of what went with a higher mood, this many are shown. */
const SHOWN = 3
const OWN_WORDS = 'own-words'

/**
 * Keeping going (brief 1a, week 6): what helped most, from their own log where there is enough in it, the early signs, what
 * to do then, who to tell and what to keep up. Looked over before it is saved.
 *
 * Input: `helped`, activities in the person's own words that went with a higher mood, the most first.
 */
export const keepGoing = defineDialog({
  id: 'keep-going',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  input: z.object({ helped: z.array(z.string()).default([]) }),
  answers: {
    helpedMost: choiceFrom('helped'),
    helpedWords: freeText({ max: 120 }),
    earlySigns: freeText({ max: 200 }),
    then: freeText({ max: 200 }),
    who: choice('home', 'school', 'friend', 'worker', 'someone-else'),
    keepUp: freeText({ max: 120 }),
  },
  steps: ({ say, ask, branch, review, record }) => [
    say('yours-to-keep'),
    branch('own-log', (_, { input }) => input.helped.length > 0, {
      yes: [
        ask('helpedMost', {
          options: (_, { input }) => [
            ...input.helped.slice(0, SHOWN).map((activity) => ({ value: activity, label: activity })),
            { value: OWN_WORDS, label: '' },
          ],
        }),
      ],
    }),
    branch('in-own-words', (a) => a.helpedMost === undefined || a.helpedMost === OWN_WORDS, {
      yes: [ask('helpedWords')],
    }),
    ask('earlySigns'),
    ask('then'),
    ask('who'),
    ask('keepUp'),
    review('check'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'low-mood',
      name: 'keep-going-plan',
      fields: {
        helped_most: a.helpedWords ?? (a.helpedMost === OWN_WORDS ? undefined : a.helpedMost),
        early_signs: a.earlySigns,
        then: a.then,
        who: a.who,
        keep_up: a.keepUp,
      },
    })),
    branch('saved', (a) => a.earlySigns !== undefined, { yes: [say('saved')], no: [say('saved-without-signs')] }),
  ],
})
