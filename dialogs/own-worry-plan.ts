import { choices, choice, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * A worry plan of one's own to keep (brief 1b, week 6): what works for real worries and for what-ifs, the early signs and
 * what to do then, who to tell, what to keep up. Looked over before it is saved.
 */
export const ownWorryPlan = defineDialog({
  id: 'own-worry-plan',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  answers: {
    forReal: choices('do-it-now', 'plan-it', 'seven-steps', 'ask-someone', 'something-else'),
    forWhatIfs: choices('hold-it', 'worry-time', 'let-it-be', 'turn-to-something', 'something-else'),
    earlySigns: freeText({ max: 200 }),
    then: freeText({ max: 200 }),
    who: choice('home', 'school', 'friend', 'worker', 'someone-else'),
    keepUp: freeText({ max: 120 }),
  },
  steps: ({ say, ask, review, branch, record }) => [
    say('yours-to-keep'),
    ask('forReal'),
    ask('forWhatIfs'),
    ask('earlySigns'),
    ask('then'),
    ask('who'),
    ask('keepUp'),
    review('check'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'worry',
      name: 'own-worry-plan',
      fields: {
        for_real: a.forReal,
        for_what_ifs: a.forWhatIfs,
        early_signs: a.earlySigns,
        then: a.then,
        who: a.who,
        keep_up: a.keepUp,
      },
    })),
    branch('saved', (a) => a.earlySigns !== undefined, { yes: [say('saved')], no: [say('saved-without-signs')] }),
  ],
})
