import { addDays, choice, defineDialog, freeText, localDateTime, rating } from '../src/dialog-kit/index.ts'

/**
 * One tiny practice of living with not knowing (brief 1b, week 5): leave one small thing unchecked, and first guess what
 * will happen. A simple behavioural experiment: only with a supervisor's authorisation for this case (G4), and never
 * with anything that keeps somebody safe.
 */
export const notKnowing = defineDialog({
  id: 'not-knowing',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  countsReassuranceIn: 'worry',
  daytimeOnly: true,
  answers: {
    practice: choice('send-once', 'ask-once', 'let-someone-choose', 'look-once', 'my-own'),
    ownPractice: freeText({ max: 120 }),
    guess: freeText({ max: 200 }),
    sure: rating(0, 10),
    when: localDateTime(),
  },
  steps: ({ say, ask, branch, record, remind, end }) => [
    say('why-tiny'),
    ask('practice'),
    branch('own', (a) => a.practice, { 'my-own': [say('nothing-about-safety'), ask('ownPractice')] }),
    branch('none', (a) => a.practice === undefined || (a.practice === 'my-own' && a.ownPractice === undefined), {
      yes: [say('another-day'), end('none')],
    }),
    ask('guess'),
    ask('sure'),
    ask('when'),
    record('practice', (a) => ({
      recordType: 'plan',
      module: 'worry',
      name: 'uncertainty-practice',
      fields: {
        practice: a.practice === 'my-own' ? a.ownPractice : a.practice,
        guess: a.guess,
        belief: a.sure,
        date: a.when?.slice(0, 10),
        time: a.when?.slice(11),
      },
      refersTo: a.when,
    })),
    remind('what-happened', {
      dialog: 'not-knowing-review',
      at: (a) => (a.when === undefined ? undefined : `${addDays(a.when.slice(0, 10), 1)}T${a.when.slice(11)}`),
      input: (a, { run }) => ({ plan: `${run}/practice`, ...(a.guess === undefined ? {} : { guess: a.guess }) }),
    }),
    say('saved'),
  ],
})
