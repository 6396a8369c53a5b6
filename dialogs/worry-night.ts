import { choice, defineDialog, freeText, namedTime, yesNo, z } from '../src/dialog-kit/index.ts'

/**
 * A worry at night, 21:00 to 06:00 (brief 1b, night rule): catch it, one short settling exercise, and it waits for worry
 * time. No sorting, no problem solving, no questionnaire, nothing about how likely it is.
 *
 * Input: `nextTime`, the next worry time. `words` when the worry was typed already, at the start.
 */
export const worryNight = defineDialog({
  id: 'worry-night',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  input: z.object({ nextTime: z.string(), words: z.string().optional() }),
  answers: {
    worry: freeText({ max: 300 }),
    hold: yesNo(),
    settle: choice('out-breath', 'sounds', 'book', 'nothing'),
  },
  steps: ({ say, ask, branch, record }) => [
    branch('said-already', (_, { input }) => input.words !== undefined, { no: [ask('worry')] }),
    branch('a-worry', (a, { input }) => (a.worry ?? input.words) !== undefined, {
      yes: [
        ask('hold', { with: { time: (_, { input, now }) => namedTime(input.nextTime, now) } }),
        record('caught', (a, { input, now }) =>
          a.hold === undefined
            ? undefined
            : {
                recordType: 'entry',
                module: 'worry',
                name: 'worry',
                fields: {
                  when: now,
                  worry_text: a.worry ?? input.words,
                  route: a.hold ? 'hold' : 'not-held',
                  status: a.hold ? 'held' : 'let_go',
                  at_night: true,
                },
              },
        ),
      ],
    }),
    ask('settle'),
    branch('exercise', (a) => a.settle, {
      'out-breath': [say('out-breath')],
      sounds: [say('sounds')],
      book: [say('book')],
    }),
    branch('good-night', (a) => a.hold === true, {
      yes: [say('held-good-night', { with: { time: (_, { input, now }) => namedTime(input.nextTime, now) } })],
      no: [say('good-night')],
    }),
  ],
})
