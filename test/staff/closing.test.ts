import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import {
  gapsOfCase,
  gapsOfRequest,
  type ClosingFacts,
  type ClosingRequest,
} from '../../src/staff/closing/closingGaps.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const COMPLETE: ClosingFacts = {
  openAlerts: 0,
  parkedDeliveries: 0,
  sessionNumber: 6,
  sessionsHeld: 5,
  measures: [{ measure: 'phq-9', title: 'PHQ-9', paired: true }],
}
const REQUEST: ClosingRequest = {
  version: 1,
  reason: 'completed',
  destination: 'no-further-support',
  measuresMissing: [],
  stayingWell: 'given',
}

describe('whether a case may be closed (brief 6.4)', () => {
  it('may when recording and outcome measures are complete', () => {
    expect(gapsOfRequest(COMPLETE, REQUEST, false)).toEqual([])
  })

  it('may not in any incomplete combination, unless what can be explained has been', () => {
    const facts = fc.record({
      openAlerts: fc.nat(2),
      parkedDeliveries: fc.nat(2),
      sessionNumber: fc.integer({ min: 1, max: 6 }),
      sessionsHeld: fc.nat(6),
      measures: fc
        .subarray(['phq-9', 'gbo', 'rcads-47-self'])
        .chain((ids) =>
          fc
            .tuple(...ids.map(() => fc.boolean()))
            .map((paired) => ids.map((measure, i) => ({ measure, title: measure, paired: paired[i]! }))),
        ),
    })
    const words = fc.option(fc.constant('because of that'), { nil: undefined })
    const request = fc.record({
      version: fc.constant(1),
      reason: fc.constantFrom<ClosingRequest['reason'][]>('completed', 'not-attended', 'moved-away', 'other'),
      destination: fc.constantFrom<ClosingRequest['destination'][]>('no-further-support', 'specialist', 'none'),
      specialist: fc.option(fc.constant<'camhs'>('camhs'), { nil: undefined }),
      measuresMissing: fc
        .subarray(['phq-9', 'gbo', 'rcads-47-self'])
        .map((ids) => ids.map((measure) => ({ measure, reason: 'because of that' }))),
      recordsMissing: words,
      stayingWell: fc.constantFrom<ClosingRequest['stayingWell'][]>('given', 'not-made'),
      stayingWellReason: words,
      riskReview: words,
    })
    fc.assert(
      fc.property(facts, request, fc.boolean(), (case_, asked, signsOff) => {
        const explained = (measure: string) => asked.measuresMissing.some((one) => one.measure === measure)
        const may =
          case_.openAlerts === 0 &&
          case_.parkedDeliveries === 0 &&
          (case_.sessionsHeld >= case_.sessionNumber - 1 || asked.recordsMissing !== undefined) &&
          (case_.measures.length > 0 || asked.measuresMissing.length > 0) &&
          case_.measures.every(({ measure, paired }) => paired || explained(measure)) &&
          (asked.destination !== 'specialist' || asked.specialist !== undefined) &&
          (asked.stayingWell === 'given' || asked.stayingWellReason !== undefined) &&
          (asked.reason !== 'not-attended' || (asked.riskReview !== undefined && signsOff))
        expect(gapsOfRequest(case_, asked, signsOff).length === 0).toBe(may)
      }),
      { numRuns: 2000 },
    )
  })

  it('names each gap, what mends it, and every measure of its own', () => {
    expect(
      gapsOfCase({
        openAlerts: 1,
        parkedDeliveries: 2,
        sessionNumber: 3,
        sessionsHeld: 1,
        measures: [
          { measure: 'gbo', title: 'Goals', paired: false },
          { measure: 'phq-9', title: 'PHQ-9', paired: true },
        ],
      }).map(({ code, mend, measure }) => [code, mend, measure]),
    ).toEqual([
      ['open-alerts', 'first', null],
      ['parked-deliveries', 'first', null],
      ['sessions-not-recorded', 'reason', null],
      ['measure-unpaired', 'reason', 'gbo'],
    ])
  })
})

