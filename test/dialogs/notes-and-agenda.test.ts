import { playJourney, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

describe('leaving a note', () => {
  test('says when it is read, keeps the words for the practitioner, and says so once they are kept', () => {
    const visit = playJourney({
      dialog: 'leave-a-note',
      rows: [
        [
          'when-it-is-read note',
          types('can we talk about school'),
          [{ type: 'note', text: 'can we talk about school', purpose: 'for-practitioner' }],
        ],
      ],
      last: 'saved',
    })
    expect(visit.outputs[0]!.text).toContain('Friday 9:30')
  })

  test('names no person as there now', () => {
    for (const seed of [0, 1, 2]) {
      const texts = new Visit({ seed })
        .start('leave-a-note')
        .outputs.map(({ text }) => text)
        .join(' ')
      expect(texts).toContain('Help now')
      expect(texts).not.toMatch(/right away|at once|soon/i)
    }
  })

  test('keeps nothing when nothing is written', () => {
    const visit = new Visit().start('leave-a-note').command('skip')
    expect(visit.effects).toEqual([])
    expect(visit.said).toEqual(['nothing-written'])
  })
})

describe('the agenda', () => {
  test.each(['Y14-15', 'P8-11'] as const)('takes words or one of three chips (%s)', (band) => {
    const visit = new Visit({ band }).start('agenda')
    const { control } = visit.question
    const chips = control.kind === 'text' ? (control.suggestions ?? []) : []
    expect(chips).toHaveLength(3)
    expect(visit.fork().tap(chips[1]!).effects).toEqual([{ type: 'note', text: chips[1], purpose: 'agenda' }])
    playJourney({
      dialog: 'agenda',
      staging: { band },
      rows: [['topic', types('school mornings'), [{ type: 'note', text: 'school mornings', purpose: 'agenda' }]]],
      last: 'saved',
    })
  })

  test('may stay empty', () => {
    expect(new Visit().start('agenda').command('skip').said).toEqual(['nothing-is-fine'])
  })
})

describe('the first small thing', () => {
  test.each([
    ['Y16-18', { mood: 4, liked: 'chips' }],
    ['P5-7', { stress: 4, went_well: 'chips' }],
  ] as const)('leaves one entry (%s)', (band, fields) => {
    playJourney({
      dialog: 'first-small-thing',
      staging: { band },
      rows: [
        ['now', taps(4)],
        ['oneThing', types('chips'), [{ type: 'record', record: { name: 'first-small-thing', fields } }]],
      ],
      last: 'saved',
    })
  })
})
