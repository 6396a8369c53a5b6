import { describe, expect, it } from '@jest/globals'
import { planRungs } from '../../../src/risk/ladder/planRungs.ts'
import type { Escalation } from '../../../src/risk/escalation.ts'
import type { Rota } from '../../../src/rota/rota.ts'
import { londonDateTime } from '../../../src/shared/calendarDay.ts'
import { emptyRota, LADDER_RULES } from '../../helpers/rota.ts'

const plan = (tier: Escalation['tier'], from: string, more: { priority?: boolean; rota?: Partial<Rota> } = {}) =>
  planRungs(
    { tier, priority: more.priority ?? false, from: new Date(from) },
    { ...emptyRota(), ...more.rota },
    LADDER_RULES,
  )
const times = (...given: Parameters<typeof plan>) =>
  plan(...given).map((r) => `${londonDateTime(r.dueAt).slice(5)} ${r.rung}`)
const onCall = (from: string, until: string): Partial<Rota> => ({
  staff: new Map([['mo', { id: 'mo', firstName: 'Mo', displayName: 'Mo', roles: [], active: true, hours: null, absences: [], coverId: null, routes: [] }]]),
  onCall: [{ staffId: 'mo', from: new Date(from), until: new Date(until) }],
}) // prettier-ignore

// Tuesday 24 November 2026 is an ordinary working day; winter time.
describe('the rungs of a T3 (4.4)', () => {
  it('run on the clock on the wall at 0, 15, 30 and 45 minutes', () => {
    expect(times('T3', '2026-11-24T10:00:00Z').slice(0, 4)).toEqual([
      '11-24T10:00 first', '11-24T10:15 supervisor', '11-24T10:30 service-manager', '11-24T10:45 everybody',
    ]) // prettier-ignore
  })

  it('tell at once the practitioner and the duty worker, then the supervisor and the duty worker again', () => {
    const [first, second, third, last] = plan('T3', '2026-11-24T10:00:00Z')
    expect(first!.tell).toEqual(['practitioner', 'duty-worker', 'on-call'])
    expect(second!.tell).toEqual(['supervisor', 'duty-worker', 'on-call'])
    expect(third!.tell).toEqual(['service-manager', 'on-call'])
    expect(last!.tell).toEqual(['practitioner', 'duty-worker', 'supervisor', 'service-manager', 'on-call'])
    expect(last!.incidentLog).toBe(true)
  })

  it('go on past closing time once begun, and stand on the board the next morning', () => {
    expect(times('T3', '2026-11-24T16:50:00Z')).toEqual([
      '11-24T16:50 first', '11-24T17:05 supervisor', '11-24T17:20 service-manager', '11-24T17:35 everybody',
      '11-25T09:00 morning-board', '11-25T09:15 morning-board-overdue',
    ]) // prettier-ignore
  })

  it('wait on the page for the next opening while nobody is there, and are overdue at 09:15 (4.5)', () => {
    expect(times('T3', '2026-11-27T22:10:00Z')).toEqual([
      '11-27T22:10 on-the-page', '11-30T09:00 first', '11-30T09:15 supervisor', '11-30T09:30 service-manager', '11-30T09:45 everybody',
    ]) // prettier-ignore
  })

  it('run at once at night where somebody is on call', () => {
    expect(times('T3', '2026-11-27T22:10:00Z', { rota: onCall('2026-11-27T17:00:00Z', '2026-11-30T09:00:00Z') })).toEqual([
      '11-27T22:10 first', '11-27T22:25 supervisor', '11-27T22:40 service-manager', '11-27T22:55 everybody',
      '11-30T09:00 morning-board', '11-30T09:15 morning-board-overdue',
    ]) // prettier-ignore
  })

  it('begin when the next on-call turn does, if that is before the next opening', () => {
    expect(times('T3', '2026-11-27T22:10:00Z', { rota: onCall('2026-11-28T08:00:00Z', '2026-11-28T20:00:00Z') })[1]).toBe('11-28T08:00 first') // prettier-ignore
  })
})

