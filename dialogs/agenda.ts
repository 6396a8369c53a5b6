import { defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * Anything somebody wants on the agenda of the next session (brief 1.0, the day before): a few words or a chip. The chips
 * are the words' suggestions. Takes no input.
 */
export const agenda = defineDialog({
  id: 'agenda',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'both',
  kind: 'standing',
  answers: { topic: freeText({ max: 300 }) },
  steps: ({ say, ask, branch, effect }) => [
    ask('topic'),
    effect('agenda', (a) => (a.topic === undefined ? undefined : { type: 'note', text: a.topic, purpose: 'agenda' })),
    branch('given', (a) => a.topic !== undefined, { yes: [say('saved')], no: [say('nothing-is-fine')] }),
  ],
})
