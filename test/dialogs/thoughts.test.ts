import { playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

const upTo = (thought: string) =>
  new Visit().start('thought-catch').type('sent a text').tap('worried').tap(6).type(thought)

describe('catching a thought (brief 1d)', () => {
  test('the fields in their order, six answers', () => {
    playJourney({
      dialog: 'thought-catch',
      rows: [
        ['situation', types('Mia walked past me')],
        ['feeling', taps('sad')],
        ['strength', taps(6)],
        ['thought', types('she hates me')],
        ['about', taps('no')],
        [
          'belief',
          taps(8),
          [
            records('thought', {
              situation: 'Mia walked past me',
              feeling: 'sad',
              strength: 6,
              thought: 'she hates me',
              belief: 8,
              status: 'caught',
            }),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test.each([8, 10])('a feeling of %d is settled first, and there is no thought to check', (strength) => {
    const visit = new Visit().start('thought-catch').type('a row').tap('cross').tap(strength)
    expect(visit.said).toEqual(['settle-first', 'settle'])
    visit.tap('sounds')
    expect(visit.effects).toMatchObject([records('settled-first', { strength })])
    expect(visit.said).toEqual(['sounds'])
    expect(visit.isOver).toBe(true)
  })

  test('a judgement of the whole self is met with warmth and taken to the session, never weighed', () => {
    const visit = upTo('im worthless')
    expect(visit.said).toEqual(['validate', 'take-to-session'])
    expect(visit.effects).toMatchObject([
      records('thought', { status: 'take-to-session', take_to_session: true }),
      { type: 'notice', notice: 'scope-flag' },
    ])
    expect(visit.isOver).toBe(true)
  })

  test.each(['from-people', 'other', 'not-sure'])(
    'what truly happened (%s) gets support, once it is known that nobody is unsafe',
    (about) => {
      const visit = upTo('they called me names').tap(about)
      expect(visit.said).toEqual(['safe'])
      visit.tap('no')
      expect(visit.said).toEqual(['real-and-hard', 'support'])
      visit.tap('school')
      expect(visit.effects).toMatchObject([records('thought', { status: 'support', support: 'school', about })])
    },
  )

  test('a loss gets support at once', () => {
    expect(upTo('i miss nan').tap('loss').said).toEqual(['real-and-hard', 'support'])
  })

  test.each([
    ['yes', 'T2'],
    ['not-sure', 'T1'],
  ])('somebody hurting or scaring them (%s) is raised as %s, and no line follows', (answer, tier) => {
    const visit = upTo('they will get me again').tap('from-people').tap(answer)
    expect(visit.effects).toMatchObject([
      records('thought', { status: 'told-somebody' }),
      { type: 'raise', lane: 'safeguarding', tier },
    ])
    expect(visit.outputs).toEqual([])
  })

  test('rests at night', () => {
    expect(new Visit().surroundings.dialogs.get('thought-catch')!.daytimeOnly).toBe(true)
    expect(new Visit().surroundings.dialogs.get('thought-check')!.daytimeOnly).toBe(true)
  })
})

describe('checking a thought (brief 1d)', () => {
  const start = (band: 'Y11-13' | 'Y16-18' = 'Y16-18') =>
    new Visit({ band }).start('thought-check', { thought: 'run-9/caught', text: 'she hates me', belief: 8, strength: 6 }) // prettier-ignore

  test('the fields in their order; both numbers are shown when it moved', () => {
    const visit = start()
    expect(visit.said).toEqual(['the-thought', 'factsFor'])
    visit.type('she walked past')
    expect(visit.said).toEqual(['factsAgainst'])
    visit.type('she waved on monday')
    expect(visit.said).toEqual(['friend'])
    visit.type('ask her')
    expect(visit.said).toEqual(['fairer'])
    visit.type('i dont know why she walked past')
    expect(visit.said).toEqual(['beliefNow'])
    visit.tap(4)
    expect(visit.said).toEqual(['strengthNow'])
    visit.tap(3)
    expect(visit.said).toEqual(['nextAction'])
    visit.type('text her')
    expect(visit.effects).toMatchObject([
      records(
        'thought-check',
        { belief_before: 8, belief_after: 4, strength_before: 6, strength_after: 3, next_action: 'text her' },
        { about: 'run-9/caught' },
      ),
    ])
    expect(visit.said).toEqual(['moved'])
    expect(visit.outputs[0]!.text).toMatch(/8.*4/)
  })

  test('one fact for it is needed', () => {
    expect(start().question.navigation).not.toContain('skip')
  })

  test.each([8, 9])('a belief of %d after 8 is no fault: it goes to the session', (now) => {
    const visit = start().type('a').type('b').command('skip').type('c').tap(now).tap(6).command('skip')
    expect(visit.said).toEqual(['did-not-move'])
    expect(visit.effects).toMatchObject([records('thought-check', { take_to_session: true })])
    expect(visit.outputs[0]!.text).not.toMatch(/positive|wrong|try harder/i)
  })

  test('where no fairer thought comes, none is pressed for', () => {
    const visit = start().type('a').type('b').command('skip').command('skip')
    expect(visit.said).toEqual(['take-to-session'])
    expect(visit.effects).toMatchObject([records('thought-check', { take_to_session: true }, { about: 'run-9/caught' })]) // prettier-ignore
  })

  test('from 11 to 13 a thought detective has three steps', () => {
    const visit = start('Y11-13')
    const asked = [visit.said.at(-1)]
    asked.push(visit.type('she walked past').said.at(-1), visit.type('she waved').said.at(-1))
    asked.push(visit.type('maybe she didnt see me').said.at(-1))
    expect(asked).toEqual(['factsFor', 'factsAgainst', 'fairer', 'strengthNow'])
    expect(visit.tap(3).said).toEqual(['moved'])
    expect(visit.outputs[0]!.text).toMatch(/6.*3/)
  })
})