describe('the rungs of a T2 (4.4)', () => {
  it('run in staffed minutes: 2 hours, 4 hours, and 16:30 for contact before closing', () => {
    expect(times('T2', '2026-11-24T09:20:00Z')).toEqual([
      '11-24T09:20 first', '11-24T11:20 duty-worker', '11-24T13:20 supervisor', '11-24T16:30 contact-before-close',
      '11-25T09:00 morning-board', '11-25T10:00 morning-board-overdue',
    ]) // prettier-ignore
  })

  it('page the duty worker at once and after 1 hour when they have priority', () => {
    expect(plan('T2', '2026-11-24T09:20:00Z', { priority: true })[0]!.tell).toEqual(['practitioner', 'duty-worker'])
    expect(times('T2', '2026-11-24T09:20:00Z', { priority: true })[1]).toBe('11-24T10:20 duty-worker')
    expect(plan('T2', '2026-11-24T09:20:00Z')[0]!.tell).toEqual(['practitioner'])
  })

  it('reach the supervisor at 16:30 where that is earlier than 4 hours, and nobody later than that', () => {
    expect(times('T2', '2026-11-24T15:40:00Z').slice(0, 4)).toEqual([
      '11-24T15:40 first', '11-24T16:30 duty-worker', '11-24T16:30 supervisor', '11-24T16:30 contact-before-close',
    ]) // prettier-ignore
  })

  it('carry their staffed minutes over the night', () => {
    expect(times('T2', '2026-11-24T16:40:00Z')).toEqual([
      '11-24T16:40 first', '11-25T09:00 morning-board', '11-25T10:00 morning-board-overdue', '11-25T10:40 duty-worker',
      '11-25T12:40 supervisor', '11-25T16:30 contact-before-close',
    ]) // prettier-ignore
  })

  it('stand on the morning board from the evening before, and are overdue at 10:00 (4.5)', () => {
    expect(times('T2', '2026-11-28T22:10:00Z').slice(0, 3)).toEqual([
      '11-28T22:10 on-the-page', '11-30T09:00 first', '11-30T10:00 morning-board-overdue',
    ]) // prettier-ignore
    expect(plan('T2', '2026-11-28T22:10:00Z')[1]!.tell).toEqual(['practitioner', 'duty-worker'])
  })

  it.each([
    // Good Friday 3 April to Easter Monday 6 April 2026: four days with nobody there.
    ['over Easter', '2026-04-02T15:30:00Z', ['04-02T16:30 first', '04-02T16:30 duty-worker', '04-02T16:30 supervisor', '04-02T16:30 contact-before-close', '04-07T09:00 morning-board', '04-07T10:00 morning-board-overdue']],
    ['on Good Friday', '2026-04-03T11:00:00Z', ['04-03T12:00 on-the-page', '04-07T09:00 first', '04-07T10:00 morning-board-overdue', '04-07T11:00 duty-worker', '04-07T13:00 supervisor', '04-07T16:30 contact-before-close']],
    ['over the night of Sunday 29 March, when clocks go forward', '2026-03-27T16:45:00Z', ['03-27T16:45 first', '03-30T09:00 morning-board', '03-30T10:00 morning-board-overdue', '03-30T10:45 duty-worker', '03-30T12:45 supervisor', '03-30T16:30 contact-before-close']],
    ['over the night of Sunday 25 October, when clocks go back', '2026-10-23T15:45:00Z', ['10-23T16:45 first', '10-26T09:00 morning-board', '10-26T10:00 morning-board-overdue', '10-26T10:45 duty-worker', '10-26T12:45 supervisor', '10-26T16:30 contact-before-close']],
    ['over Christmas 2026', '2026-12-24T20:00:00Z', ['12-24T20:00 on-the-page', '12-29T09:00 first', '12-29T10:00 morning-board-overdue', '12-29T11:00 duty-worker', '12-29T13:00 supervisor', '12-29T16:30 contact-before-close']],
  ])('keep England\'s clock %s', (_when, from, expected) => {
    expect(times('T2', from)).toEqual(expected)
  }) // prettier-ignore

  it('leave out a day on which the service is closed', () => {
    expect(times('T2', '2026-11-23T18:00:00Z', { rota: { closures: new Set(['2026-11-24']) } })[1]).toBe(
      '11-25T09:00 first',
    )
  })
})

describe('the rungs of a T1 (4.4)', () => {
  it("are the queue at once, the supervisor's list in the last minute of the next working day, and the supervisor after two", () => {
    expect(times('T1', '2026-11-24T10:00:00Z')).toEqual([
      '11-24T10:00 first', '11-25T16:59 supervisor-list', '11-26T16:59 supervisor-acts',
    ]) // prettier-ignore
    expect(times('T1', '2026-11-28T22:00:00Z')).toEqual([
      '11-28T22:00 first', '11-30T16:59 supervisor-list', '12-01T16:59 supervisor-acts',
    ]) // prettier-ignore
    expect(plan('T1', '2026-11-24T10:00:00Z').map((r) => r.by)).toEqual(['page', 'page', 'every-route'])
  })
})
