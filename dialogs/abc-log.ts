import {
  addDays,
  choice,
  defineDialog,
  freeText,
  rating,
  speaksOfFamilyTime,
  wholeNumber,
  yesNo,
  z,
} from '../src/dialog-kit/index.ts'

/**
 * "Something happened": before, what the child did, after (brief 1e, ABC entry), in a few taps with words where they help.
 * A guess that the child was hurt or scared, or that it has to do with family time, gets stay-close words and no advice to
 * ignore anything or to take anything away (S4).
 *
 * Input: `familyTimeTag`, true when patterns round family time are looked at; `words`, what was typed at the start of a visit.
 */
export const abcLog = defineDialog({
  id: 'abc-log',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  input: z.object({ familyTimeTag: z.boolean().default(false), words: z.string().max(300).optional() }),
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
    branch('typed-already', (_, { input }) => input.words !== undefined, { no: [ask('happened')] }),
    branch(
      'said-family-time',
      (a, { input }) => input.familyTimeTag && speaksOfFamilyTime(happenedIn(a, input) ?? ''),
      {
        yes: [say('after-family-time')],
        no: [ask('before')],
      },
    ),
    branch('said-it-before', (a, { input }) => input.familyTimeTag && speaksOfFamilyTime(a.before ?? ''), {
      yes: [say('after-family-time')],
    }),
    ask('after'),
    ask('intensity'),
    ask('need'),
    branch('family-time', (a, { input }) => input.familyTimeTag && !saysFamilyTime(a, input), {
      yes: [ask('familyTime'), branch('it-was', (a) => a.familyTime, { yes: [say('after-family-time')] })],
    }),
    branch(
      'comfort',
      (a, { input }) => a.need === 'hurt-or-scared' && !saysFamilyTime(a, input) && a.familyTime !== true,
      {
        yes: [say('stay-close')],
      },
    ),
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
    record('entry', (a, { input, now }) => ({
      recordType: 'entry',
      module: 'behaviour-support',
      name: 'abc',
      fields: {
        date: a.day === 'yesterday' ? addDays(now.slice(0, 10), -1) : now.slice(0, 10),
        when: a.day,
        where: a.where,
        who: a.whoWasThere,
        before: a.before,
        behaviour: happenedIn(a, input),
        after: a.after,
        minutes: a.minutes,
        intensity: a.intensity,
        guess_at_need: a.need,
        tried: a.tried,
        worked: a.worked,
        family_time_today: input.familyTimeTag && saysFamilyTime(a, input) ? true : a.familyTime,
      },
    })),
    say('saved'),
  ],
})

interface Answers {
  readonly happened?: string
  readonly before?: string
}

interface Given {
  readonly words?: string | undefined
}

const happenedIn = (a: Answers, { words }: Given): string | undefined => a.happened ?? words

const saysFamilyTime = (a: Answers, input: Given): boolean =>
  speaksOfFamilyTime(happenedIn(a, input) ?? '') || speaksOfFamilyTime(a.before ?? '')
