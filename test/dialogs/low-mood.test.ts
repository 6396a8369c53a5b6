import { playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

describe('the cycle of low mood (brief 1a, week 1)', () => {
  test("is filled in with the person's own example, shown back in their words, and ends at the doing", () => {
    const visit = playJourney({
      dialog: 'low-mood-cycle',
      rows: [
        ['four-boxes moodLike', types('flat and heavy')],
        ['stopDoing', taps(['people', 'other'])],
        ['ownStop', types('answering messages')],
        ['missOutOn', taps(['closeness'])],
        [
          'effect',
          taps('drops'),
          [
            records(
              'low-mood-cycle',
              {
                mood_like: 'flat and heavy',
                stop_doing: ['people', 'other'],
                stop_doing_words: 'answering messages',
                miss_out_on: ['closeness'],
                effect: 'drops',
              },
              { recordType: 'entry', module: 'low-mood' },
            ),
          ],
        ],
      ],
      last: 'your-boxes-own-words break-in-at-doing',
    })
    const [shown] = visit.outputs
    for (const words of ['flat and heavy', 'answering messages', 'Feeling close to people', 'It drops more'])
      expect(shown!.text).toContain(words)
  })

  test('shows no box that is empty, and leaves nothing when nothing was said', () => {
    const some = new Visit().start('low-mood-cycle').type('cross').command('skip')
    expect(some.said).toEqual(['some-boxes', 'break-in-at-doing'])
    const none = new Visit().start('low-mood-cycle').command('skip').command('skip')
    expect(none.said).toEqual(['no-boxes-yet'])
    expect(none.effects).toEqual([])
  })
})

describe('looking at the log (brief 1a, week 2)', () => {
  const PEOPLE = { about: 'people', label: '', higher: { mean: 5.7, n: 3 }, lower: { mean: 2.4, n: 5 } }

  test('asks and stores what somebody notices before any pattern is shown, with counts and without "made you"', () => {
    const visit = playJourney({
      dialog: 'look-at-log',
      input: { logged: 9, enough: true, contrasts: [PEOPLE] },
      rows: [
        [
          'your-log noticed',
          types('better when im with people i spose'),
          [records('log-look', { noticed: 'better when im with people i spose', logged: 9 })],
        ],
        [
          'your-words-are-kept more-with-people fits',
          taps('fits'),
          [records('log-pattern', { shown: [PEOPLE], fits: 'fits' }, { about: 'run-0/look' })],
        ],
      ],
      last: 'it-fits',
    })
    expect(visit.isOver).toBe(true)
    const shown = new Visit().start('look-at-log', { logged: 9, enough: true, contrasts: [PEOPLE] }).command('skip')
    expect(shown.outputs[0]!.text).toMatch(/5\.7.*3.*2\.4.*5|tended to go with/)
    expect(shown.outputs[0]!.text).toContain('tended to go with')
    expect(shown.outputs[0]!.text).not.toMatch(/made you|worst|because/)
  })

  test.each([
    ['says that there is none', { logged: 8, enough: true }, 'no-pattern'],
    ['shows nothing before six', { logged: 5, enough: false, still: 1 }, 'not-enough-yet'],
  ])('%s', (_, input, said) => {
    expect(new Visit().start('look-at-log', input).type('nothing yet').said).toEqual(['your-words-are-kept', said])
  })
})

describe('a card about what matters (brief 1a, weeks 2 and 3)', () => {
  test('takes importance, what is there now and a line, and shows the gap without calling it anything', () => {
    playJourney({
      dialog: 'value-card',
      rows: [
        ['one-card-a-day area', taps('me')],
        ['card', taps('fun')],
        ['importance', taps(8)],
        ['now', taps(1)],
        [
          'line',
          types('someone who turns up'),
          [
            records('value-card', {
              area: 'me',
              sub_area: 'fun',
              importance: 8,
              in_my_life_now: 1,
              value_line: 'someone who turns up',
            }),
          ],
        ],
      ],
      last: 'there-is-a-gap',
    })
  })

  test("asks once how much it matters to them when the line is somebody else's, and keeps the line", () => {
    const visit = new Visit()
      .start('value-card')
      .tap('things')
      .tap('school-work')
      .tap(5)
      .tap(4)
      .type('mum wants me to do well')
    expect(visit.said).toEqual(['mattersToMe'])
    expect(visit.tap(3).effects).toMatchObject([
      { record: { fields: { value_line: 'mum wants me to do well', matters_to_me: 3 } } },
    ])
    expect(visit.said).toEqual(['there-is-enough'])
  })

  test('has a picture for each card at 11 to 13, and none in plain mode', () => {
    const labels = (staging: { band: 'Y11-13' | 'Y14-15'; plain?: boolean }) => {
      const { control } = new Visit(staging).start('value-card').tap('me').question
      return control.kind === 'choices' ? control.options.map(({ label }) => label).join(' ') : ''
    }
    expect(labels({ band: 'Y11-13' })).toMatch(/\p{Emoji_Presentation}/u)
    expect(labels({ band: 'Y11-13', plain: true })).not.toMatch(/\p{Emoji_Presentation}/u)
    expect(labels({ band: 'Y14-15' })).not.toMatch(/\p{Emoji_Presentation}/u)
  })
})

describe('from what matters to things to do (brief 1a, week 3)', () => {
  test('lists up to five things in own words under the card that was chosen', () => {
    const visit = new Visit().start('valued-activities', {
      cards: [{ card: 'friends' }, { card: 'fun', line: 'someone who turns up' }],
    })
    visit.tap('fun')
    expect(visit.said).toEqual(['your-line', 'meIdea'])
    expect(visit.outputs[0]!.text).toContain('someone who turns up')
    visit.type('dance video').tap(true).type('learn a step').tap(true).type('watch a dance film').tap(false)
    expect(visit.effects).toMatchObject([
      {
        record: {
          name: 'valued-activities',
          fields: { area: 'me', sub_area: 'fun', activities: ['dance video', 'learn a step', 'watch a dance film'] },
        },
      },
    ])
    expect(visit.said).toEqual(['ideas-are-saved'])
  })
})

describe('keeping going (brief 1a, weeks 5 and 6)', () => {
  test('looks at the week as it was', () => {
    const visit = new Visit().start('week-look').tap(3).tap(['people']).tap('tired').type('it was a hard one')
    visit.type('netball on saturday')
    expect(visit.effects).toMatchObject([
      { record: { name: 'week-look', fields: { mood_week: 3, helped: ['people'], next_week: 'netball on saturday' } } },
    ])
    expect(visit.outputs[0]!.text).toContain('netball on saturday')
  })

  test('begins the plan with what went with a higher mood in their own log, and is looked over before it is saved', () => {
    const visit = new Visit().start('keep-going', { helped: ['netball', 'dance video'] })
    expect(visit.question.control).toMatchObject({
      options: [{ label: 'netball' }, { label: 'dance video' }, { label: 'Something else' }],
    })
    visit.tap('netball').type('i stop answering').type('one small plan').tap('home').type('netball')
    expect(visit.question.control.kind).toBe('review')
    visit.tap('send')
    expect(visit.effects).toMatchObject([
      {
        record: {
          name: 'keep-going-plan',
          fields: { helped_most: 'netball', early_signs: 'i stop answering', keep_up: 'netball' },
        },
      },
    ])
  })
})
