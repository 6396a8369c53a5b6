import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { readClock } from '../../src/staff/sessions/episodeClock.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const day = (n: number) => new Date(NOW.getTime() + n * 86_400_000)

describe('the episode clock', () => {
  const openedAt = NOW
  it.each([
    ['begins in week 1 with no session', { sessionNumber: 1, firstHeldAt: null, nextAt: null }, 0, [0, 1, false]],
    [
      'counts weeks from the first session that was held',
      { sessionNumber: 2, firstHeldAt: day(20), nextAt: null },
      27,
      [1, 2, false],
    ],
    [
      'is within bounds in the sixth session and the sixth week',
      { sessionNumber: 7, firstHeldAt: day(0), nextAt: null },
      41,
      [6, 6, false],
    ],
    [
      'is beyond them with a seventh session planned',
      { sessionNumber: 7, firstHeldAt: day(0), nextAt: day(42) },
      38,
      [6, 6, true],
    ],
    ['is beyond them after six weeks', { sessionNumber: 4, firstHeldAt: day(0), nextAt: day(44) }, 43, [3, 7, true]],
  ])('%s', (_, facts, after, [sessionsHeld, week, over]) => {
    expect(readClock({ ...facts, openedAt }, day(after))).toEqual({ sessionsHeld, week, over })
  })
})

