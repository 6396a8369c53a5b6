import { choice, choices, defineDialog } from '../src/dialog-kit/index.ts'

/** How thoughts and feelings go together, and a few plain names for what minds do (brief 1d): optional, never a label for somebody. */
export const thoughtsAndFeelings = defineDialog({
  id: 'thoughts-and-feelings',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  daytimeOnly: true,
  answers: {
    first: choice('thought', 'feeling', 'body', 'not-sure'),
    traps: choices('mind-reading', 'worst-case', 'all-or-nothing', 'only-the-bad', 'blaming-myself'),
  },
  steps: ({ say, ask, record }) => [
    say('thought-and-feeling'),
    ask('first'),
    say('minds-guess'),
    ask('traps'),
    record('own-pattern', (a) =>
      a.first === undefined && a.traps === undefined
        ? undefined
        : {
            recordType: 'entry',
            module: 'negative-thoughts',
            name: 'thought-pattern',
            fields: { notices_first: a.first, traps: a.traps },
          },
    ),
    say('fair-not-positive'),
  ],
})
