import { choice, choices, defineDialog, freeText, rating } from '../src/dialog-kit/index.ts'

/**
 * A look at the week (brief 1a, weeks 5 and 6): how it was, what helped, what got in the way, and one thing for the week to
 * come. In the person's own view; nothing is reckoned from it. Takes no input.
 */
export const weekLook = defineDialog({
  id: 'week-look',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  answers: {
    mood: rating(0, 10),
    helped: choices('people', 'doing', 'moving', 'rest', 'making', 'nothing-yet'),
    inTheWay: choice('tired', 'no-time', 'not-up-to-it', 'other-people', 'nothing'),
    noticed: freeText({ max: 300 }),
    nextWeek: freeText({ max: 120 }),
  },
  steps: ({ say, ask, branch, record }) => [
    say('one-week'),
    ask('mood'),
    ask('helped'),
    ask('inTheWay'),
    ask('noticed'),
    ask('nextWeek'),
    record('week', (a) =>
      [a.mood, a.helped, a.inTheWay, a.noticed, a.nextWeek].every((answer) => answer === undefined)
        ? undefined
        : {
            recordType: 'review',
            module: 'low-mood',
            name: 'week-look',
            fields: {
              mood_week: a.mood,
              helped: a.helped,
              in_the_way: a.inTheWay,
              noticed: a.noticed,
              next_week: a.nextWeek,
            },
          },
    ),
    branch('saved', (a) => a.nextWeek !== undefined, { yes: [say('saved-with-a-thing')], no: [say('saved')] }),
  ],
})
