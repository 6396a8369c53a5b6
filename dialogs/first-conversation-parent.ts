import { choice, choices, defineDialog, freeText, localTime, yesNo } from '../src/dialog-kit/index.ts'

/** The answers that show the bot has explained itself well. */
const UNDERSTOOD = { whatAmI: 'program', allTheTime: 'set-times', whoCanSee: 'team', inDanger: 'emergency' } as const

/**
 * A parent's or carer's first conversation (brief 2.4): the young person's order, and besides: the account is theirs
 * alone, what must be acted on, not a place for emergencies, what the child calls them, who else cares for the child, best time, reading and
 * translation, no perfect parents here. Only somebody to whom all was explained well ends with `activate`. Takes no input.
 */
export const firstConversationParent = defineDialog({
  id: 'first-conversation-parent',
  version: 2,
  onVersionChange: 'carry-on',
  audience: 'parent-carer',
  kind: 'standing',
  answers: {
    privateHere: choice('yes', 'not-private', 'not-me').required(),
    carryOnHere: choice('carry-on', 'later').required(),
    limitsClear: choice('got-it', 'another-way'),
    privacyClear: choice('got-it', 'another-way'),
    whatAmI: choice('program', 'person', 'not-sure').required(),
    allTheTime: choice('set-times', 'all-the-time', 'not-sure').required(),
    whoCanSee: choice('team', 'everyone-at-home', 'school', 'not-sure').required(),
    inDanger: choice('emergency', 'write-here', 'not-sure').required(),
    childCallsYou: freeText({ max: 40 }),
    whoElseCares: freeText({ max: 200 }),
    reading: choices('read-aloud', 'larger-words', 'plainer-words', 'another-language', 'none-needed'),
    languageNeeded: freeText({ max: 60 }),
    remindersWanted: yesNo(),
    reminderTime: localTime(),
  },
  steps: ({ say, ask, branch, again, notice, record, effect, handOver, end }) => [
    say('hello'),
    say('what-for'),
    say('no-perfect-parents'),
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
    say('your-own-account'),
    say('what-we-act-on'),
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

    ask('childCallsYou'),
    branch('called', (a) => a.childCallsYou !== undefined, { yes: [say('called-that')] }),
    ask('whoElseCares'),
    ask('reading'),
    branch('language', (a) => a.reading?.includes('another-language'), {
      yes: [ask('languageNeeded'), say('language-goes-to-practitioner')],
    }),
    ask('remindersWanted'),
    branch('reminder-time', (a) => a.remindersWanted, { yes: [ask('reminderTime')] }),
    record('about-you', (a) => ({
      recordType: 'entry',
      module: 'general',
      name: 'parent-first-conversation',
      fields: {
        child_calls_them: a.childCallsYou,
        who_else_cares: a.whoElseCares,
        reading_needs: a.reading,
        language_needed: a.languageNeeded,
        best_time: a.reminderTime,
      },
    })),
    effect('settings', (a) => ({
      type: 'settings',
      settings: {
        reminders: a.remindersWanted ? 'few' : 'off',
        reminderTime: a.reminderTime,
        textSize: a.reading?.includes('larger-words') ? 125 : 100,
        plain: a.reading?.includes('plainer-words') ?? false,
        readAloud: a.reading?.includes('read-aloud') ?? false,
        called: a.childCallsYou,
      },
    })),
    say('if-it-goes-quiet'),
    effect('activate', () => ({ type: 'activate' })),
    say('ready'),
    handOver('first-task', ['first-small-thing'], () => ({ dialog: 'first-small-thing' })),
  ],
})
