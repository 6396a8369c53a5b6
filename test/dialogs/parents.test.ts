import { asks, playJourney, records, taps, types, type Row } from './playJourney.ts'
import { Visit } from './stage.ts'

const maureen = { band: 'P5-7', plain: true } as const

const untilTheQuestions: Row[] = [
  ['hello what-for no-perfect-parents privateHere', taps('yes')],
  ['no-emergencies in-danger limitsClear', taps('got-it')],
  ['who-reads your-own-account what-we-act-on your-choice privacyClear', taps('got-it')],
]

describe('the first conversation of a parent or carer', () => {
  test('tells limits and whose account it is, checks its explaining, asks who else cares and what helps with reading', () => {
    playJourney({
      dialog: 'first-conversation-parent',
      staging: maureen,
      rows: [
        ...untilTheQuestions,
        ['four-questions whatAmI', taps('program')],
        ['allTheTime', taps('set-times')],
        ['whoCanSee', taps('everyone-at-home')],
        ['who-can-see-example whoCanSee', taps('team')],
        ['inDanger', taps('emergency')],
        ['explained whoElseCares', types('my son at weekends')],
        ['reading', taps(['larger-words', 'another-language'])],
        ['languageNeeded', types('Polish')],
        ['language-goes-to-practitioner remindersWanted', taps(true)],
        [
          'reminderTime',
          taps('10:00'),
          [
            records('parent-first-conversation', {
              who_else_cares: 'my son at weekends',
              reading_needs: ['larger-words', 'another-language'],
              language_needed: 'Polish',
              best_time: '10:00',
            }),
            {
              type: 'settings',
              settings: { reminders: 'few', reminderTime: '10:00', textSize: 125, plain: false },
            },
            { type: 'activate' },
          ],
        ],
        ['if-it-goes-quiet ready now', taps(7)],
        ['oneThing', asks('skip'), [records('first-small-thing', { stress: 7 })]],
      ],
      last: 'saved',
    })
  })

  test('waits for the practitioner when something was answered wrong twice', () => {
    const visit = new Visit(maureen).start('first-conversation-parent').tap('yes').tap('got-it').tap('got-it')
    visit.tap('program').tap('set-times').tap('team').tap('write-here').tap('write-here')
    expect(visit.said).toEqual(['together-with-practitioner'])
    expect(visit.effects).toEqual([{ type: 'notice', notice: 'teach-back-wrong-twice' }])
  })

  test("tells the parent of a teenager that neither sees the other's messages", () => {
    const visit = new Visit({ band: 'P12+' }).start('first-conversation-parent').tap('yes').tap('got-it')
    expect(visit.outputs.find(({ step }) => step === 'your-own-account')!.text).toMatch(/won't see Tyler's messages/)
  })

  test('shows nothing of the case to somebody else', () => {
    const visit = new Visit(maureen).start('first-conversation-parent').tap('not-me')
    expect(visit.outputs.map(({ text }) => text).join(' ')).not.toMatch(/Amira|Tyler|Dani/)
  })
})

describe("the first week of the parents' programme", () => {
  test('explains what is behind behaviour, turns one problem into its opposite, plans the log and a breather', () => {
    playJourney({
      dialog: 'parent-week-one',
      staging: { band: 'P5-7' },
      rows: [
        ['welcome behind-behaviour behindClear', taps('an-example')],
        ['an-example the-opposite problem', types('kicks off at bath')],
        ['opposite', types('walks to the bath with me')],
        ['howHard', taps(7)],
        ['another', taps(false)],
        ['the-log logTime', taps('19:30')],
        ['you-too selfCare', taps('A short walk')],
        ['selfCareAt', taps('2026-03-28T10:00')],
        ['confidence', taps(5)],
        ['makesItSurer', taps('fewer')],
        [
          'fewer-is-fine confidence',
          taps(7),
          [
            records(
              'week-1',
              {
                target_behaviours: [
                  { problem: 'kicks off at bath', opposite: 'walks to the bath with me', difficulty: 7 },
                ],
                log_entries_planned: 3,
                log_time: '19:30',
                self_care: 'A short walk',
                confidence: 7,
              },
              { recordType: 'plan', module: 'behaviour-support' },
            ),
            {
              type: 'remind',
              dialog: 'parent-check-in',
              at: '2026-04-01T19:30',
              input: { week: 1, target: 'walks to the bath with me', series: true },
            },
          ],
        ],
      ],
      last: 'saved',
    })
  })
})

