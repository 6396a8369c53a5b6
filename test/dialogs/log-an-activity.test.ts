import { playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

describe('logging an activity', () => {
  test('takes one moment in four answers and replies without advice', () => {
    playJourney({
      dialog: 'log-an-activity',
      input: { rating: 'enjoyment' },
      rows: [
        ['doing', types('scrolling in bed')],
        ['with', taps('alone')],
        ['mood', taps(2)],
        [
          'enjoyment',
          taps(3),
          [
            records(
              'activity-log',
              {
                date: '2026-03-26',
                slot: 'afternoon',
                activity: 'scrolling in bed',
                with: 'alone',
                mood: 2,
                enjoyment: 3,
                log_mode: 'quick',
                backfilled: false,
              },
              { recordType: 'entry', module: 'low-mood' },
            ),
          ],
        ],
        ['addMore', taps(false)],
      ],
      last: 'saved',
    })
  })

  test('goes on to other moments of the day when wanted, each an entry of its own', () => {
    const visit = new Visit()
      .start('log-an-activity', { rating: 'closeness' })
      .type('netball')
      .tap('friends')
      .tap(6)
      .tap(8)
    const first = visit.effects[0]
    visit.tap(true).tap('morning').tap('Nothing much').tap('alone').tap(3).tap(1)
    expect(visit.effects).toMatchObject([
      { type: 'record', record: { fields: { slot: 'morning', activity: 'Nothing much', mood: 3, closeness: 1 } } },
    ])
    expect(visit.effects[0]).not.toMatchObject({ entry: (first as { entry: string }).entry })
    expect(visit.said).toEqual(['another'])
    expect(visit.tap(false).said).toEqual(['saved'])
  })

  test('asks every rating in full mode, and the three of the youngest band', () => {
    const askedIn = (band: 'Y11-13' | 'Y16-18') => {
      const visit = new Visit({ band }).start('log-an-activity', { mode: 'full' }).type('lunch').tap('family').tap(5)
      const asked: string[] = []
      while (visit.said.at(-1) !== 'addMore') {
        asked.push(visit.said.at(-1)!)
        visit.tap(5)
      }
      return asked
    }
    expect(askedIn('Y16-18')).toEqual(['enjoyment', 'achievement', 'closeness', 'importance'])
    expect(askedIn('Y11-13')).toEqual(['enjoyment', 'closeness'])
  })

  test('changes the one rating of quick mode from visit to visit, and never within one', () => {
    const ratings = new Set<string>()
    for (let n = 0; n < 8; n++) {
      const visit = new Visit()
      visit.surroundings = { ...visit.surroundings, newRun: () => `run-${String.fromCharCode(97 + n)}` }
      visit.start('log-an-activity').type('lunch').tap('family').tap(5)
      ratings.add(visit.said[0]!)
    }
    expect(ratings).toEqual(new Set(['enjoyment', 'achievement', 'closeness', 'importance']))
  })

  test('marks a catch-up of yesterday as such', () => {
    const visit = new Visit().start('log-an-activity', { about: 'yesterday', rating: 'enjoyment' })
    expect(visit.said).toEqual(['yesterday', 'part'])
    visit.tap('evening').type('film').tap('family').tap(6).tap(7)
    expect(visit.effects).toMatchObject([
      { record: { fields: { date: '2026-03-25', slot: 'evening', backfilled: true } } },
    ])
  })

  test('keeps what was left out as skipped, and leaves nothing when nothing was said', () => {
    const visit = new Visit()
      .start('log-an-activity', { rating: 'enjoyment' })
      .command('skip')
      .command('skip')
      .command('skip')
      .command('skip')
    expect(visit.effects).toEqual([])
    const half = new Visit()
      .start('log-an-activity', { rating: 'enjoyment' })
      .type('lunch')
      .command('skip')
      .tap(5)
      .command('skip')
    expect(half.effects).toMatchObject([{ type: 'record', skipped: ['now.0.with', 'now.0.enjoyment'] }])
  })
})
