import { blockIn, choice, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * How staying away feeds a fear, and a goal (brief 1d, week 1): what they would do if the fear were smaller, what they avoid,
 * what they fear will happen. What could truly hurt, and what this service does not work on, is not climbed: a warm line, and the
 * practitioner looks.
 */
export const exposureGoal = defineDialog({
  id: 'exposure-goal',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'graded-exposure',
  daytimeOnly: true,
  answers: {
    avoids: freeText({ max: 120 }),
    danger: choice('no', 'yes', 'not-sure').required(),
    goal: freeText({ max: 200 }),
    feared: freeText({ max: 200 }),
  },
  steps: ({ say, ask, branch, record, effect, end }) => [
    say('avoiding-feeds'),
    ask('avoids'),
    branch('nothing-said', (a) => a.avoids === undefined, { yes: [say('another-time'), end('nothing-said')] }),
    ask('danger'),
    branch('truly-dangerous', (a) => a.danger !== 'no', {
      yes: [
        effect('danger-told', (a) => ({
          type: 'notice',
          notice: 'scope-flag',
          detail: `exposure: ${a.danger === 'yes' ? 'a real danger' : 'not sure whether it is a real danger'}`,
        })),
        say('real-danger'),
        end('real-danger'),
      ],
    }),
    ask('goal'),
    ask('feared'),
    branch('not-for-here', (a) => blockIn(a.avoids, a.goal, a.feared) !== undefined, {
      yes: [
        effect('blocked', (a) => ({
          type: 'notice',
          notice: 'scope-flag',
          detail: `exposure: ${blockIn(a.avoids, a.goal, a.feared)}`,
        })),
        say('take-to-session'),
        end('take-to-session'),
      ],
    }),
    record('goal', (a) => ({
      recordType: 'plan',
      module: 'graded-exposure',
      name: 'exposure-goal',
      fields: { goal: a.goal, avoids: a.avoids, feared: a.feared },
    })),
    say('saved'),
  ],
})
