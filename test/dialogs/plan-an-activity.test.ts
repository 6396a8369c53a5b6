import { asks, playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

describe('planning an activity', () => {
  test("goes from an idea of one's own to a small step with a day, and asks afterwards how it was", () => {
    playJourney({
      dialog: 'plan-an-activity',
      rows: [
        ['welcome start', taps('have-one')],
        ['activity', types('ten minute dance video')],
        ['matters', taps(8)],
        ['difficulty', taps(3)],
        ['firstStepSize', taps('five-minutes')],
        ['when', taps('2026-03-27T17:15')],
        ['expectedEnjoyment', taps(2)],
        ['confidence', taps(8)],
        ['extras', asks('skip')],
        [
          'reminder',
          taps('yes'),
          [
            records(
              'activity-plan',
              {
                activity: 'ten minute dance video',
                matters: 8,
                difficulty: 3,
                first_step: 'five-minutes',
                date: '2026-03-27',
                time: '17:15',
                expected_enjoyment: 2,
                confidence: 8,
                reminder: true,
              },
              { recordType: 'plan', module: 'low-mood', refersTo: '2026-03-27T17:15' },
            ),
            {
              type: 'remind',
              dialog: 'plan-reminder',
              at: '2026-03-27T16:45',
              input: { activity: 'ten minute dance video' },
            },
            {
              type: 'remind',
              dialog: 'activity-check-in',
              at: '2026-03-28T17:15',
              input: { plan: 'run-0/plan', activity: 'ten minute dance video', expectedEnjoyment: 2 },
            },
          ],
        ],
      ],
      last: 'saved-for-a-day',
      saved: {
        start: 'have-one',
        activity: 'ten minute dance video',
        matters: 8,
        difficulty: 3,
        firstStepSize: 'five-minutes',
        when: '2026-03-27T17:15',
        expectedEnjoyment: 2,
        confidence: 8,
        extras: '(skipped)',
        reminder: true,
      },
    })
  })

  test('shrinks what is hard, and what is not sure, and keeps the latest numbers', () => {
    playJourney({
      dialog: 'plan-an-activity',
      rows: [
        ['welcome start', taps('have-one')],
        ['activity', types('dance video')],
        ['matters', taps(8)],
        ['difficulty', taps(5)],
        ['firstStepSize', taps('ten-minutes')],
        ['stepDifficulty', taps(5)],
        ['smaller-is-fine firstStepSize', taps('other')],
        ['firstStep', types('one song')],
        ['stepDifficulty', taps(3)],
        ['when', taps('2026-03-27T17:15')],
        ['expectedEnjoyment', asks('not-sure')],
        ['confidence', taps(6)],
        ['makesItSurer', taps('get-ready')],
        ['thingsNeeded', types('phone on charge')],
        ['confidence', taps(7)],
        ['extras', taps(['a-helper', 'if-then'])],
        ['helperWho', taps('family')],
        ['helperDoes', taps('remind-once')],
        ['helperAsked', taps('message')],
        ['words-to-send if', types('tired')],
        ['then', types('one song sitting down')],
        ['another', taps(false)],
        [
          'reminder',
          taps(false),
          [
            records('activity-plan', {
              difficulty: 3,
              first_step: 'one song',
              confidence: 7,
              things_needed: 'phone on charge',
              surer_by: 'get-ready',
              supporter: { who: 'family', what: 'remind-once', how_asked: 'message' },
              barriers: [{ if: 'tired', then: 'one song sitting down' }],
              reminder: false,
            }),
            { type: 'remind', dialog: 'activity-check-in' },
          ],
        ],
      ],
      last: 'saved-for-a-day',
    })
  })

  test('offers only smaller steps than the one that was too big', () => {
    const visit = new Visit()
      .start('plan-an-activity')
      .tap('have-one')
      .type('swim')
      .tap(8)
      .tap(6)
      .tap('five-minutes')
      .tap(6)
    expect(visit.question.control).toMatchObject({
      options: [{ value: 'two-minutes' }, { value: 'get-ready' }, { value: 'other' }],
    })
  })

  test('asks again how sure at most twice, then lets it be a try-out', () => {
    const visit = new Visit()
      .start('plan-an-activity')
      .tap('have-one')
      .type('swim')
      .tap(8)
      .tap(2)
      .tap('two-minutes')
      .tap('2026-03-27T17:15')
      .tap(5)
    visit.tap(3).tap('company').tap('friend').tap(4).tap('another-time').tap('2026-03-28T11:00')
    expect(visit.said).toEqual(['confidence'])
    expect(visit.tap(5).said).toEqual(['unsure-is-fine', 'extras'])
  })

  test('asks once whether to swap what matters more to somebody else', () => {
    const visit = new Visit().start('plan-an-activity').tap('have-one').type('tidy the shed').tap(2)
    expect(visit.said).toEqual(['keepOrSwap'])
    expect(visit.tap('swap').said).toEqual(['activity'])
    visit.type('draw').tap(3)
    expect(visit.said).toEqual(['difficulty'])
    expect(visit.question.text).toContain('draw')
  })

  test('asks of a rest, without judging, where it leads', () => {
    expect(new Visit().start('plan-an-activity').tap('have-one').type('a proper rest').tap(7).said).toEqual([
      'restTowards',
    ])
  })

  test("shows the person's own ideas first and takes one with a tap", () => {
    const visit = new Visit().start('plan-an-activity', {
      ideas: ['bake with Nan', 'one song on guitar', 'netball', 'a fourth'],
    })
    expect(visit.question.control).toMatchObject({
      options: [
        { label: 'bake with Nan' },
        { label: 'one song on guitar' },
        { label: 'netball' },
        { label: 'Something of my own' },
        { label: 'Show me some ideas' },
      ],
    })
    expect(visit.tap('netball').said).toEqual(['matters'])
  })

  test('looks back when nothing comes to mind, and takes "no idea" to the session', () => {
    const visit = new Visit().start('plan-an-activity').tap('nothing-comes')
    expect(visit.said).toEqual(['nothing-comes-is-common', 'lookBack'])
    visit.tap('look-at-cards').tap('people')
    expect(visit.question.control).toMatchObject({
      kind: 'text',
      suggestions: expect.arrayContaining(['Time with a pet']),
    })
    visit.command('skip')
    expect(visit.said).toEqual(['activity'])
    expect(visit.command('skip').said).toEqual(['take-it-to-the-session'])
    expect(visit.effects).toEqual([])
  })

  test('saves a plan without a day, and then sets no reminder', () => {
    const visit = new Visit()
      .start('plan-an-activity')
      .tap('have-one')
      .type('draw')
      .tap(8)
      .tap(2)
      .tap('two-minutes')
      .command('skip')
      .tap(5)
      .tap(9)
    visit.command('skip')
    expect(visit.effects.map(({ type }) => type)).toEqual(['record'])
    expect(visit.said).toEqual(['saved-without-a-day'])
  })

  test('amends the same entry when an answer is changed before it is saved', () => {
    const visit = new Visit().start('plan-an-activity').tap('have-one').type('draw').tap(8).tap(2)
    visit.command('change', 'matters').tap(9)
    expect(visit.said).toEqual(['firstStepSize'])
  })
})
