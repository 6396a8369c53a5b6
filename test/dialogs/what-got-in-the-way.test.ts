import { playJourney, records, taps, types } from './playJourney.ts'
import { Visit } from './stage.ts'

const task = {
  task: 'a walk with Sam',
  module: 'low-mood',
  about: 'run-9/plan',
  when: '2026-03-26T17:15',
  checkInWith: 'activity-check-in',
}

describe('what got in the way', () => {
  test.each([
    ['forgot', ['tomorrow'], 'new-time-saved', 'moved'],
    ['forgot', ['another-time', '2026-03-29T11:00'], 'new-time-saved', 'moved'],
    ['forgot', ['leave-it'], 'left-for-now', 'left'],
    ['too-big', ['half', 'tomorrow'], 'new-time-saved', 'halved'],
    ['too-big', ['two-minutes', 'no-time-yet'], 'smaller-is-the-task', 'two-minutes'],
    ['not-up-to-it', ['rest'], 'rest-is-fine', 'rest'],
    ['did-not-want', ['keep', 'another-time', '2026-03-29T11:00'], 'new-time-saved', 'moved'],
    ['did-not-want', ['session'], 'to-the-session', 'taken-to-session'],
  ])('%s, then %j: %s', (reason, taps, said, change) => {
    const visit = new Visit().start('what-got-in-the-way', task).tap(reason)
    for (const tap of taps) visit.tap(tap)
    expect(visit.said.at(-1)).toBe(said)
    expect(visit.effects).toContainEqual(
      expect.objectContaining({
        type: 'record',
        record: expect.objectContaining({ fields: expect.objectContaining({ reason, change }) }),
      }),
    )
  })

  test('something happened is one open invitation, and the task waits', () => {
    playJourney({
      dialog: 'what-got-in-the-way',
      input: task,
      rows: [
        ['useful-to-know reason', taps('something-happened')],
        [
          'whatHappened',
          types('fell out with my mate'),
          [records('not-done', { what_happened: 'fell out with my mate', change: 'paused' })],
        ],
      ],
      last: 'task-waits',
    })
  })

  test('a task nobody wanted is told to the practitioner and can be swapped', () => {
    const visit = new Visit().start('what-got-in-the-way', task).tap('did-not-want')
    expect(visit.said).toEqual(['maybe-the-wrong-task', 'swap'])
    expect(visit.effects).toEqual([{ type: 'notice', notice: 'task-mismatch' }])
    expect(visit.tap('something-else').said).toEqual(['welcome', 'start'])
  })

  test.each(['forgot', 'too-big', 'not-up-to-it', 'did-not-want'])(
    'after two rounds with nothing done nothing is proposed any more: %s',
    (reason) => {
      const visit = new Visit().start('what-got-in-the-way', { ...task, cycle: 2 }).tap(reason)
      expect(visit.said).toEqual(['leave-it-to-the-session'])
      expect(visit.isOver).toBe(true)
      expect(visit.effects).toContainEqual({ type: 'notice', notice: 'stuck' })
      expect(visit.effects.map(({ type }) => type)).not.toContain('remind')
    },
  )

  test('without a check-in or practice to come back to, no time is asked for', () => {
    const visit = new Visit({ band: 'P8-11' })
      .start('what-got-in-the-way', { module: 'behaviour-support' })
      .tap('too-big')
    expect(visit.tap('half').said).toEqual(['smaller-is-the-task'])
    expect(visit.effects.map(({ type }) => type)).toEqual(['record'])
  })

  test('opens the practice at the time a parent picks', () => {
    const visit = new Visit({ band: 'P8-11' }).start('what-got-in-the-way', {
      module: 'behaviour-support',
      practiseWith: 'abc-log',
    })
    visit.tap('forgot').tap('another-time').tap('2026-03-28T19:30')
    expect(visit.effects).toContainEqual({
      type: 'remind',
      key: 'run-0/opens-practice',
      dialog: 'abc-log',
      at: '2026-03-28T19:30',
      input: {},
    })
  })

  test('never says that something failed, whatever the way', () => {
    for (const seed of [0, 1, 2, 3, 4]) {
      const visit = new Visit({ seed }).start('what-got-in-the-way', task)
      expect(visit.outputs[0]!.text.toLowerCase()).toContain('useful to know')
      expect(visit.outputs.map(({ text }) => text).join(' ')).not.toMatch(/fail|missed|should|disappoint|streak/i)
    }
  })
})
