import type { Database } from '../../src/database/database.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const SPOKEN = { way: 'call', with: 'person', at: NOW.toISOString(), reached: true, note: 'Spoke for a while' }
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
    world.call('releaseAlert', dani, {
      params: { alertId },
      body: { outcome: 'plan-reviewed', contact: SPOKEN, note, version },
    })

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

  describe('when they are closed (6.3)', () => {
    const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000).toISOString()
    const log = (id: string, body: object) => world.call('logContact', dani, { params: { alertId: id }, body: { ...SPOKEN, ...body } }) // prettier-ignore
    const close = (id: string, body: object, version = 1) =>
      world.call('releaseAlert', dani, { params: { alertId: id }, body: { note: 'What was said', version, ...body } })

    it.each([
      ['contacted', 'contact-missing'],
      ['plan-reviewed', 'contact-missing'],
      ['carer-informed', 'carer-contact-missing'],
      ['referred', 'to-whom-missing'],
      ['emergency-services', 'to-whom-missing'],
      ['no-contact', 'no-contact-yet'],
    ])('%s needs what belongs to it, and without it nothing is closed and the hold stays', async (outcome, code) => {
      const id = await world.escalation({ person: leo })
      expect(await close(id, { outcome })).toMatchObject({ status: 409, code })
      expect((await look(id)).alert).toMatchObject({ state: 'open', holds: true, released: null, version: 1 })
    })

    it('a false alarm needs its reason, and nothing else has one', async () => {
      const id = await world.escalation({ person: leo })
      await expect(close(id, { outcome: 'false-alarm' })).rejects.toThrow()
      await expect(close(id, { outcome: 'referred', toWhom: 'Crisis team', falseAlarmReason: 'saying' })).rejects.toThrow() // prettier-ignore
      expect((await close(id, { outcome: 'false-alarm', falseAlarmReason: 'quotation' })).status).toBe(200)
    })

    it('a try that reached nobody needs the next action, changes nothing else, and does not count as contact', async () => {
      const id = await world.escalation({ person: leo })
      expect(await log(id, { reached: false, note: 'Rang out twice' })).toMatchObject({ code: 'next-action-missing' })
      expect(await log(id, { with: 'parent-carer' })).toMatchObject({ code: 'contact-without-name' })
      expect(await log(id, { at: at(5) })).toMatchObject({ code: 'contact-at-another-time' })
      expect(await log(id, { at: at(-5) })).toMatchObject({ code: 'contact-at-another-time' })
      const tried = await log(id, { reached: false, note: 'Rang out twice', nextAction: 'Ring again', nextActionAt: at(60) }) // prettier-ignore
      expect(tried.body.alert).toMatchObject({
        state: 'open', holds: true, version: 1, acknowledged: null,
        contact: { tries: 1, reachedPerson: false, nextAction: 'Ring again', nextActionAt: at(60) },
      }) // prettier-ignore
      expect(await close(id, { outcome: 'contacted' })).toMatchObject({ code: 'contact-missing' })
      world.now = new Date(NOW.getTime() + 60_000)
      await log(id, { with: 'parent-carer', at: at(1), name: 'Nan', note: 'Nan will sit with him' })
      expect(await close(id, { outcome: 'contacted' })).toMatchObject({ code: 'contact-missing' })
      const { body } = await close(id, { outcome: 'carer-informed' })
      expect(body.alert).toMatchObject({ state: 'closed', contact: { tries: 2, reachedCarer: true } })
      expect(body.contacts).toMatchObject([
        { way: 'call', with: 'person', reached: false, by: { name: 'Dani' }, nextAction: 'Ring again' },
        { with: 'parent-carer', name: 'Nan', reached: true, note: 'Nan will sit with him', nextAction: null },
      ])
    })

    it('a contact given along is logged in the same step, and counts for what else was said in the incident', async () => {
      const first = await world.escalation({ person: leo })
      const second = await world.escalation({ person: leo, lane: 'others' })
      const { body } = await close(first, { outcome: 'contacted', contact: SPOKEN })
      expect(body.contacts).toHaveLength(1)
      expect((await look(second)).alert.contact).toMatchObject({ tries: 0, reachedPerson: true })
      expect((await close(second, { outcome: 'contacted' })).status).toBe(200)
      const kinds = world.outbox.enqueued.map(({ event }) =>
        event.type === 'risk-flag-event' ? event.kind : event.type,
      )
      expect(kinds.filter((kind) => kind === 'contact')).toHaveLength(1)
    })

    it('names who has it where it was referred', async () => {
      const id = await world.escalation({ person: leo })
      const { body } = await close(id, { outcome: 'emergency-services', toWhom: 'Ambulance, ref 12' })
      expect(body.alert.released).toMatchObject({ toWhom: 'Ambulance, ref 12', nextAction: null })
    })

    it('a T1, and what somebody unlinked wrote, may end without contact once the next action is named', async () => {
      const next = { nextAction: 'Raise it in the session on Thursday', nextActionAt: at(2000) }
      const t1 = await world.escalation({ person: leo, tier: 'T1' })
      expect(await close(t1, { outcome: 'no-contact', ...next })).toMatchObject({ code: 'contact-missing' })
      await log(t1, { reached: false, note: 'No answer', ...next })
      expect(await close(t1, { outcome: 'no-contact' })).toMatchObject({ code: 'next-action-missing' })
      expect((await close(t1, { outcome: 'no-contact', ...next })).body.alert.released).toMatchObject(next)
      const kit = await world.staff('Kit', ['duty-worker'])
      const unlinked = await world.escalation({ person: null, tier: 'T3' })
      const closed = await world.call('releaseAlert', kit, {
        params: { alertId: unlinked }, body: { outcome: 'no-contact', ...next, note: 'Nobody to reach', version: 1 },
      }) // prettier-ignore
      expect(closed.body.alert.state).toBe('closed')
    })
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
