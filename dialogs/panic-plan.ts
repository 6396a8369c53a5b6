import { choice, defineDialog, freeText, yesNo } from '../src/dialog-kit/index.ts'

/**
 * A plan for panic (brief 1d), made beforehand: name it, let it rise and fall, a slow breath out if that helps (an option, not
 * a rescue), stay or return, write it down after. Shown in the moment in four short messages. Nothing in it brings panic on.
 */
export const panicPlan = defineDialog({
  id: 'panic-plan',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'panic',
  daytimeOnly: true,
  answers: {
    called: freeText({ max: 30 }),
    breath: yesNo(),
    stay: choice('stay', 'step-aside', 'leave-and-return'),
    after: choice('here', 'on-paper', 'tell-someone'),
    who: choice('home', 'school', 'friend', 'nobody-yet'),
  },
  steps: ({ say, ask, review, record }) => [
    say('rise-and-fall'),
    ask('called'),
    ask('breath'),
    ask('stay'),
    ask('after'),
    ask('who'),
    review('check'),
    record('plan', (a) => ({
      recordType: 'plan',
      module: 'panic',
      name: 'panic-plan',
      fields: { called: a.called, breath: a.breath, stay_or_return: a.stay, write_after: a.after, who_knows: a.who },
    })),
    say('saved'),
  ],
})
