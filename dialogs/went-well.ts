import { choice, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * "What went well" (brief 1e): a moment of the behaviour to see more of, what the adult said or did, how the child took it.
 * Three taps. Services give such a log names of their own; the label stands in the words. Takes no input.
 */
export const wentWell = defineDialog({
  id: 'went-well',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  answers: {
    what: freeText({ max: 200 }),
    youDid: freeText({ max: 160 }),
    reaction: choice('liked-it', 'no-change', 'pulled-away', 'not-sure'),
  },
  steps: ({ say, ask, record }) => [
    ask('what'),
    ask('youDid'),
    ask('reaction'),
    record('entry', (a, { now }) => ({
      recordType: 'entry',
      module: 'behaviour-support',
      name: 'went-well',
      fields: { date: now.slice(0, 10), behaviour: a.what, you_did: a.youDid, child_reaction: a.reaction },
    })),
    say('saved'),
  ],
})
