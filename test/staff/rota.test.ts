import type { Database } from '../../src/database/database.ts'
import { readRota } from '../../src/rota/readRota.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { HOURS } from '../helpers/rota.ts'
import { createWorld, NOW, type World } from './world.ts'

const WEEK = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: '09:00', until: '17:00' }))
interface Fault {
  place: string
  problem: string
}

describe.each(ENGINES)('the rota’s set-up on %s', (engine) => {
  let database: Database
  let world: World
  let uma: StaffCaller
  let dani: StaffCaller
  let kit: StaffCaller
  const page = async () => (await world.call('readRotaPage', uma)).body
  const service = async (body: object) => {
    const { version } = await page()
    return world.call('changeServiceRota', uma, { body: { version, hours: WEEK, closures: [], duty: [], onCall: [], ...body } }) // prettier-ignore
  }
  const person = async (one: StaffCaller, body: object) => {
    const { staff } = await page()
    const { version } = staff.find((s: { staff: { staffId: string } }) => s.staff.staffId === one.staffId)
    return world.call('changeStaffRota', uma, {
      params: { staffId: one.staffId },
      body: { version, hours: null, coverId: null, absences: [], email: null, webhook: null, keepTeams: true, ...body },
    })
  }
  const faultsOf = ({ status, body }: { status: number; body: { faults?: Fault[] } | null }) => {
    expect(status).toBe(422)
    return (body?.faults ?? []).map(({ place, problem }) => `${place}: ${problem}`)
  }
  const shown = async (one: StaffCaller) =>
    (await page()).staff.find((s: { staff: { staffId: string } }) => s.staff.staffId === one.staffId)

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    await database.query(
      'truncate rota_service_hours, rota_changes, rota_closures, rota_hours, rota_absences, rota_covers, rota_duty, rota_on_call, staff_addresses, audit, cases, staff cascade',
    )
    world = createWorld(database)
    uma = await world.staff('Uma', ['service-set-up'])
    dani = await world.staff('Dani', ['practitioner'])
    kit = await world.staff('Kit', ['duty-worker'])
  })
  afterAll(() => database.close())

  it('begins with the hours of the configuration, and with the service’s own once they are saved', async () => {
    expect(await page()).toMatchObject({ hours: WEEK, hoursFromSettings: true, version: 0, changed: null })
    const shorter = [{ weekday: 1, from: '10:00', until: '16:00' }]
    const { body } = await service({ hours: shorter })
    expect(body).toMatchObject({ hours: shorter, hoursFromSettings: false, changed: { by: { name: 'Uma' } } })
    const rota = await readRota(database, HOURS, NOW)
    expect([...rota.hours]).toEqual([[1, { from: '10:00', until: '16:00' }]])
  })

  it('keeps duty turns, closures and on-call turns for the ladder, and leaves what is over as it was', async () => {
    await database.query(`insert into rota_closures (day, reason) values ('2026-11-02', 'training')`)
    const on = { staffId: dani.staffId, from: '2026-11-20T17:00:00.000Z', until: '2026-11-23T09:00:00.000Z' }
    await service({
      duty: [
        { staffId: kit.staffId, weekday: 3, day: null },
        { staffId: kit.staffId, weekday: null, day: '2026-11-27' },
      ],
      closures: [{ day: '2026-12-24', reason: 'Christmas Eve' }],
      onCall: [on],
    })
    const rota = await readRota(database, HOURS, NOW)
    expect(rota.duty).toEqual(expect.arrayContaining([{ staffId: kit.staffId, weekday: 3 }, { staffId: kit.staffId, day: '2026-11-27' }])) // prettier-ignore
    expect([...rota.closures]).toEqual(['2026-12-24'])
    expect(await page()).toMatchObject({ onCall: [on], closures: [{ day: '2026-12-24', reason: 'Christmas Eve' }] })
    const { rows } = await database.query('select 1 from rota_closures')
    expect(rows).toHaveLength(2)
  })

  it('keeps one person’s days, leave, cover and addresses, and nobody else’s', async () => {
    const away = { from: '2026-12-01T09:00:00.000Z', until: '2026-12-04T17:00:00.000Z', coverId: kit.staffId }
    await database.query(`insert into staff_addresses (staff_id, route, address) values ($1, 'teams', '{}')`, [dani.staffId]) // prettier-ignore
    const { status } = await person(dani, {
      hours: [{ weekday: 2, from: '09:00', until: '13:00' }],
      coverId: kit.staffId,
      absences: [away],
      email: 'dani@service.example',
      webhook: '+447700900123',
    })
    expect(status).toBe(200)
    expect(await shown(dani)).toMatchObject({
      hours: [{ weekday: 2, from: '09:00', until: '13:00' }], coverId: kit.staffId, absences: [away],
      email: 'dani@service.example', webhook: '+447700900123', inTeams: true,
    }) // prettier-ignore
    expect(await shown(kit)).toMatchObject({ hours: null, email: null })
    await person(dani, { keepTeams: false })
    expect(await shown(dani)).toMatchObject({ hours: null, coverId: null, absences: [], email: null, inTeams: false })
  })

  it('names each fault of the service’s part, and then saves nothing', async () => {
    const faults = faultsOf(
      await service({
        hours: [{ weekday: 1, from: '17:00', until: '09:00' }, { weekday: 2, from: '09:00', until: '17:00' }, { weekday: 2, from: '10:00', until: '17:00' }],
        closures: [{ day: '2026-12-24', reason: '' }, { day: '2026-12-24', reason: '' }],
        duty: [
          { staffId: dani.staffId, weekday: 1, day: null },
          { staffId: kit.staffId, weekday: 3, day: null },
          { staffId: kit.staffId, weekday: null, day: '2026-12-25' },
        ],
        onCall: [
          { staffId: uma.staffId, from: '2026-11-20T17:00:00Z', until: '2026-11-21T17:00:00Z' },
          { staffId: kit.staffId, from: '2026-11-21T17:00:00Z', until: '2026-11-20T17:00:00Z' },
          { staffId: dani.staffId, from: '2026-11-20T17:00:00Z', until: '2026-11-23T17:00:00Z' },
          { staffId: dani.staffId, from: '2026-11-22T17:00:00Z', until: '2026-11-24T17:00:00Z' },
        ],
      }),
    ) // prettier-ignore
    expect(faults).toEqual([
      'Staffed hours, Tuesday: is there twice',
      'Staffed hours, Monday: 17:00 is not before 09:00',
      'Closure 2026-12-24: is there twice',
      'Duty Monday: Dani is not a duty worker',
      'Duty Wednesday: the service is closed then',
      'Duty 2026-12-25: the service is closed then',
      'On call: Uma cannot deal with alerts',
      'On call, Kit: ends before it begins',
      'On call, Dani: 2026-11-22 17:00 to 2026-11-24 17:00 overlaps another turn of theirs',
    ])
    expect(faultsOf(await service({ hours: [] }))).toContain(
      'Staffed hours: with no day at all nobody would ever be told',
    )
    expect(await page()).toMatchObject({ version: 0, closures: [], onCall: [], hoursFromSettings: true })
  })

  it('names each fault of one person’s part', async () => {
    await person(kit, { absences: [{ from: '2026-12-01T00:00:00Z', until: '2026-12-10T00:00:00Z', coverId: null }] })
    const faults = faultsOf(
      await person(dani, {
        hours: [{ weekday: 6, from: '09:00', until: '17:00' }],
        coverId: dani.staffId,
        absences: [
          { from: '2026-12-02T09:00:00Z', until: '2026-12-03T17:00:00Z', coverId: kit.staffId },
          { from: '2026-12-03T09:00:00Z', until: '2026-12-04T17:00:00Z', coverId: uma.staffId },
          { from: '2026-12-20T09:00:00Z', until: '2026-12-19T17:00:00Z', coverId: null },
        ],
        email: 'dani at service',
        webhook: 'two words',
      }),
    )
    expect(faults).toEqual([
      'Working days, Saturday: the service is not staffed on that day',
      'Cover: nobody covers for themselves',
      'Away 2026-12-02 09:00 to 2026-12-03 17:00: Kit covers, and is away then too',
      'Away 2026-12-03 09:00 to 2026-12-04 17:00, cover: Uma cannot deal with alerts',
      'Away 2026-12-20 09:00 to 2026-12-19 17:00: ends before it begins',
      'Away 2026-12-03 09:00 to 2026-12-04 17:00: overlaps another absence of Dani',
      'E-mail: “dani at service” is no e-mail address',
      'Pager: “two words” must be one word of letters, digits and + @ . : -',
    ])
    expect(await shown(dani)).toMatchObject({ hours: null, absences: [], email: null, version: 0 })
  })

  it('refuses a change made from an older version of the same part, and only of that', async () => {
    const { version } = await page()
    await person(dani, { email: 'dani@service.example' })
    expect((await service({})).status).toBe(200)
    const late = await world.call('changeServiceRota', uma, {
      body: { version, hours: WEEK, closures: [], duty: [], onCall: [] },
    })
    expect(late).toMatchObject({ status: 409, code: 'changed-meanwhile' })
  })

  it('shows where nobody would be told over all open cases, by name, and writes down who changed what without addresses', async () => {
    const sol = await world.staff('Sol', ['supervisor'])
    await world.openCase({ caseRef: 'C-1', practitioner: dani, supervisor: sol })
    const words = ((await page()).gaps as { words: string }[]).map((gap) => gap.words)
    expect(words).toContain('No duty worker is on the rota on Wednesdays, besides the practitioner.')
    await service({ duty: WEEK.map(({ weekday }) => ({ staffId: kit.staffId, weekday, day: null })) })
    expect(((await page()).gaps as { words: string }[]).map((gap) => gap.words).join()).not.toContain('duty worker is on the rota') // prettier-ignore
    await person(dani, { email: 'dani@service.example' })
    const { rows } = await database.query<{ body: object }>('select body from rota_changes order by seq')
    expect(rows).toHaveLength(2)
    expect(JSON.stringify(rows)).not.toContain('dani@service.example')
    const audited = await database.query(`select 1 from audit where action = 'change-rota' and staff_id = $1`, [uma.staffId]) // prettier-ignore
    expect(audited.rows).toHaveLength(2)
  })
})
