import { choice, choices, defineDialog } from '../src/dialog-kit/index.ts'

/**
 * What panic is (brief 1d): an alarm system, strong, not harmful, and it passes; scary meanings feed it, props keep it. Each
 * idea with the person's own example. Where no GP has looked at the first attacks, that comes first: the practitioner hears.
 */
export const panicWhatItIs = defineDialog({
  id: 'panic-what-it-is',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'panic',
  daytimeOnly: true,
  answers: {
    checked: choice('yes', 'not-yet', 'not-sure'),
    signs: choices('heart', 'breath', 'dizzy', 'shaky-hot', 'tingling', 'tummy', 'not-real', 'other'),
    meaning: choice('body-wrong', 'lose-control', 'stuck', 'people-notice', 'something-else'),
    props: choices('leave', 'someone-with-me', 'water-phone', 'sit-near-exit', 'check-body', 'stay-away', 'other'),
  },
  steps: ({ say, ask, branch, record, effect }) => [
    ask('checked'),
    branch('see-a-gp-first', (a) => (a.checked === undefined ? undefined : a.checked !== 'yes'), {
      yes: [
        say('see-a-gp'),
        effect('not-checked', () => ({ type: 'notice', notice: 'step-up', detail: 'panic not yet checked by a GP' })),
      ],
    }),
    say('alarm'),
    ask('signs'),
    say('passes'),
    ask('meaning'),
    say('meaning-feeds'),
    ask('props'),
    say('props-keep'),
    record('own-pattern', (a) =>
      a.signs === undefined && a.meaning === undefined && a.props === undefined && a.checked === undefined
        ? undefined
        : {
            recordType: 'entry',
            module: 'panic',
            name: 'panic-pattern',
            fields: { gp_checked: a.checked, signs: a.signs, scary_meaning: a.meaning, props: a.props },
          },
    ),
    say('just-notice'),
  ],
})