describe.each(ENGINES)('closing a case on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let sol: StaffCaller
  let caseId: string
  let leo: { id: string; caseId: string }

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    sol = await world.staff('Sol', ['supervisor'])
    caseId = await world.openCase({ caseRef: newId(), practitioner: dani, supervisor: sol })
    leo = await world.person(caseId)
  })
  afterAll(() => database.close())

  const at = (caller: StaffCaller, id: string, body?: object) =>
    world.call(id, caller, { params: { caseId }, ...(body && { body }) })
  const version = async () => (await at(dani, 'readCase')).body.version as number
  /** With a reason for everything that can be explained. */
  const explained = async () => {
    const gaps: { code: string; measure: string | null }[] = (await at(dani, 'readClosing')).body.gaps
    return {
      ...REQUEST,
      version: await version(),
      measuresMissing: gaps.flatMap(({ measure }) => (measure ? [{ measure, reason: 'Declined at the end' }] : [])),
      recordsMissing: 'The first was before this was in use',
    }
  }
  const close = async (more: object = {}, caller = dani) => at(caller, 'closeCase', { ...(await explained()), ...more })

  it('is refused with every gap at once, and says beforehand what stands in the way', async () => {
    await world.escalation({ person: leo })
    await world.outboxEntry(caseId, 'parked')
    await at(dani, 'changeCase', { version: 1, sessionNumber: 3 })
    const before = await at(dani, 'readClosing')
    expect(before.body.gaps.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(['open-alerts', 'parked-deliveries', 'sessions-not-recorded', 'measure-unpaired']),
    )
    const refused = await at(dani, 'closeCase', { ...REQUEST, version: await version() })
    expect(refused).toMatchObject({ status: 422, code: 'cannot-close', body: { gaps: before.body.gaps } })
    expect((await at(dani, 'readCase')).body.state).toBe('active')
  })

  it('closes with reasons for what is missing, tells the case record, and stops what was to come', async () => {
    await database.query(
      `insert into assignments (id, person_id, module, assigned_at) values ($1, $2, 'low-mood', $3)`,
      [newId(), leo.id, NOW],
    )
    await database.query(
      `insert into reminders (key, person_id, due_at, dialog, state, created_at, nudge_at) values ($1, $2, $3, 'activity-check-in', 'waiting', $3, $3)`,
      [newId(), leo.id, NOW],
    )
    await database.query(
      `insert into measure_requests (id, person_id, measure, state, asked_at) values ($1, $2, 'phq-9', 'asked', $3)`,
      [newId(), leo.id, NOW],
    )
    const closed = await close({ destination: 'specialist', specialist: 'camhs' })
    expect(closed.status).toBe(201)
    expect(closed.body.closings).toMatchObject([
      { reason: 'completed', specialist: 'camhs', closedBy: { name: 'Dani' }, signedOffBy: null, reopened: null },
    ])
    expect((await at(dani, 'readCase')).body.state).toBe('closed')
    expect(world.outbox.enqueued.map(({ event }) => event)).toMatchObject([
      {
        type: 'closure',
        personId: leo.id,
        reason: 'completed',
        destination: 'specialist',
        destinationDetail: 'camhs',
        measuresMissing: expect.arrayContaining([{ measure: 'phq-9', reason: 'Declined at the end' }]),
        recordedBy: 'Dani',
      },
    ])
    const left = await database.query(
      `select (select count(*)::int from assignments where person_id = $1 and ended_at is null) as assignments,
         (select count(*)::int from reminders where person_id = $1 and state = 'waiting') as reminders,
         (select count(*)::int from measure_requests where person_id = $1 and state = 'asked') as requests`,
      [leo.id],
    )
    expect(left.rows).toEqual([{ assignments: 0, reminders: 0, requests: 0 }])
    expect(await close()).toMatchObject({ status: 409, code: 'closed' })
    expect(await world.call('assignModule', dani, { params: { personId: leo.id }, body: { module: 'low-mood' } })).toMatchObject({ status: 409, code: 'closed' }) // prettier-ignore
  })

  it('is the supervisor’s alone where a case was not attended, after a review of risk', async () => {
    const request = { reason: 'not-attended', destination: 'none', riskReview: 'Was not brought; school sees her' }
    const refused = await close(request)
    expect(refused.body.gaps.map(({ code }: { code: string }) => code)).toEqual(['supervisor'])
    const closed = await close(request, sol)
    expect(closed.body.closings).toMatchObject([{ signedOffBy: { name: 'Sol' }, riskReview: request.riskReview }])
    expect(world.outbox.enqueued.at(-1)?.event).toMatchObject({ type: 'closure', signedOffBy: 'Sol' })
  })

  it('never overwrites what somebody else changed meanwhile', async () => {
    const seen = await version()
    await at(dani, 'changeCase', { version: seen, sessionNumber: 2 })
    expect(await close({ version: seen })).toMatchObject({ status: 409, code: 'changed-meanwhile' }) // prettier-ignore
  })

  it('can be undone with a reason, and closed again', async () => {
    expect(await at(dani, 'reopenCase', { version: await version(), reason: 'Asked to come back' })).toMatchObject({ status: 409, code: 'not-closed' }) // prettier-ignore
    await close()
    const reopened = await at(dani, 'reopenCase', { version: await version(), reason: 'Asked to come back' })
    expect(reopened.body.closings).toMatchObject([{ reopened: { by: { name: 'Dani' }, reason: 'Asked to come back' } }])
    expect((await at(dani, 'readCase')).body.state).toBe('active')
    world.now = new Date(NOW.getTime() + 3_600_000)
    expect((await close({ reason: 'moved-away' })).body.closings).toMatchObject([
      { reason: 'moved-away', reopened: null },
      { reason: 'completed', reopened: {} },
    ])
  })
})
