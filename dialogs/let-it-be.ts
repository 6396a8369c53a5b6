import { choice, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * Letting go, once a day (brief 1b, week 5): notice, name it, let it be, put the attention on something. Coming back
 * counts, not staying; nothing is pushed away.
 */
export const letItBe = defineDialog({
  id: 'let-it-be',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  answers: {
    thought: freeText({ max: 200 }),
    onto: choice('sounds', 'feet', 'look', 'breath', 'what-i-am-doing'),
    wandered: choice('stayed', 'wandered', 'hard'),
  },
  steps: ({ say, ask, branch, record }) => [
    say('notice'),
    ask('thought'),
    say('name-it'),
    ask('onto'),
    branch('attention', (a) => a.onto ?? 'sounds', {
      sounds: [say('sounds')],
      feet: [say('feet')],
      look: [say('look')],
      breath: [say('breath')],
      'what-i-am-doing': [say('what-i-am-doing')],
    }),
    ask('wandered'),
    record('practice', (a) =>
      a.wandered === undefined && a.thought === undefined
        ? undefined
        : {
            recordType: 'checkin',
            module: 'worry',
            name: 'refocus-practice',
            fields: { thought: a.thought, attention_on: a.onto, how: a.wandered },
          },
    ),
    branch('reply', (a) => a.wandered ?? 'stayed', {
      stayed: [say('some-practice')],
      wandered: [say('coming-back-counts')],
      hard: [say('hard-is-useful')],
    }),
  ],
})
