import { choice, defineDialog, localTime, yesNo } from '../src/dialog-kit/index.ts'

/** The answers that show the bot has explained itself well. */
const UNDERSTOOD = {
  whatAmI: 'program',
  allTheTime: 'set-times',
  whoCanSee: 'team',
  inDanger: 'emergency-or-adult',
} as const

/** Text sizes in per cent. */
const TEXT_SIZE = { usual: 100, larger: 125, largest: 150 } as const

/**
 * A young person's first conversation (brief 2.3): who speaks, what it cannot do, who reads, what stays private, four
 * questions that check the explaining and not the person, and how they like things. Only somebody who has been told all
 * of it well ends with `activate`; a wrong answer after a second example leaves that to the practitioner.
 * The PIN is set on the page, before this begins. Takes no input.
 */
export const firstConversation = defineDialog({
  id: 'first-conversation',
  version: 1,
  onVersionChange: 'carry-on',
  audience: 'young-person',
  kind: 'standing',
  answers: {
    privateHere: choice('yes', 'not-private', 'not-me').required(),
    carryOnHere: choice('carry-on', 'later').required(),
    limitsClear: choice('got-it', 'another-way'),
    privacyClear: choice('got-it', 'another-way'),
    whatAmI: choice('program', 'person', 'not-sure').required(),
    allTheTime: choice('set-times', 'all-the-time', 'not-sure').required(),
    whoCanSee: choice('team', 'school', 'nobody', 'not-sure').required(),
    inDanger: choice('emergency-or-adult', 'wait-here', 'not-sure').required(),
    setUp: choice('choose', 'usual'),
    reminders: choice('few', 'plans-only', 'none'),
    reminderTime: localTime(),
    textSize: choice('usual', 'larger', 'largest'),
    plainMode: yesNo(),
  },
  steps: ({ say, ask, branch, again, notice, effect, handOver, end }) => [
    say('hello'),
    say('what-for'),
    ask('privateHere'),
    branch('who-is-here', (a) => a.privateHere, {
      'not-private': [
        ask('carryOnHere'),
        branch('now-or-later', (a) => a.carryOnHere, { later: [say('come-back-later'), end('left-for-later')] }),
      ],
      'not-me': [notice('somebody-else', () => 'not-the-right-person'), say('not-me'), end('closed-for-somebody-else')],
    }),
    say('no-emergencies'),
    say('in-danger'),
    ask('limitsClear'),
    branch('limits', (a) => a.limitsClear, { 'another-way': [say('limits-another-way')] }),
    say('who-reads'),
    say('what-stays-private'),
    say('your-choice'),
    ask('privacyClear'),
    branch('privacy', (a) => a.privacyClear, { 'another-way': [say('privacy-another-way')] }),

    say('four-questions'),
    ask('whatAmI'),
    again('what-am-i', (a) => a.whatAmI !== UNDERSTOOD.whatAmI, { atMost: 1 }, [
      say('what-am-i-example'),
      ask('whatAmI'),
    ]),
    ask('allTheTime'),
    again('all-the-time', (a) => a.allTheTime !== UNDERSTOOD.allTheTime, { atMost: 1 }, [
      say('all-the-time-example'),
      ask('allTheTime'),
    ]),
    ask('whoCanSee'),
    again('who-can-see', (a) => a.whoCanSee !== UNDERSTOOD.whoCanSee, { atMost: 1 }, [
      say('who-can-see-example'),
      ask('whoCanSee'),
    ]),
    ask('inDanger'),
    again('danger', (a) => a.inDanger !== UNDERSTOOD.inDanger, { atMost: 1 }, [say('danger-example'), ask('inDanger')]),
    branch(
      'explained-well',
      (a) => (Object.keys(UNDERSTOOD) as (keyof typeof UNDERSTOOD)[]).every((q) => a[q] === UNDERSTOOD[q]),
      {
        no: [
          notice('not-explained-yet', () => 'teach-back-wrong-twice'),
          say('together-with-practitioner'),
          end('waits-for-practitioner'),
        ],
      },
    ),
    say('explained'),

    ask('setUp'),
    branch('settings-now', (a) => a.setUp, {
      choose: [
        ask('reminders'),
        branch('reminder-time', (a) => a.reminders, { few: [ask('reminderTime')], 'plans-only': [] }),
        ask('textSize'),
        ask('plainMode'),
      ],
    }),
    effect('settings', (a) => ({
      type: 'settings',
      settings: {
        reminders: a.reminders === 'none' ? 'off' : a.reminders === 'few' ? 'on' : 'few',
        reminderTime: a.reminderTime,
        textSize: TEXT_SIZE[a.textSize ?? 'usual'],
        plain: a.plainMode ?? false,
      },
    })),
    say('if-it-goes-quiet'),
    effect('activate', () => ({ type: 'activate' })),
    say('ready'),
    handOver('first-task', ['first-small-thing'], () => ({ dialog: 'first-small-thing' })),
  ],
})
