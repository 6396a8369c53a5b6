import { describe, expect, it } from '@jest/globals'
import { DEMONSTRATION_ROTA, DEMONSTRATION_STAFF } from '../../src/demonstration/caseload.ts'
import type { Rota, RotaStaff } from '../../src/rota/rota.ts'
import type { StaffRole } from '../../src/shared/route.ts'
import { ladderGaps, type LadderPlaces } from '../../src/staff/cases/ladderGaps.ts'
import { emptyRota } from '../helpers/rota.ts'

// A Wednesday.
const NOW = new Date('2026-11-18T09:30:00Z')
const one = (id: string, roles: StaffRole[], more: Partial<RotaStaff> = {}): RotaStaff => ({
  id, firstName: id, displayName: `${id} Example`, roles, active: true, hours: null, absences: [], coverId: null, routes: ['email'], ...more,
}) // prettier-ignore
const whole = (): RotaStaff[] => [
  one('Dani', ['practitioner']),
  one('Sol', ['supervisor']),
  one('Kit', ['duty-worker']),
  one('Mo', ['service-manager']),
  one('Lee', ['safeguarding-lead']),
]
const rotaOf = (staff: readonly RotaStaff[], more: Partial<Rota> = {}): Rota => ({
  ...emptyRota(),
  staff: new Map(staff.map((s) => [s.id, s])),
  duty: [1, 2, 3, 4, 5].map((weekday) => ({ staffId: 'Kit', weekday })),
  ...more,
})
const gapsOf = (staff: readonly RotaStaff[], more: Partial<Rota> = {}, places: Partial<LadderPlaces> = {}) =>
  ladderGaps({
    practitionerId: 'Dani', supervisorId: 'Sol', rota: rotaOf(staff, more), now: NOW, outside: ['email'], mustReachOutside: true, ...places,
  }) // prettier-ignore
const without = (id: string) => whole().filter((s) => s.id !== id)
const changed = (id: string, more: Partial<RotaStaff>) => whole().map((s) => (s.id === id ? { ...s, ...more } : s))
const leave = (from: string, until: string, coverId: string | null = null) => ({ absences: [{ from: new Date(from), until: new Date(until), coverId }] }) // prettier-ignore

describe('gaps of a ladder, each by name', () => {
  it('are none where every place is held, every day covered and everybody reached', () => {
    expect(gapsOf(whole())).toEqual([])
  })

  it('are none in the demonstration', () => {
    const staff = DEMONSTRATION_STAFF.map(({ key, roles }) => one(key, [...roles], { coverId: (DEMONSTRATION_ROTA.covers as Record<string, string>)[key] ?? null, routes: [] })) // prettier-ignore
    const duty = Object.entries(DEMONSTRATION_ROTA.duty).flatMap(([staffId, weekdays]) => weekdays.map((weekday) => ({ staffId, weekday }))) // prettier-ignore
    expect(gapsOf(staff, { duty }, { practitionerId: 'dani', supervisorId: 'sol', outside: [], mustReachOutside: false })).toEqual([]) // prettier-ignore
  })

  it.each([
    ['nobody is duty worker on Tuesdays', whole(), { duty: [1, 3, 4, 5].map((weekday) => ({ staffId: 'Kit', weekday })) }, {}, 'no-duty-worker-on-2', 'No duty worker is on the rota on Tuesdays, besides the practitioner.'],
    ['the practitioner has duty on Fridays alone', whole(), { duty: [...[1, 2, 3, 4].map((weekday) => ({ staffId: 'Kit', weekday })), { staffId: 'Dani', weekday: 5 }] }, {}, 'no-duty-worker-on-5', 'Fridays'],
    ['nobody covers a leave', changed('Dani', leave('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z')), {}, {}, 'no-cover-during-leave', 'Nobody covers for Dani Example while away from 23/11 to 27/11.'],
    ['who covers is away too', [...changed('Dani', leave('2026-11-23T00:00:00Z', '2026-11-28T00:00:00Z', 'Ash')), one('Ash', ['practitioner'], leave('2026-11-24T00:00:00Z', '2026-11-25T00:00:00Z'))], {}, {}, 'no-cover-during-leave', 'from 24/11 to 24/11'],
    ['nobody covers a part-time day', changed('Dani', { hours: new Map([1, 2, 3, 4].map((n) => [n, { from: '09:00', until: '17:00' }])) }), {}, {}, 'no-cover-on-5', 'Nobody covers for Dani Example on Fridays.'],
    ['no supervisor is named', whole(), {}, { supervisorId: null }, 'no-supervisor', 'No supervisor'],
    ['the supervisor has left', changed('Sol', { active: false }), {}, {}, 'supervisor-not-active', 'name another'],
    ['the practitioner has left', changed('Dani', { active: false }), {}, {}, 'practitioner-not-active', 'hand the case over'],
    ['there is no duty worker', without('Kit'), {}, {}, 'no-duty-worker', 'no other duty worker'],
    ['there is no service manager', without('Mo'), {}, {}, 'no-service-manager', 'nobody comes after the supervisor'],
    ['there is no safeguarding lead', without('Lee'), {}, {}, 'no-safeguarding-lead', 'no safeguarding lead'],
    ['no alert reaches somebody', changed('Kit', { routes: [] }), {}, {}, 'no-route', 'No alert reaches Kit Example outside this page.'],
    ['nothing is set up that reaches anybody', whole(), {}, { outside: [] }, 'no-alert-route', 'no mail server'],
  ] as [string, RotaStaff[], Partial<Rota>, Partial<LadderPlaces>, string, string][])('say that %s', (_what, staff, more, places, code, words) => {
    const gaps = gapsOf(staff, more, places)
    expect(gaps.map((gap) => gap.code)).toEqual([code])
    expect(gaps[0]!.words).toContain(words)
  }) // prettier-ignore

  it('say when the supervisor is the only rung', () => {
    const staff = changed('Sol', { roles: ['supervisor', 'duty-worker', 'service-manager'] }).map((s) => (s.id === 'Dani' ? { ...s, ...leave('2026-11-23T00:00:00Z', '2026-11-24T00:00:00Z') } : s)).filter((s) => s.id !== 'Mo' && s.id !== 'Kit') // prettier-ignore
    const codes = gapsOf(staff, { duty: [1, 2, 3, 4, 5].map((weekday) => ({ staffId: 'Sol', weekday })) }).map((gap) => gap.code) // prettier-ignore
    expect(codes).toEqual(['no-cover-during-leave', 'supervisor-is-the-only-rung'])
  })
})
