import { asks, playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

const plan = {
  plan: 'run-9/plan',
  activity: 'one song',
  when: '2026-03-26T17:15',
  expectedEnjoyment: 2,
  checkIn: 'run-9/afterwards',
}
const askedNow = { type: 'cancel-reminder', key: 'run-9/afterwards' }

describe('asking how a plan went', () => {
  test.each([
    ['done', 'you-did-it'],
    ['part', 'part-counts'],
  ])('%s leads to the review, which shows the guess beside what came', (outcome, first) => {
    playJourney({
      dialog: 'activity-check-in',
      input: plan,
      rows: [
        [
          'outcome',
          taps(outcome),
          [
            askedNow,
            records('activity-check-in', { outcome, cycle: 1 }, { about: 'run-9/plan', recordType: 'checkin' }),
          ],
        ],
        [`${first} moodBefore`, taps(3)],
        ['moodAfter', taps(5)],
        ['enjoyment', taps(6)],
        ['achievement', taps(4)],
        ['closeness', taps(1)],
        ['more-than-the-guess noticed', types('got into it')],
        [
          'next',
          taps('drop'),
          [
            records(
              'activity-review',
              {
                outcome,
                mood_before: 3,
                mood_after: 5,
                enjoyment: 6,
                achievement: 4,
                closeness: 1,
                expected_enjoyment: 2,
                noticed: 'got into it',
                next: 'drop',
              },
              { about: 'run-9/plan', recordType: 'review' },
            ),
          ],
        ],
      ],
      last: 'saved',
    })
  })

  test('not yet goes through what got in the way to half the size tomorrow, and asks again after that', () => {
    playJourney({
      dialog: 'activity-check-in',
      input: plan,
      rows: [
        ['outcome', taps('not-yet'), [askedNow, records('activity-check-in', { outcome: 'not-yet' })]],
        ['useful-to-know reason', taps('not-up-to-it')],
        ['doing-comes-first halfOrRest', taps('half')],
        [
          'startAgain',
          taps('tomorrow'),
          [
            records(
              'not-done',
              { outcome: 'not', reason: 'not-up-to-it', change: 'halved', new_time: '2026-03-27T17:15', cycle: 1 },
              { about: 'run-9/plan' },
            ),
            {
              type: 'remind',
              dialog: 'activity-check-in',
              at: '2026-03-28T17:15',
              input: { plan: 'run-9/plan', activity: 'one song', cycle: 2, expectedEnjoyment: 2 },
            },
          ],
        ],
      ],
      last: 'new-time-saved',
    })
  })

  test('a changed mind is fine, and may lead to another plan', () => {
    playJourney({
      dialog: 'activity-check-in',
      input: plan,
      rows: [
        ['outcome', taps('changed-my-mind'), [askedNow, { type: 'record' }]],
        ['minds-change instead', taps('plan-another')],
        ['welcome start', asks('stop'), [{ type: 'notice', notice: 'wants-to-stop' }]],
      ],
      last: 'stopped',
    })
  })

  test('leaves it when nothing is said', () => {
    const visit = new Visit().start('activity-check-in', plan).command('skip')
    expect(visit.said).toEqual(['another-time'])
    expect(visit.effects).toEqual([])
  })
})

describe('looking back at what was done', () => {
  const done = { plan: 'run-9/plan', activity: 'one song', expectedEnjoyment: 6 }

  test('does not push on when mood was much lower after it for the second time', () => {
    const visit = new Visit()
      .start('activity-review', { ...done, lowerLastTime: true })
      .tap(6)
      .tap(4)
      .tap(2)
      .tap(2)
      .tap(2)
    expect(visit.said).toEqual(['less-than-the-guess', 'noticed'])
    visit.command('skip')
    expect(visit.said).toEqual(['one-for-the-session'])
    expect(visit.isOver).toBe(true)
  })

  test('says plainly that mood was lower after it, once, and takes it no further', () => {
    const visit = new Visit().start('activity-review', done).tap(6).tap(3).tap(2).tap(2).tap(2)
    expect(visit.said).toEqual(['less-than-the-guess', 'lower-this-time', 'noticed'])
    expect(visit.command('skip').said).toEqual(['next'])
  })

  test('offers to plan it again, with the same words, unless this week is full', () => {
    const visit = new Visit().start('activity-review', done).tap(4).tap(6).tap(6).tap(5).tap(5)
    expect(visit.said).toEqual(['same-as-the-guess', 'noticed'])
    visit.command('skip').tap('repeat').tap('now')
    expect(visit.said).toEqual(['once-more', 'difficulty'])
    const full = new Visit()
      .start('activity-review', { ...done, mayPlan: false })
      .tap(4)
      .tap(6)
      .tap(6)
      .tap(5)
      .tap(5)
      .command('skip')
      .tap('repeat')
    expect(full.said).toEqual(['saved'])
  })

  test('asks the youngest band for mood, fun and closeness only', () => {
    const visit = new Visit({ band: 'Y11-13' }).start('activity-review', done).tap(4).tap(6).tap(6)
    expect(visit.said).toEqual(['closeness'])
  })
})

describe('a reminder before a plan', () => {
  test.each([
    ['will-do', 'good-luck', []],
    [
      'smaller',
      'half-is-the-plan',
      [{ type: 'record', record: { name: 'activity-plan-change', fields: { change: 'halved' } } }],
    ],
  ])('%s takes one tap', (tap, said, effects) => {
    const visit = new Visit().start('plan-reminder', plan).tap(tap)
    expect(visit.said).toEqual([said])
    expect(visit.effects).toMatchObject(effects)
  })

  test('moving it moves the question afterwards too', () => {
    const visit = new Visit().start('plan-reminder', plan).tap('move').tap('2026-03-29T11:00')
    expect(visit.said).toEqual(['moved'])
    expect(visit.effects).toMatchObject([
      askedNow,
      { type: 'remind', dialog: 'activity-check-in', at: '2026-03-30T11:00', input: { when: '2026-03-29T11:00' } },
      { type: 'record', record: { fields: { change: 'moved', date: '2026-03-29', time: '11:00' } } },
    ])
  })

  test('not today leads to what got in the way', () => {
    expect(new Visit().start('plan-reminder', plan).tap('not-today').said).toEqual(['useful-to-know', 'reason'])
  })
})