describe('"something happened"', () => {
  test('takes before, what was seen and after in a few taps', () => {
    playJourney({
      dialog: 'abc-log',
      staging: { band: 'P8-11' },
      rows: [
        ['happened', types('threw his shoes')],
        ['before', taps('Told no or stop')],
        ['after', taps('Stayed close, quiet')],
        ['intensity', taps(6)],
        ['need', taps('stop-something')],
        [
          'addMore',
          taps(false),
          [
            records('abc', {
              date: '2026-03-26',
              behaviour: 'threw his shoes',
              before: 'Told no or stop',
              after: 'Stayed close, quiet',
              intensity: 6,
              guess_at_need: 'stop-something',
            }),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('says to stay close when the child may be hurt or scared, and never to ignore it', () => {
    const visit = new Visit({ band: 'P5-7' })
      .start('abc-log', { familyTimeTag: true })
      .type('cried')
      .tap('I was busy')
      .tap('A hug')
      .tap(8)
      .tap('hurt-or-scared')
    expect(visit.said).toEqual(['familyTime'])
    visit.tap(true)
    expect(visit.said).toEqual(['stay-close', 'addMore'])
    expect(visit.outputs[0]!.text).not.toMatch(/ignor/i)
    visit.tap(true).tap('yesterday').tap('home').type('me').tap(10).command('skip')
    expect(visit.effects).toMatchObject([
      { record: { fields: { date: '2026-03-25', minutes: 10, family_time_today: true } } },
    ])
  })
})

describe('the weekly check-in', () => {
  test('takes the week in numbers and two lines of words, and names what was noticed', () => {
    playJourney({
      dialog: 'parent-check-in',
      staging: maureen,
      input: { week: 1, target: 'shoes on first time', task: 'five notes', series: true },
      rows: [
        ['daysPractised', taps(3)],
        ['difficulty', taps(6)],
        ['opposites', taps(4)],
        ['stress', taps(7)],
        ['confidence', taps(5)],
        ['success', types('well done for shoes on first time')],
        ['stuck', asks('skip')],
        [
          'othersOnBoard',
          taps('only-me'),
          [
            {
              ...records('weekly', {
                week: 1,
                days_practised: 3,
                difficulty: 6,
                positive_opposite_count: 4,
                stress: 7,
                confidence: 5,
                success: 'well done for shoes on first time',
                other_carer_on_board: 'only-me',
              }),
              skipped: ['stuck'],
            },
            {
              type: 'remind',
              dialog: 'parent-check-in',
              at: '2026-04-02T16:10',
              input: { week: 1, cycle: 1, series: true },
            },
          ],
        ],
      ],
      last: 'you-noticed saved',
    })
  })

  test('a week without practice leads to what got in the way', () => {
    const visit = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 1 }).tap(0).tap(8).tap(9).tap(2)
    visit.command('skip').command('skip').tap('no')
    expect(visit.said).toEqual(['a-lot-on-you', 'useful-to-know', 'reason'])
    expect(visit.question.control).toMatchObject({
      options: expect.arrayContaining([{ value: 'too-big', label: 'No time, too much' }]),
    })
  })
  test('stops asking after two weeks without practice, and the practitioner hears', () => {
    const effects: unknown[] = []
    const visit = new Visit({ band: 'P8-11' }).start('parent-check-in', { week: 1, cycle: 2, series: true }).tap(0)
    while (!visit.isOver) {
      if (visit.question.step === 'reason') visit.tap('too-big')
      else visit.command('skip')
      effects.push(...visit.effects)
    }
    expect(visit.said).toEqual(['leave-it-to-the-session'])
    expect(effects).toContainEqual({ type: 'notice', notice: 'stuck' })
    expect(effects).not.toContainEqual(expect.objectContaining({ type: 'remind' }))
  })
})
