import { choice, defineDialog, freeText, namedTime, z } from '../src/dialog-kit/index.ts'

/**
 * Hold a worry until worry time, in three messages (brief 1b, catch): the words, "held until", something to turn to. It
 * is put off, not pushed away, and nothing is said about how likely it is.
 *
 * Input: `nextTime`, the next worry time. `words` when the worry was typed already, at the start.
 */
export const worryCatch = defineDialog({
  id: 'worry-catch',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  input: z.object({ nextTime: z.string(), words: z.string().optional() }),
  answers: {
    worry: freeText({ max: 300 }),
    refocus: choice('what-i-am-doing', 'five-things', 'move', 'music', 'message'),
  },
  steps: ({ say, ask, branch, record, end }) => [
    branch('said-already', (_, { input }) => input.words !== undefined, { no: [ask('worry')] }),
    branch('no-worry', (a, { input }) => (a.worry ?? input.words) === undefined, {
      yes: [say('nothing-held'), end('nothing-held')],
    }),
    record('caught', (a, { input, now }) => ({
      recordType: 'entry',
      module: 'worry',
      name: 'worry',
      fields: { when: now, worry_text: a.worry ?? input.words, route: 'hold', status: 'held', at_night: false },
    })),
    ask('refocus', { with: { time: (_, { input, now }) => namedTime(input.nextTime, now) } }),
    branch('onto', (a) => a.refocus ?? 'nothing', {
      'what-i-am-doing': [say('what-i-am-doing')],
      'five-things': [say('five-things')],
      move: [say('move')],
      music: [say('music')],
      message: [say('message')],
      nothing: [say('it-is-held')],
    }),
  ],
})
