import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000)
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString()

const phq9 = (total: number | null, more: object = {}) => ({
  measure: 'phq-9',
  measureVersion: '1',
  startedAt: NOW.toISOString(),
  answers: Array.from({ length: 9 }, (_, i) =>
    total === null && i === 8
      ? { item: '9', state: 'declined', answer: null }
      : { item: String(i + 1), state: 'given', answer: i === 0 ? 2 : 0 },
  ),
  score:
    total === null
      ? { state: 'not-scorable', reason: 'needs all 9 answers and has 8', rule: 'phq-9' }
      : { state: 'scored', total, rule: 'phq-9' },
  fast: false,
  ...more,
})
const entry = (name: string, fields: object, more: object = {}) => ({
  recordType: 'plan', module: 'low-mood', name, dialog: { id: 'a', version: 1 }, fields, skipped: ['confidence'], declined: ['mood'], refersTo: null, about: null, ...more,
}) // prettier-ignore

describe.each(ENGINES)('cases on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let sol: StaffCaller
  const open = (body: object, caller = dani) => world.call('openCase', caller, { body })
  const read = async (caseId: string) => (await world.call('readCase', dani, { params: { caseId } })).body

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    sol = await world.staff('Sol', ['supervisor'])
  })
  afterAll(() => database.close())

  describe('opening one', () => {
    it('takes a case that the case record holds, for the practitioner who asks', async () => {
      const caseRef = newId()
      world.recordHolds.add(caseRef)
      const { status, body } = await open({
        caseRef,
        supervisorId: sol.staffId,
        careStatus: 'in-care',
        setup: { safeContact: 'Text, after four' },
      })
      expect(status).toBe(201)
      expect(body).toMatchObject({
        caseRef,
        state: 'setting-up',
        careStatus: 'in-care',
        practitioner: { name: 'Dani' },
        supervisor: { name: 'Sol' },
        setup: { safeContact: 'Text, after four' },
      })
      expect(await open({ caseRef })).toMatchObject({ status: 409, code: 'case-already-open' })
    })

    it('opens nothing that is not in the case record, unless it may be created there', async () => {
      const caseRef = newId()
      expect(await open({ caseRef })).toMatchObject({ status: 422, code: 'not-in-record' })
      world.record = 'read-only'
      expect(await open({ caseRef, createInRecord: true })).toMatchObject({
        status: 422,
        code: 'record-does-not-allow',
      })
      world.record = 'up'
      expect((await open({ caseRef, createInRecord: true })).status).toBe(201)
      expect(world.recordHolds.has(caseRef)).toBe(true)
    })

    it('opens nothing while the case record cannot be reached', async () => {
      const caseRef = newId()
      world.record = 'down'
      expect(await open({ caseRef, createInRecord: true })).toMatchObject({
        status: 503,
        code: 'case-record-not-reached',
      })
      expect((await database.query('select 1 from cases where case_ref = $1', [caseRef])).rows).toEqual([])
    })

    it('refuses as supervisor anybody who is not one', async () => {
      const caseRef = newId()
      world.recordHolds.add(caseRef)
      expect(await open({ caseRef, supervisorId: dani.staffId })).toMatchObject({
        status: 422,
        code: 'not-a-supervisor',
      })
    })
  })

  it('never overwrite a change that was made meanwhile', async () => {
    const caseId = await world.openCase({ caseRef: newId(), practitioner: dani, supervisor: sol })
    const change = (caller: StaffCaller, body: object) => world.call('changeCase', caller, { params: { caseId }, body })
    expect((await change(dani, { version: 1, sessionNumber: 3, nextSessionAt: inHours(30) })).body).toMatchObject({
      version: 2,
      sessionNumber: 3,
      nextSessionAt: inHours(30),
    })
    expect(await change(sol, { version: 1, sessionNumber: 5 })).toMatchObject({
      status: 409,
      code: 'changed-meanwhile',
      body: { version: 2 },
    })
    expect((await change(sol, { version: 2, nextSessionAt: null })).body).toMatchObject({
      sessionNumber: 3,
      nextSessionAt: null,
    })
  })

  it('stand in the caseload by urgency: alerts, then sessions soon, then those that are stuck, then the rest', async () => {
    const stuck = await world.openCase({ caseRef: 'z-stuck', practitioner: dani })
    await database.query(
      `insert into notices (id, case_id, person_id, notice, created_at) values ($1, $2, $3, 'stuck', $4)`,
      [newId(), stuck, (await world.person(stuck)).id, NOW],
    )
    const quiet = await world.openCase({ caseRef: 'c-quiet', practitioner: dani })
    const soon = await world.openCase({ caseRef: 'b-soon', practitioner: dani })
    const alerted = await world.openCase({ caseRef: 'd-alerted', practitioner: dani })
    const worse = await world.openCase({ caseRef: 'e-worse', practitioner: dani })
    await database.query('update cases set next_session_at = $2 where id = $1', [soon, inHours(20)])
    await database.query('update cases set next_session_at = $2 where id = $1', [quiet, inHours(200)])
    await world.escalation({ person: await world.person(alerted), tier: 'T1' })
    await world.escalation({ person: await world.person(worse), tier: 'T3' })
    const { body } = await world.call('listCaseload', dani)
    expect(body.cases.map((c: { caseId: string }) => c.caseId)).toEqual([worse, alerted, soon, stuck, quiet])
    await database.query('delete from cases where case_ref = any($1)', [['c-quiet', 'b-soon']])
    await database.query(`update cases set case_ref = id::text where id = any($1::uuid[])`, [[alerted, worse]])
    await database.query('update notices set seen_at = $2 where case_id = $1', [stuck, NOW])
  })

  it('show the module and step, the sessions held in which week, and how the chat is used', async () => {
    const caseId = await world.openCase({ caseRef: newId(), practitioner: dani })
    const person = await world.person(caseId)
    await database.query(
      `insert into assignments (id, person_id, module, step_opened, assigned_at) values ($1, $2, 'low-mood', 2, $3)`,
      [newId(), person.id, NOW],
    )
    const session = { type: 'session-record', body: { attendance: 'attended', startsAt: daysAgo(16).toISOString() } }
    await world.event({ caseId, personId: person.id, ...session })
    await database.query('update cases set session_number = 2 where id = $1', [caseId])
    const { body } = await world.call('listCaseload', dani)
    expect(body.cases.find((one: { caseId: string }) => one.caseId === caseId)).toMatchObject({
      sessionsHeld: 1,
      week: 3,
      overPlan: false,
      modules: [{ title: 'Low mood: activity scheduling', step: 2, steps: 2 }],
      lastEntryAt: null,
      engagement: 'active',
      stuck: false,
    })
    await database.query(`update cases set case_ref = 'zz' || id where id = $1`, [caseId])
  })

  it('show in one line what a caseload is read for', async () => {
    const caseId = await world.openCase({ caseRef: newId(), practitioner: dani })
    const person = await world.person(caseId, { preferredName: 'Amira Kay' })
    await world.escalation({ person, tier: 'T2' })
    await world.event({
      caseId,
      personId: person.id,
      type: 'self-help-entry',
      body: entry('activity-plan', {}),
      at: daysAgo(2),
    })
    await world.outboxEntry(caseId, 'parked')
    await world.outboxEntry(caseId, 'delivered')
    await database.query(
      `insert into measure_requests (id, person_id, measure, state, asked_at) values ($1, $2, 'phq-9', 'asked', $3)`,
      [newId(), person.id, NOW],
    )
    await database.query(
      `insert into notices (id, case_id, person_id, notice, created_at) values ($1, $2, $3, 'stuck', $4)`,
      [newId(), caseId, person.id, NOW],
    )
    const { body } = await world.call('listCaseload', dani)
    expect(body.cases[0]).toMatchObject({
      initials: 'AK',
      careStatus: 'kinship',
      sessionNumber: 1,
      sessionsPlanned: 6,
      overPlan: false,
      lastEntryAt: daysAgo(2).toISOString(),
      openAlerts: { count: 1, unacknowledged: 1, highestTier: 'T2' },
      onHold: true,
      measuresWaiting: 1,
      unseenNotices: 1,
      delivery: { waiting: 0, parked: 1, delivered: 1 },
    })
    world.now = new Date(NOW.getTime() + 43 * 86_400_000)
    expect((await world.call('listCaseload', dani)).body.cases[0].overPlan).toBe(true)
  })

  it('need the same number of queries for one case as for thirty', async () => {
    let queries = 0
    const counted = new Proxy(database, {
      get: (target, name) =>
        name === 'query' ? (...a: [string]) => (queries++, target.query(...a)) : Reflect.get(target, name),
    })
    const counting = createWorld(counted)
    const cost = async () => {
      queries = 0
      await counting.call('listCaseload', dani)
      await counting.call('listAlerts', dani)
      return queries
    }
    const one = await world.person(await world.openCase({ caseRef: newId(), practitioner: dani }))
    await world.escalation({ person: one })
    const forOne = await cost()
    for (let i = 0; i < 30; i++)
      await world.escalation({
        person: await world.person(await world.openCase({ caseRef: newId(), practitioner: dani })),
      })
    expect(await cost()).toBe(forOne)
  })

  describe('on one screen', () => {
    let caseId: string
    let personId: string
    beforeEach(async () => {
      caseId = await world.openCase({ caseRef: newId(), practitioner: dani, supervisor: sol })
      personId = (await world.person(caseId)).id
    })

    it('show raw scores with change, and keep declined, missing and not scorable apart', async () => {
      for (const [days, body] of [[28, phq9(18)], [21, phq9(null)], [14, phq9(16)], [1, phq9(9)]] as const) // prettier-ignore
        await world.event({ caseId, personId, type: 'measure-administration', body, at: daysAgo(days) })
      const [series] = (await read(caseId)).measures
      expect(series).toMatchObject({
        title: 'Patient Health Questionnaire 9 (PHQ-9)',
        range: { min: 0, max: 27 },
        direction: 'higher-is-worse',
      })
      const shown = series.administrations.map((a: Record<string, unknown>) => [
        a.state,
        a.total,
        a.change,
        a.changeFromBaseline,
        a.reliable,
      ])
      expect(shown).toEqual([
        ['scored', 18, null, null, null],
        ['not-scorable', null, null, null, null],
        ['scored', 16, -2, -2, 'none'],
        ['scored', 9, -7, -9, 'improved'],
      ])
      expect(series.administrations[1]).toMatchObject({
        reason: 'needs all 9 answers and has 8',
        declined: ['9'],
        missing: [],
        band: null,
      })
      expect(series.administrations[3].answers[8]).toMatchObject({
        risk: true,
        state: 'given',
        answer: 0,
        answerText: 'Not at all',
      })
    })

    it('keep the series of two people apart', async () => {
      const other = (await world.person(caseId, { preferredName: 'Ash' })).id
      await world.event({ caseId, personId, type: 'measure-administration', body: phq9(18) })
      await world.event({ caseId, personId: other, type: 'measure-administration', body: phq9(4) })
      const { measures } = await read(caseId)
      expect(
        measures.map((m: { personId: string; administrations: { total: number; change: null }[] }) => [
          m.personId,
          m.administrations[0]!.total,
          m.administrations[0]!.change,
        ]),
      ).toEqual(
        expect.arrayContaining([[personId, 18, null], [other, 4, null]]), // prettier-ignore
      )
    })

    it('show the newest version of each entry, newest first, fifty at a time, and none twice or left out', async () => {
      const amended = await world.event({
        caseId,
        personId,
        type: 'self-help-entry',
        body: entry('activity-plan', { activity: 'walk' }),
        at: daysAgo(60),
      })
      await world.event({
        caseId,
        personId,
        type: 'self-help-entry',
        entryId: amended,
        version: 2,
        body: entry('activity-plan', { activity: 'swim' }),
        at: daysAgo(59),
      })
      for (let i = 0; i < 101; i++)
        await world.event({
          caseId,
          personId,
          type: 'self-help-entry',
          body: entry('activity-log', { n: i }),
          at: daysAgo(Math.floor(i / 3)),
        })
      const first = await read(caseId)
      const seen = [...first.entries]
      let cursor: string | null = first.nextEntries
      while (cursor !== null) {
        const { body } = await world.call('listEntries', dani, { params: { caseId }, query: { cursor } })
        seen.push(...body.entries)
        cursor = body.nextEntries
      }
      expect(first.entries).toHaveLength(50)
      expect(new Set(seen.map((e) => e.entryId)).size).toBe(102)
      expect(seen).toHaveLength(102)
      expect(seen.at(-1)).toMatchObject({
        version: 2,
        fields: { activity: 'swim' },
        skipped: ['confidence'],
        declined: ['mood'],
      })
      expect(
        await world.call('listEntries', dani, { params: { caseId }, query: { cursor: 'anything' } }),
      ).toMatchObject({ status: 422 })
    })

    it('show what a person left for their practitioner apart from entries, and notices until somebody has seen them', async () => {
      await world.event({
        caseId,
        personId,
        type: 'self-help-entry',
        body: entry('agenda', { text: 'School on Monday' }, { module: 'general' }),
      })
      const noticeId = newId()
      await database.query(
        `insert into notices (id, case_id, person_id, notice, detail, created_at) values ($1, $2, $3, 'stuck', 'low-mood', $4)`,
        [noticeId, caseId, personId, NOW],
      )
      const before = await read(caseId)
      expect(before.entries).toEqual([])
      expect(before.notes).toMatchObject([{ purpose: 'agenda', text: 'School on Monday' }])
      expect(before.notices).toMatchObject([{ notice: 'stuck', seenAt: null }])
      expect(
        (await world.call('markNoticesSeen', dani, { params: { caseId }, body: { ids: [noticeId] } })).body,
      ).toEqual({ seen: 1 })
      expect(
        (await world.call('markNoticesSeen', sol, { params: { caseId }, body: { ids: [noticeId] } })).body,
      ).toEqual({ seen: 0 })
      expect((await read(caseId)).notices).toMatchObject([{ seenBy: 'Dani' }])
    })

    it('write every view down', async () => {
      await read(caseId)
      expect(
        (
          await database.query(`select 1 from audit where action = 'view-case' and case_id = $1 and staff_id = $2`, [
            caseId,
            dani.staffId,
          ])
        ).rows,
      ).toHaveLength(1)
    })
  })
})
