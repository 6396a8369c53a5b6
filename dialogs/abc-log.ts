import { addDays, choice, defineDialog, freeText, rating, wholeNumber, yesNo, z } from '../src/dialog-kit/index.ts'

/**
 * "Something happened": before, what the child did, after (brief 1e, ABC entry), in a few taps with words where they help.
 * A guess that the child was hurt or scared gets stay-close words and no advice to ignore anything.
 *
 * Input: `familyTimeTag`, true when the practitioner wants patterns round family time looked at.
 */
export const abcLog = defineDialog({
  id: 'abc-log',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ familyTimeTag: z.boolean().default(false) }),
  answers: {
    happened: freeText({ max: 300 }),
    before: freeText({ max: 200 }),
    after: freeText({ max: 200 }),
    intensity: rating(0, 10),
    need: choice('attention', 'stop-something', 'get-something', 'sensory-or-tired', 'hurt-or-scared'),
    addMore: yesNo(),
    day: choice('just-now', 'earlier-today', 'yesterday'),
    where: choice('home', 'school', 'out', 'someone-elses'),
    whoWasThere: freeText({ max: 120 }),
    minutes: wholeNumber(0, 240),
    tried: freeText({ max: 200 }),
    worked: choice('yes', 'a-bit', 'no'),
    familyTime: yesNo(),
  },
  steps: ({ say, ask, branch, record }) => [
    ask('happened'),
    ask('before'),
    ask('after'),
    ask('intensity'),
    ask('need'),
    branch('family-time', (_, { input }) => input.familyTimeTag, { yes: [ask('familyTime')] }),
    branch('comfort', (a) => a.need, { 'hurt-or-scared': [say('stay-close')] }),
    ask('addMore'),
    branch('more', (a) => a.addMore, {
      yes: [
        ask('day'),
        ask('where'),
        ask('whoWasThere'),
        ask('minutes'),
        ask('tried'),
        branch('did-it-work', (a) => a.tried !== undefined, { yes: [ask('worked')] }),
      ],
    }),
    record('entry', (a, { now }) => ({
      recordType: 'entry',
      module: 'behaviour-support',
      name: 'abc',
      fields: {
        date: a.day === 'yesterday' ? addDays(now.slice(0, 10), -1) : now.slice(0, 10),
        when: a.day,
        where: a.where,
        who: a.whoWasThere,
        before: a.before,
        behaviour: a.happened,
        after: a.after,
        minutes: a.minutes,
        intensity: a.intensity,
        guess_at_need: a.need,
        tried: a.tried,
        worked: a.worked,
        family_time_today: a.familyTime,
      },
    })),
    say('saved'),
  ],
})
