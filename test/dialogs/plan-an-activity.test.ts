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
    expect(visit.tap('swap').said).toEqual(['otherActivity'])
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

describe('rules of planning (brief 1a)', () => {
  const begin = (input: object) => new Visit().start('plan-an-activity', input as Record<string, never>)

  test('keeps the area of an idea that was listed for it', () => {
    const visit = begin({ ideas: ['dance video'], areas: { 'dance video': 'me' } })
    visit.tap('dance video').tap(8).tap(2).tap('two-minutes').tap('2026-03-27T17:15').tap(2).tap(9)
    visit.command('skip').tap(false)
    expect(visit.effects).toMatchObject([
      { record: { fields: { area: 'me', activity: 'dance video' } } },
      { dialog: 'activity-check-in', input: { area: 'me' } },
    ])
  })

  test('after nothing but homework and chores asks for one for me or with people, and takes another job all the same', () => {
    const visit = begin({ ideas: ['text Mia'], areas: { 'text Mia': 'people' }, onlyJobs: true })
    expect(visit.said).toEqual(['welcome', 'oneFor'])
    expect(visit.fork().tap('people').said).toEqual(['idea'])
    expect(visit.fork().tap('me').said).toEqual(['meActivity'])
    expect(visit.tap('keep-a-job').said).toEqual(['idea'])
  })

  test('keeps what a plan was for when the activity is changed', () => {
    expect(begin({ instead: 'running', area: 'me' }).said).toEqual(['keep-what-it-was-for', 'meActivity'])
  })

  test('plans the same again without choosing and weighing it again', () => {
    const visit = begin({ again: 'a walk with Sam', area: 'people' })
    expect(visit.said).toEqual(['once-more', 'difficulty'])
    visit.tap(2).tap('ten-minutes').tap('2026-03-27T17:15').tap(5).tap(9).command('skip').tap(false)
    expect(visit.effects).toMatchObject([{ record: { fields: { activity: 'a walk with Sam', area: 'people' } } }, {}])
  })

  test('looks back at what was liked, or at somebody admired, before asking for a small thing', () => {
    const at = () => new Visit().start('plan-an-activity').tap('nothing-comes')
    expect(at().tap('used-to-like').said).toEqual(['usedToLike'])
    const visit = at().tap('look-up-to')
    expect(visit.said).toEqual(['lookUpTo'])
    expect(visit.type('my cousin helps at the food bank').said).toEqual(['activity'])
  })

  test('finds a free way, or somebody to ask, where money or a lift is needed', () => {
    const visit = begin({ again: 'swim' })
      .tap(2)
      .tap('two-minutes')
      .command('skip')
      .tap(5)
      .tap(9)
      .tap(['things-needed'])
    visit.tap(['money'])
    expect(visit.said).toEqual(['ways-round', 'wayRound'])
    expect(visit.fork().tap('ask-someone').said).toEqual(['helperWho'])
    visit.tap('free-or-at-home').type('dance video in the kitchen')
    expect(visit.effects).toMatchObject([{ record: { fields: { free_version: 'dance video in the kitchen' } } }])
  })

  test('offers only small steps while tasks are to be smaller (brief 4.8)', () => {
    const visit = new Visit()
    visit.surroundings = { ...visit.surroundings, smallerTasks: true }
    visit.start('plan-an-activity', { again: 'swim' }).tap(2)
    expect(visit.said).toEqual(['small-for-now', 'firstStepSize'])
    expect(visit.question.control).toMatchObject({
      options: [{ value: 'five-minutes' }, { value: 'two-minutes' }, { value: 'get-ready' }, { value: 'other' }],
    })
    const review = new Visit()
    review.surroundings = { ...review.surroundings, smallerTasks: true }
    review.start('activity-review', { plan: 'run-9/plan', activity: 'swim' })
    while (review.said.at(-1) !== 'next') review.command('skip')
    expect(review.question.control).toMatchObject({
      options: [{ value: 'repeat' }, { value: 'change' }, { value: 'drop' }],
    })
  })

  test('offers something else at once only where a new plan may be made', () => {
    const swaps = (mayPlan: boolean) => {
      const visit = new Visit().start('what-got-in-the-way', { task: 'swim', module: 'low-mood', mayPlan })
      const { control } = visit.tap('did-not-want').question
      return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
    }
    expect(swaps(true)).toEqual(['something-else', 'keep', 'session'])
    expect(swaps(false)).toEqual(['keep', 'session'])
  })
})
