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
