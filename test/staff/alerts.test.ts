import type { Database } from '../../src/database/database.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

describe.each(ENGINES)('alerts on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let leo: { id: string; caseId: string }
  const look = async (alertId: string, caller = dani) =>
    (await world.call('readAlert', caller, { params: { alertId } })).body
  const acknowledge = (alertId: string, version: number, caller = dani) =>
    world.call('acknowledgeAlert', caller, { params: { alertId }, body: { plannedAction: 'Ring Leo at ten', version } })
  const release = (alertId: string, version: number, note = 'Spoke with Leo, plan looked at again') =>
    world.call('releaseAlert', dani, { params: { alertId }, body: { outcome: 'plan-reviewed', note, version } })

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    leo = await world.person(await world.openCase({ caseRef: crypto.randomUUID(), practitioner: dani }))
  })
  afterAll(() => database.close())

  it('come T3 first and then the oldest, with the exact words, why, and who was told', async () => {
    const t1 = await world.escalation({ person: leo, tier: 'T1', lane: 'scope', at: minutesAgo(300) })
    const t2 = await world.escalation({ person: leo, tier: 'T2', at: minutesAgo(10), words: 'i hurt my arm agian' })
    const older = await world.escalation({ person: leo, tier: 'T2', lane: 'safeguarding', at: minutesAgo(60) })
    const t3 = await world.escalation({ person: leo, tier: 'T3', lane: 'medical', at: minutesAgo(1) })
    const { body } = await world.call('listAlerts', dani)
    expect(body.alerts.map((a: { id: string }) => a.id)).toEqual([t3, older, t2, t1])
    expect(body).toMatchObject({ unacknowledged: 4, oldestWaitingSince: minutesAgo(300).toISOString() })
    expect(body.alerts[2]).toMatchObject({
      words: 'i hurt my arm agian',
      because: ['a reason'],
      tierWords: 'Same working day',
      holds: true,
      context: [{ from: 'bot', text: 'How was today?', at: NOW.toISOString() }],
      told: [{ name: 'Dani', route: 'staff-page', state: 'sent' }],
      person: { preferredName: 'Leo', age: 16 },
      case: { careStatus: 'kinship', practitioner: { name: 'Dani' } },
      mayOpenCase: true,
    })
  })

  it('say who is told next and when, and show each step of the ladder with whom it reached', async () => {
    const sol = await world.staff('Sol', ['supervisor'])
    const theirs = await world.person(
      await world.openCase({ caseRef: crypto.randomUUID(), practitioner: dani, supervisor: sol }),
    )
    const id = await world.escalation({ person: theirs, tier: 'T3' })
    const { alert, ladder } = await look(id)
    expect(alert.next).toMatchObject({ rung: 'supervisor', dueAt: '2026-11-18T09:45:00.000Z', onPageOnly: false })
    expect(alert.next.tells).toContain('Sol')
    expect(ladder.map((s: { rung: string; state: string }) => `${s.rung} ${s.state}`).slice(0, 4)).toEqual([
      'first run', 'supervisor waiting', 'service-manager waiting', 'everybody waiting',
    ]) // prettier-ignore
    expect(ladder[0].told).toContainEqual({
      name: 'Dani', route: 'staff-page', state: 'sent', at: NOW.toISOString(), tries: 1, nextTryAt: null,
    }) // prettier-ignore
    expect((await world.call('listAlerts', dani)).body.alerts[0].next).toEqual(alert.next)
    const taken = await acknowledge(id, 1)
    expect(taken.body.alert.next).toBeNull()
    expect(new Set(taken.body.ladder.map((s: { state: string }) => s.state))).toEqual(new Set(['run', 'silent']))
  })

  it('are not acknowledged by being looked at, and every look is written down', async () => {
    const id = await world.escalation({ person: leo })
    await look(id)
    const { alert, history } = await look(id)
    expect(alert).toMatchObject({ state: 'open', acknowledged: null })
    expect(history.map((h: { kind: string }) => h.kind).filter((k: string) => k === 'viewed')).toHaveLength(2)
    const audit = await database.query<{ person_id: string }>(
      `select person_id from audit where action = 'view-alert' and subject_id = $1`,
      [id],
    )
    expect(audit.rows).toEqual([{ person_id: leo.id }, { person_id: leo.id }])
    await world.call('listAlerts', dani)
    const lists = await database.query<{ detail: { alerts: string[] } }>(
      `select detail from audit where action = 'list-alerts' and staff_id = $1`,
      [dani.staffId],
    )
    expect(lists.rows[0]!.detail.alerts).toEqual([id])
  })

  it('are taken by one named human with what they plan, and the first one stands', async () => {
    const id = await world.escalation({ person: leo })
    const first = await acknowledge(id, 1)
    expect(first.body.alert).toMatchObject({
      state: 'acknowledged',
      holds: true,
      acknowledged: {
        by: { staffId: dani.staffId, name: 'Dani' },
        plannedAction: 'Ring Leo at ten',
        at: NOW.toISOString(),
      },
    })
    const duty = await world.staff('Kit', ['duty-worker'])
    expect(await acknowledge(id, 2, duty)).toMatchObject({ status: 409, code: 'already-acknowledged' })
    expect((await look(id)).alert.acknowledged.by.name).toBe('Dani')
  })

  it('are handed over to a colleague by name, are nobody’s until they take it, and it is written down who did it', async () => {
    const id = await world.escalation({ person: leo })
    await acknowledge(id, 1)
    const ash = await world.staff('Ash', ['practitioner'])
    const setUp = await world.staff('Uma', ['service-set-up'])
    const { colleagues } = (await world.call('listColleagues', dani)).body
    const names = colleagues.map((c: { name: string }) => c.name)
    expect(names).toContain('Ash')
    expect(names).not.toContain('Uma')
    expect(colleagues.map((c: { staffId: string }) => c.staffId)).not.toContain(dani.staffId)
    const handOver = (toStaffId: string, version: number, caller = dani) =>
      world.call('handOverAlert', caller, {
        params: { alertId: id },
        body: { toStaffId, reason: 'Away at two', version },
      })
    expect(await handOver(setUp.staffId, 2)).toMatchObject({ status: 409, code: 'cannot-take-it' })
    expect(await handOver(ash.staffId, 1)).toMatchObject({ status: 409, code: 'changed-meanwhile' })
    expect((await look(id)).alert.state).toBe('acknowledged')
    expect((await world.call('readAlert', ash, { params: { alertId: id } })).status).toBe(404)
    const { body } = await handOver(ash.staffId, 2)
    expect(body.alert).toMatchObject({
      state: 'open', acknowledged: null, holds: true,
      handedOver: { to: { name: 'Ash' }, by: { name: 'Dani' }, reason: 'Away at two', at: NOW.toISOString() },
    }) // prettier-ignore
    expect(body.alert.told).toContainEqual(expect.objectContaining({ name: 'Ash', state: 'sent' }))
    expect(body.history).toContainEqual(expect.objectContaining({ kind: 'handed-over', by: 'Dani' }))
    world.now = new Date(NOW.getTime() + 60_000)
    const taken = await acknowledge(id, 3, ash)
    expect(taken.body.alert).toMatchObject({ state: 'acknowledged', acknowledged: { by: { name: 'Ash' } }, handedOver: null }) // prettier-ignore
  })

  it('refuse a decision that was made before something new came in', async () => {
    const id = await world.escalation({ person: leo })
    await acknowledge(id, 1)
    expect(await release(id, 1)).toMatchObject({ status: 409, code: 'changed-meanwhile', body: { version: 2 } })
    expect((await look(id)).alert.holds).toBe(true)
  })

  it('close, and end the hold, only with an outcome and a note', async () => {
    const id = await world.escalation({ person: leo })
    await expect(release(id, 1, '   ')).rejects.toThrow()
    expect((await look(id)).alert.holds).toBe(true)
    const { body } = await release(id, 1)
    expect(body.alert).toMatchObject({
      state: 'closed',
      holds: false,
      released: { by: { name: 'Dani' }, outcome: 'plan-reviewed', note: 'Spoke with Leo, plan looked at again' },
    })
    expect((await world.call('listAlerts', dani)).body.alerts).toEqual([])
    expect(await release(id, body.alert.version)).toMatchObject({ status: 409, code: 'already-closed' })
  })

  it('keep notes in their history, in order, by name', async () => {
    const id = await world.escalation({ person: leo, at: minutesAgo(5) })
    await world.call('addAlertNote', dani, { params: { alertId: id }, body: { note: 'No answer at ten' } })
    world.now = minutesAgo(-1)
    const { history } = await look(id)
    expect(history[0]).toMatchObject({ kind: 'opened' })
    expect(history.at(-2)).toMatchObject({ kind: 'note', by: 'Dani', detail: { text: 'No answer at ten' } })
  })

  it('stay with the case after they are closed', async () => {
    const closed = await world.escalation({ person: leo, tier: 'T3', at: minutesAgo(500) })
    await release(closed, 1)
    const open = await world.escalation({ person: leo, tier: 'T1' })
    const { body } = await world.call('readCase', dani, { params: { caseId: leo.caseId } })
    expect(body.alerts.map((a: { id: string }) => a.id)).toEqual([open, closed])
  })
})
