import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

describe.each(ENGINES)('the quarterly report on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let sol: StaffCaller

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    sol = await world.staff('Sol', ['supervisor'])
  })
  afterAll(() => database.close())

  const open = async (more: object = {}) => {
    const caseRef = newId()
    world.recordHolds.add(caseRef)
    const opened = await world.call('openCase', dani, { body: { caseRef, supervisorId: sol.staffId, ...more } })
    return { caseRef, status: opened.status, code: opened.code, caseId: opened.body?.caseId as string }
  }
  const report = async (caller: StaffCaller, quarter = '2026-Q4') => {
    const { body } = await world.call('readQuarterlyReport', caller, { query: { quarter } })
    return (id: string, of: string | null = null) =>
      body.figures.find((one: { id: string; of: string | null }) => one.id === id && one.of === of)
  }

  it('counts what was opened, referred and refused, and lists the cases to whoever may open them', async () => {
    const first = await open({ referral: { source: 'school', receivedOn: '2026-11-02' } })
    await open()
    await world.call('recordRefusedReferral', dani, { body: { source: 'gp', receivedOn: '2026-11-03', reason: 'Outside the remit' } }) // prettier-ignore
    for (const caller of [dani, sol]) {
      const seen = await report(caller)
      expect(seen('held')).toMatchObject({ value: 2, small: true })
      expect(seen('referrals-by-source', 'school').cases).toEqual([{ caseId: first.caseId, caseRef: first.caseRef }])
    }
    expect((await report(dani))('accepted')).toMatchObject({ value: 1, outOf: 2 })
    expect((await report(dani))('closed')).toMatchObject({ value: 0, small: false })
    expect((await report(dani, '2026-Q3'))('referrals')).toMatchObject({ value: 0 })
  })

  it('gives the service manager every case in numbers, none of 1 to 4, and no case behind them', async () => {
    const manager = await world.staff('Mo', ['service-manager'])
    const before = (await report(manager))('accepted-by-source', 'social-care')
    for (let n = 0; n < 2; n++) await open({ referral: { source: 'social-care', receivedOn: '2026-11-05' } })
    const few = (await report(manager))('accepted-by-source', 'social-care')
    expect([before.value, few.value, few.small]).toEqual([0, null, true])
    for (let n = 0; n < 4; n++) await open({ referral: { source: 'social-care', receivedOn: '2026-11-05' } })
    expect((await report(manager))('held').value).toBeGreaterThanOrEqual(6)
    expect((await report(manager))('held').cases).toEqual([])
  })

  it('does not count another practitioner’s cases, and is nobody else’s to read', async () => {
    await open()
    const other = await world.staff('Other', ['practitioner'])
    expect((await report(other))('held')).toMatchObject({ value: 0, cases: [] })
    const duty = await world.staff('Kit', ['duty-worker'])
    expect((await world.call('readQuarterlyReport', duty, { query: {} })).status).toBe(403)
  })

  it('recognises a referral for the same issue within six months of the end of an earlier case', async () => {
    const again = async (monthsAgo: number, sameIssue: boolean) => {
      const earlier = await open()
      const closedAt = new Date(NOW)
      closedAt.setMonth(closedAt.getMonth() - monthsAgo)
      await database.query(
        `insert into case_closings (id, case_id, closed_by, closed_at, body) values ($1, $2, $3, $4, '{"reason":"completed","destination":"none","sessionsHeld":1}')`,
        [newId(), earlier.caseId, dani.staffId, closedAt],
      )
      const { caseId } = await open({ referral: { source: 'school', receivedOn: '2026-11-17', earlierCaseRef: earlier.caseRef, sameIssue } }) // prettier-ignore
      const { cases } = (await report(dani))('referred-again')
      return cases.some((one: { caseId: string }) => one.caseId === caseId)
    }
    expect([await again(5, true), await again(5, false), await again(7, true)]).toEqual([true, false, false])
  })

  it('refuses an earlier case that is not here and a day to come, and opens nothing then', async () => {
    expect(await open({ referral: { source: 'school', receivedOn: '2026-11-01', earlierCaseRef: 'nowhere' } })).toMatchObject({ status: 422, code: 'no-earlier-case' }) // prettier-ignore
    const future = await open({ referral: { source: 'school', receivedOn: '2026-11-30' } })
    expect(future).toMatchObject({ status: 422, code: 'referral-in-future' })
    expect((await report(dani))('held').value).toBe(0)
  })
})
