import { defineDialog, freeText, rating } from '../src/dialog-kit/index.ts'

/**
 * The first tiny task, so that the first visit ends with something done (brief 2.3, number 11): how things are right now,
 * and one thing that is liked (young person) or went all right (parent/carer). No programme needs to be open for it.
 * Takes no input.
 */
export const firstSmallThing = defineDialog({
  id: 'first-small-thing',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'both',
  answers: { now: rating(0, 10), oneThing: freeText({ max: 120 }) },
  steps: ({ say, ask, branch, record }) => [
    ask('now'),
    ask('oneThing'),
    record('first-entry', (a, { role }) => ({
      recordType: 'entry',
      module: 'general',
      name: 'first-small-thing',
      fields: role === 'young-person' ? { mood: a.now, liked: a.oneThing } : { stress: a.now, went_well: a.oneThing },
    })),
    branch('something-given', (a) => a.now !== undefined || a.oneThing !== undefined, {
      yes: [say('saved')],
      no: [say('that-is-fine')],
    }),
  ],
})
