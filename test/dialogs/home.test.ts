import { playJourney, taps } from './playJourney.ts'
import { Visit } from './stage.ts'
import type { Json } from '../../src/shared/json.ts'

const plan = { plan: 'run-9/plan', activity: 'a walk with Sam', when: '2026-03-26T17:15', expectedEnjoyment: 4 }
const openings: Json[] = [
  { value: 'review-plan', dialog: 'activity-check-in', input: plan },
  { value: 'log', dialog: 'log-an-activity' },
  { value: 'note', dialog: 'leave-a-note' },
  { value: 'agenda', dialog: 'agenda' },
]

describe('coming back', () => {
  test('greets by name, says where we were, and offers three things at most, the plan that is due first', () => {
    const visit = new Visit().start('home', { openings, where: { kind: 'plan-due', about: 'a walk with Sam' } })
    expect(visit.said).toEqual(['hello', 'plan-due', 'next'])
    expect(visit.outputs[0]!.text).toContain('Amira')
    expect(visit.outputs[1]!.text).toContain('a walk with Sam')
    expect(visit.question.control).toEqual({
      kind: 'choices',
      several: false,
      options: [
        { value: 'review-plan', label: 'Say how it went' },
        { value: 'log', label: 'Log a moment' },
        { value: 'note', label: 'Something on my mind' },
        { value: 'more', label: 'Something else' },
        { value: 'nothing', label: 'Nothing for now' },
      ],
    })
  })

  test('shows whatever else is open behind one more tap, never more than five buttons at once', () => {
    const values = ['review-plan', 'log', 'note', 'agenda', 'plan', 'week', 'measure', 'something-happened', 'weekly-check-in'] // prettier-ignore
    const many: Json[] = values.map((value) => ({ value, dialog: value === 'week' ? 'parent-week-one' : 'agenda' }))
    const visit = new Visit().start('home', { openings: many, again: true })
    const offered = () => {
      const { control } = visit.question
      return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
    }
    expect(offered()).toEqual(['review-plan', 'log', 'note', 'more', 'nothing'])
    visit.tap('more')
    expect(offered()).toEqual(['agenda', 'plan', 'week', 'more', 'nothing'])
    visit.tap('more')
    expect(offered()).toEqual(['measure', 'something-happened', 'weekly-check-in', 'nothing'])
    expect(visit.tap('nothing').said).toEqual(['nothing-for-now'])
  })

  test('opens what is tapped, with what it needs to know', () => {
    playJourney({
      dialog: 'home',
      input: { openings, where: { kind: 'plan-due', about: 'a walk with Sam' } },
      rows: [
        ['hello plan-due next', taps('review-plan')],
        [
          'outcome',
          taps('changed-my-mind'),
          [{ type: 'record', record: { about: 'run-9/plan', fields: { outcome: 'changed-my-mind' } } }],
        ],
        ['minds-change instead', taps('not-now')],
      ],
      last: 'nothing-more',
    })
  })

  test('is short at night and says that nobody is reading', () => {
    const visit = new Visit({ now: '2026-03-26T22:40' }).start('home', { openings })
    expect(visit.said).toEqual(['hello-at-night', 'next'])
  })

  test('reminds what it is after more than a week, and not before', () => {
    expect(new Visit().start('home', { openings, daysAway: 8 }).said).toEqual(['hello', 'what-i-am', 'next'])
    expect(new Visit().start('home', { openings, daysAway: 7 }).said).toEqual(['hello', 'next'])
  })

  test('is finished with one tap', () => {
    const visit = new Visit().start('home', { openings, again: true }).tap('nothing')
    expect(visit.said).toEqual(['nothing-for-now'])
    expect(visit.isOver).toBe(true)
  })

  test('says where help is and starts nothing', () => {
    const visit = new Visit().start('home', { openings: [{ value: 'help-now' }] }).tap('help-now')
    expect(visit.said).toEqual(['help-now'])
    expect(visit.isOver).toBe(true)
  })

  test('leaves carrying on to the turn, which knows what was put aside', () => {
    const visit = new Visit().start('home', { openings: [{ value: 'carry-on' }] }).tap('carry-on')
    expect(visit.outputs).toEqual([])
    expect(visit.finished[0]!.run.answers).toEqual({ next: { state: 'given', value: 'carry-on' } })
  })

  test('asks without another hello in the same visit', () => {
    const input = { openings, where: { kind: 'plan-due', about: 'a walk' }, daysAway: 9, again: true }
    expect(new Visit().start('home', input).said).toEqual(['next'])
  })

  test('says no line about a plan that it cannot name', () => {
    expect(new Visit().start('home', { openings, where: { kind: 'plan-due' } }).said).toEqual(['hello', 'next'])
  })

  test('offers a plan that is still to come today as such, not as one to look back at', () => {
    const today: Json = { value: 'review-plan', dialog: 'plan-reminder', input: plan }
    const visit = new Visit().start('home', {
      openings: [today],
      where: { kind: 'plan-due', about: 'a walk with Sam' },
    })
    expect(visit.said).toEqual(['hello', 'plan-ahead', 'next'])
    expect(visit.question.control).toMatchObject({ options: [{ value: 'todays-plan', label: "Today's plan" }, {}] })
    expect(visit.tap('todays-plan').said).toEqual(['today'])
  })

  test('greets in other words each time', () => {
    const visit = new Visit()
    const greetings = [1, 2, 3, 4, 5].map(() => visit.start('home', { openings }).outputs[0]!.text)
    expect(new Set(greetings).size).toBe(5)
  })
})
