import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { planAgain, planRungs } from '../../../src/risk/ladder/planRungs.ts'
import { whoIsTold } from '../../../src/risk/ladder/whoIsTold.ts'
import type { Rota, RotaStaff } from '../../../src/rota/rota.ts'
import { addStaffedMinutes, isOpen, nextStaffed } from '../../../src/rota/staffedTime.ts'
import { STAFF_ROLES } from '../../../src/shared/route.ts'
import { emptyRota, LADDER_RULES } from '../../helpers/rota.ts'

const IDS = ['ann', 'bo', 'cy', 'di', 'ed']
const DAY_MS = 86_400_000

const moment = fc.integer({ min: Date.parse('2026-01-01'), max: Date.parse('2027-12-31') }).map((ms) => new Date(Math.floor(ms / 60_000) * 60_000)) // prettier-ignore
const span = fc.tuple(moment, fc.integer({ min: 1, max: 20 * 24 * 60 })).map(([from, minutes]) => ({ from, until: new Date(from.getTime() + minutes * 60_000) })) // prettier-ignore
const id = fc.constantFrom(...IDS)
const hours = fc.constantFrom({ from: '09:00', until: '17:00' }, { from: '10:30', until: '12:00' }, { from: '07:30', until: '20:00' }) // prettier-ignore
const weekdays = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), hours), { minLength: 1, maxLength: 5 }).map((days) => new Map(days)) // prettier-ignore
const member = (one: string): fc.Arbitrary<RotaStaff> =>
  fc.record({
    id: fc.constant(one),
    firstName: fc.constant(one),
    displayName: fc.constant(one),
    roles: fc.subarray([...STAFF_ROLES]),
    active: fc.boolean(),
    hours: fc.option(weekdays),
    absences: fc.array(
      fc.tuple(span, fc.option(id)).map(([s, coverId]) => ({ ...s, coverId })),
      { maxLength: 3 },
    ),
    coverId: fc.option(id),
    routes: fc.constant([]),
  })
const anyRota: fc.Arbitrary<Rota> = fc.record({
  hours: weekdays,
  closures: fc
    .array(
      moment.map((m) => m.toISOString().slice(0, 10)),
      { maxLength: 20 },
    )
    .map((days) => new Set(days)),
  staff: fc.tuple(...IDS.map(member)).map((all) => new Map(all.map((s) => [s.id, s]))),
  duty: fc.array(fc.record({ staffId: id, weekday: fc.integer({ min: 1, max: 7 }) }), { maxLength: 5 }),
  onCall: fc.array(
    fc.tuple(id, span).map(([staffId, s]) => ({ staffId, ...s })),
    { maxLength: 3 },
  ),
})
const tier = fc.constantFrom('T1' as const, 'T2' as const, 'T3' as const)
const named = fc.record({ practitionerId: fc.option(id), supervisorId: fc.option(id) })

describe('whatever the rota and the moment', () => {
  it('rung times never go back, and the first is at once', () => {
    fc.assert(
      fc.property(anyRota, moment, tier, fc.boolean(), (rota, from, tier, priority) => {
        const rungs = planRungs({ tier, priority, from }, rota, LADDER_RULES)
        expect(rungs[0]!.dueAt).toEqual(from)
        for (let n = 1; n < rungs.length; n++) expect(rungs[n]!.dueAt >= rungs[n - 1]!.dueAt).toBe(true)
        for (const rule of LADDER_RULES.tiers[tier].rungs) expect(rungs.filter((r) => r.rung === rule.id)).toHaveLength(1)
        const again = planAgain(tier, rungs.at(-1)!.dueAt, rota, LADDER_RULES)
        if (again) expect(again.dueAt > rungs.at(-1)!.dueAt).toBe(true)
      }),
      { numRuns: 300 },
    ) // prettier-ignore
  })

  it('a T3 has somebody to page at its first rung, as long as the service has anybody left to ask', () => {
    fc.assert(
      fc.property(anyRota, named, moment, (rota, named, from) => {
        const left = [...rota.staff.values()].filter((s) => s.active)
        const anybody = left.some((s) => s.roles.some((r) => r === 'duty-worker' || r === 'supervisor' || r === 'service-manager')) // prettier-ignore
        for (const rung of planRungs({ tier: 'T3', priority: false, from }, rota, LADDER_RULES)) {
          const told = whoIsTold(rung, named, rota, rung.dueAt)
          if (anybody) expect(told.length).toBeGreaterThan(0)
          if (anybody && rung.by === 'every-route') expect(told.some((t) => t.by === 'every-route')).toBe(true)
          expect(new Set(told.map((t) => t.staffId)).size).toBe(told.length)
          for (const { staffId } of told) expect(rota.staff.get(staffId)!.active).toBe(true)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a T3 is told by every route within the first staffed minute, and reaches the supervisor a quarter of an hour later', () => {
    fc.assert(
      fc.property(anyRota, moment, (rota, from) => {
        const rungs = planRungs({ tier: 'T3', priority: false, from }, rota, LADDER_RULES)
        const first = rungs.find((r) => r.by === 'every-route')!
        const staffed = nextStaffed(rota, from) ?? from
        expect(first.dueAt <= staffed).toBe(true)
        const supervisor = rungs.find((r) => r.tell.includes('supervisor'))!
        expect(supervisor.dueAt.getTime()).toBeLessThanOrEqual(first.dueAt.getTime() + 15 * 60_000)
      }),
      { numRuns: 300 },
    )
  })

  it('staffed minutes add up, and end while the service is staffed or at its closing minute', () => {
    fc.assert(
      fc.property(moment, fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 }), (from, a, b) => {
        const rota = emptyRota()
        const start = nextStaffed(rota, from)!
        const there = addStaffedMinutes(rota, start, a + b)
        expect(addStaffedMinutes(rota, addStaffedMinutes(rota, start, a), b)).toEqual(there)
        expect(isOpen(rota, there) || isOpen(rota, new Date(there.getTime() - 60_000))).toBe(true)
        expect(there.getTime() - start.getTime()).toBeLessThan(12 * DAY_MS)
      }),
      { numRuns: 300 },
    )
  })
})
