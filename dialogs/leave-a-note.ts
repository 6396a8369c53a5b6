import { defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * A note in somebody's own words for the practitioner, who reads it at the next look: never offered as a way to reach a
 * person now (brief 2.5). Takes no input.
 */
export const leaveANote = defineDialog({
  id: 'leave-a-note',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'both',
  kind: 'standing',
  answers: { note: freeText({ max: 1000 }) },
  steps: ({ say, ask, branch, effect }) => [
    say('when-it-is-read'),
    ask('note'),
    effect('for-practitioner', (a) =>
      a.note === undefined ? undefined : { type: 'note', text: a.note, purpose: 'for-practitioner' },
    ),
    branch('written', (a) => a.note !== undefined, { yes: [say('saved')], no: [say('nothing-written')] }),
  ],
})