describe.each(ENGINES)('recording a session on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
  })
  afterAll(() => database.close())

  async function aCase() {
    const caseId = await world.openCase({ caseRef: newId(), practitioner: dani })
    const person = await world.person(caseId)
    const assignmentId = newId()
    await database.query(
      `insert into assignments (id, person_id, module, assigned_at) values ($1, $2, 'low-mood', $3)`,
      [assignmentId, person.id, NOW],
    )
    const record = (more: object = {}) =>
      world.call('recordSession', dani, {
        params: { caseId },
        body: {
          sessionId: newId(),
          version: 1,
          personId: person.id,
          attendance: 'attended',
          startsAt: day(0).toISOString(),
          nextSessionAt: day(7).toISOString(),
          ...more,
        },
      })
    const reminders = async () =>
      (
        await database.query<{ dialog: string; at: Date; until: Date | null }>(
          `select dialog, nudge_at as at, until_at as until from reminders where person_id = $1 and state = 'waiting' order by due_at, dialog`,
          [person.id],
        )
      ).rows.map(({ dialog, at, until }) => [dialog, at.toISOString(), until?.toISOString() ?? null])
    const standing = async () =>
      (
        await database.query<{ number: number; next: Date | null; step: number }>(
          `select k.session_number as number, k.next_session_at as next, a.step_opened as step
           from cases k join people p on p.case_id = k.id join assignments a on a.person_id = p.id where k.id = $1`,
          [caseId],
        )
      ).rows[0]
    return { caseId, personId: person.id, assignmentId, record, reminders, standing }
  }
  const TASK = {
    agreed: 'Log on three days, one at the weekend.',
    promptAt: '2026-11-19T17:00:00.000Z',
    checkAt: '2026-11-21T11:00:00.000Z',
  }

  it('keeps it, sends it to the case record, opens the step, moves the clock on and plans the week', async () => {
    const one = await aCase()
    const openStep = { assignmentId: one.assignmentId, from: 1, step: 2 }
    const before = world.outbox.enqueued.length
    const { status, body } = await one.record({ ...TASK, openStep, minutes: 50, note: 'Went well.' })
    expect(status).toBe(201)
    expect(body).toMatchObject({
      session: { number: 1, attendance: 'attended', agreed: TASK.agreed, recordedBy: 'Dani', minutes: 50 },
      clock: { sessionsHeld: 1, week: 1, over: false },
    })
    expect(world.outbox.enqueued.slice(before).map(({ event }) => event)).toMatchObject([
      {
        type: 'session-record',
        version: 1,
        number: 1,
        present: ['young-person'],
        agreed: TASK.agreed,
        note: 'Went well.',
      },
    ])
    expect(await one.standing()).toEqual({ number: 2, next: day(7), step: 2 })
    expect(await one.reminders()).toEqual([
      ['what-we-agreed', '2026-11-18T16:40:00.000Z', TASK.promptAt],
      ['first-practice', TASK.promptAt, TASK.checkAt],
      ['task-check-in', TASK.checkAt, day(7).toISOString()],
      ['agenda', '2026-11-24T15:40:00.000Z', '2026-11-25T00:00:00.000Z'],
    ])
    const { rows } = await database.query<{ module: string; step: number }>(
      'select module, step from agreements where case_id = $1',
      [one.caseId],
    )
    expect(rows).toEqual([{ module: 'low-mood', step: 2 }])
  })

  it('is kept once however often it is sent', async () => {
    const one = await aCase()
    const sent = { ...TASK, sessionId: newId() }
    expect((await one.record(sent)).status).toBe(201)
    expect((await one.record(sent)).status).toBe(201)
    const { body } = await world.call('listSessions', dani, { params: { caseId: one.caseId } })
    expect(body.sessions).toHaveLength(1)
    expect(await one.standing()).toMatchObject({ number: 2 })
  })

  it.each(['not-attended', 'was-not-brought', 'cancelled-by-family', 'cancelled-by-service'])(
    'that was %s counts as no session, opens nothing and leaves the task as it is',
    async (attendance) => {
      const one = await aCase()
      await one.record(TASK)
      const planned = await one.reminders()
      const { status, body } = await one.record({
        version: 2,
        attendance,
        startsAt: day(7).toISOString(),
        nextSessionAt: day(9).toISOString(),
      })
      expect(status).toBe(201)
      expect(body).toMatchObject({ session: { number: 2 }, clock: { sessionsHeld: 1 } })
      expect(await one.standing()).toMatchObject({ number: 2, next: day(9) })
      const now = await one.reminders()
      expect(now.slice(0, 3)).toEqual(planned.slice(0, 3))
      expect(now[3]).toEqual(['agenda', '2026-11-26T15:40:00.000Z', '2026-11-27T00:00:00.000Z'])
    },
  )

  it('asks nothing more of what went before, and nothing at all where no task was agreed', async () => {
    const one = await aCase()
    await one.record(TASK)
    await one.record({ version: 2, nextSessionAt: null })
    expect(await one.reminders()).toEqual([])
  })

  it('moves the question about the agenda with the date of the next session', async () => {
    const one = await aCase()
    await one.record({})
    await world.call('changeCase', dani, {
      params: { caseId: one.caseId },
      body: { version: 2, nextSessionAt: day(8).toISOString() },
    })
    expect(await one.reminders()).toEqual([['agenda', '2026-11-25T15:40:00.000Z', '2026-11-26T00:00:00.000Z']])
  })

  it.each([
    ['a task from a session that did not take place', { ...TASK, attendance: 'not-attended' }],
    ['a step from one that did not take place', { attendance: 'was-not-brought', openStep: true }],
    ['a session that has not begun', { startsAt: day(1).toISOString() }],
    ['a next session before this one', { nextSessionAt: day(-1).toISOString() }],
    ['a prompt without a task', { promptAt: TASK.promptAt }],
    ['a prompt in the past', { ...TASK, promptAt: day(-1).toISOString() }],
    ['a check before the prompt', { ...TASK, checkAt: day(1).toISOString(), promptAt: day(2).toISOString() }],
  ])('refuses %s, and nothing of it is kept', async (_, more) => {
    const one = await aCase()
    const openStep = 'openStep' in more ? { assignmentId: one.assignmentId, from: 1, step: 2 } : null
    expect(await one.record({ ...more, openStep })).toMatchObject({ status: 422, code: 'session-does-not-fit' })
    expect(await one.standing()).toMatchObject({ number: 1, step: 1 })
  })

  it('is refused whole where the case or the step was changed meanwhile', async () => {
    const one = await aCase()
    expect(await one.record({ version: 7 })).toMatchObject({ status: 409, body: { version: 1 } })
    const openStep = { assignmentId: one.assignmentId, from: 2, step: 3 }
    expect((await one.record({ ...TASK, openStep })).status).toBe(422)
    expect((await one.record({ ...TASK, openStep: { ...openStep, step: 2 } })).status).toBe(409)
    expect(await one.standing()).toMatchObject({ number: 1, next: null })
    expect(await one.reminders()).toEqual([])
  })
})
