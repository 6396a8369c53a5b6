import { choices, defineDialog, freeText } from '../src/dialog-kit/index.ts'

/**
 * The keeping-going plan at the end of the behaviour-support programme (brief 1e, week 6; 5.3): what to keep, early signs,
 * the first thing to do then, who helps, times that will be hard. Shown back in the parent's own words. Takes no input.
 */
export const parentKeepGoing = defineDialog({
  id: 'parent-keep-going',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  answers: {
    keep: choices('time-together', 'praise', 'instructions', 'routine', 'chart', 'calm-limits', 'meetings', 'my-break'),
    earlySigns: freeText({ max: 160 }),
    firstThing: freeText({ max: 160 }),
    whoHelps: freeText({ max: 120 }),
    hardTimes: freeText({ max: 160 }),
  },
  steps: ({ say, ask, branch, record }) => [
    say('what-you-built'),
    ask('keep'),
    ask('earlySigns'),
    ask('firstThing'),
    ask('whoHelps'),
    ask('hardTimes'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'behaviour-support',
      name: 'keep-going',
      fields: {
        keep: a.keep,
        early_signs: a.earlySigns,
        first_thing: a.firstThing,
        who_helps: a.whoHelps,
        hard_times: a.hardTimes,
      },
    })),
    branch('whole', (a) => a.keep !== undefined && a.earlySigns !== undefined && a.firstThing !== undefined, {
      yes: [say('your-plan')],
    }),
    say('saved'),
  ],
})
