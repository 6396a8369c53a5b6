import { playJourney, taps, asks, type Row } from './playJourney.ts'
import { Visit } from './stage.ts'

const untilTheQuestions: Row[] = [
  ['hello what-for privateHere', taps('yes')],
  ['no-emergencies in-danger limitsClear', taps('got-it')],
  ['who-reads what-stays-private your-choice privacyClear', taps('got-it')],
]

describe('the first conversation of a young person', () => {
  test('tells who speaks, the limits and who reads, checks its own explaining, activates and ends with something done', () => {
    playJourney({
      dialog: 'first-conversation',
      rows: [
        ...untilTheQuestions,
        ['four-questions whatAmI', taps('program')],
        ['allTheTime', taps('set-times')],
        ['whoCanSee', taps('team')],
        ['inDanger', taps('emergency-or-adult')],
        ['explained setUp', taps('choose')],
        ['reminders', taps('few')],
        ['reminderTime', taps('17:00')],
        ['textSize', taps('larger')],
        [
          'plainMode',
          taps('no'),
          [
            {
              type: 'settings',
              settings: { reminders: 'on', reminderTime: '17:00', textSize: 125, plain: false },
            },
            { type: 'activate' },
          ],
        ],
        ['if-it-goes-quiet ready now', taps(4)],
        [
          'oneThing',
          taps('Seeing a friend'),
          [
            {
              type: 'record',
              record: { recordType: 'entry', name: 'first-small-thing', fields: { mood: 4, liked: 'Seeing a friend' } },
            },
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('keeps the usual settings when nothing is chosen', () => {
    playJourney({
      dialog: 'first-conversation',
      rows: [
        ...untilTheQuestions,
        ['four-questions whatAmI', taps('program')],
        ['allTheTime', taps('set-times')],
        ['whoCanSee', taps('team')],
        ['inDanger', taps('emergency-or-adult')],
        [
          'explained setUp',
          taps('usual'),
          [{ type: 'settings', settings: { reminders: 'few', textSize: 100, plain: false } }, { type: 'activate' }],
        ],
        ['if-it-goes-quiet ready now', asks('skip')],
        ['oneThing', asks('skip'), [{ type: 'record', skipped: ['now', 'oneThing'] }]],
      ],
      last: 'that-is-fine',
    })
  })

  test('explains again with another example after a wrong answer, and activates when it is then understood', () => {
    playJourney({
      dialog: 'first-conversation',
      rows: [
        ...untilTheQuestions,
        ['four-questions whatAmI', taps('person')],
        ['what-am-i-example whatAmI', taps('program')],
        ['allTheTime', taps('not-sure')],
        ['all-the-time-example allTheTime', taps('set-times')],
        ['whoCanSee', taps('nobody')],
        ['who-can-see-example whoCanSee', taps('team')],
        ['inDanger', taps('wait-here')],
        ['danger-example inDanger', taps('emergency-or-adult')],
        ['explained setUp', taps('usual'), [{ type: 'settings' }, { type: 'activate' }]],
        ['if-it-goes-quiet ready now', asks('skip')],
        ['oneThing', asks('skip'), [{ type: 'record' }]],
      ],
      last: 'that-is-fine',
    })
  })

  test.each([
    ['whatAmI', 0],
    ['allTheTime', 1],
    ['whoCanSee', 2],
    ['inDanger', 3],
  ])('waits for the practitioner, without activating, when %s was answered wrong twice', (_question, index) => {
    const right = ['program', 'set-times', 'team', 'emergency-or-adult']
    const visit = new Visit().start('first-conversation').tap('yes').tap('got-it').tap('got-it')
    const effects = []
    for (const [at, answer] of right.entries()) {
      visit.tap(at === index ? 'not-sure' : answer)
      if (at === index) visit.tap('not-sure')
      effects.push(...visit.effects)
    }
    expect(visit.said).toEqual(['together-with-practitioner'])
    expect(effects).toEqual([{ type: 'notice', notice: 'teach-back-wrong-twice' }])
    expect(visit.isOver).toBe(true)
  })

  test('closes without a detail of the case when it is somebody else', () => {
    const visit = new Visit().start('first-conversation').tap('not-me')
    expect(visit.said).toEqual(['not-me'])
    expect(visit.effects).toEqual([{ type: 'notice', notice: 'not-the-right-person' }])
    expect(visit.isOver).toBe(true)
    expect(visit.outputs.map((output) => output.text).join(' ')).not.toMatch(/Amira|Dani/)
  })

  test('can be left for later when it is not private, and goes on when that is chosen', () => {
    expect(new Visit().start('first-conversation').tap('not-private').tap('later').said).toEqual(['come-back-later'])
    expect(new Visit().start('first-conversation').tap('not-private').tap('carry-on').said).toEqual([
      'no-emergencies',
      'in-danger',
      'limitsClear',
    ])
  })

  test('says each limit another way when asked', () => {
    const visit = new Visit().start('first-conversation').tap('yes').tap('another-way')
    expect(visit.said).toEqual(['limits-another-way', 'who-reads', 'what-stays-private', 'your-choice', 'privacyClear'])
    expect(visit.tap('another-way').said).toEqual(['privacy-another-way', 'four-questions', 'whatAmI'])
  })

  test('does not offer to skip the four questions', () => {
    const visit = new Visit().start('first-conversation').tap('yes').tap('got-it').tap('got-it')
    expect(visit.question.navigation).not.toContain('skip')
  })
})
