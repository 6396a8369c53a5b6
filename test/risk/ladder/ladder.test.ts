import type { Database } from '../../../src/database/database.ts'
import { connectPostgres } from '../../../src/database/connect.ts'
import type { KeptClimbing } from '../../../src/risk/ladder/keepClimbing.ts'
import { newId } from '../../../src/shared/ids.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { ENGINES, freshDatabase } from '../../helpers/database.ts'
import { createScene, type Scene } from './scene.ts'

const MINUTE = 60_000

describe.each(ENGINES)('the acknowledgement ladder on %s', (engine) => {
  let database: Database & { url?: string }
  let scene: Scene
  let kept: KeptClimbing
  const begin = async (at?: string) => {
    await kept?.stop()
    scene = await createScene(database, at)
    kept = await scene.start()
  }
  /** Turns the clock by hand, minute by minute, with the sweep looking each time. */
  const passes = async (minutes: number) => {
    for (let n = 0; n < minutes; n++) {
      scene.clock.advance(MINUTE)
      await kept.sweep()
    }
  }
  /** Goes to a moment and looks once. */
  const itIs = async (at: string) => {
    scene.clock.set(at)
    await kept.sweep()
  }
  const settled = async () => {
    while ((await kept.sweep()) > 0);
  }

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(() => begin())
  afterAll(async () => {
    await kept.stop()
    await database.close()
  })

  it('climbs a T3 that nobody acknowledges, each rung once and at its minute (7.3 no. 15)', async () => {
    const id = await scene.opens('T3')
    await passes(60)
    expect(await scene.pagings(id)).toEqual([
      '10:00 first: Dani, Kit',
      '10:15 supervisor: Sol, Kit',
      '10:30 service-manager: Mo',
      '10:45 everybody: Dani, Kit, Sol, Mo',
    ])
    const { rows } = await database.query(`select 1 from escalation_events where escalation_id = $1 and body ? 'incidentLog'`, [id]) // prettier-ignore
    expect(rows).toHaveLength(1)
  })

  it('climbs a T2 through the day and the next morning, and every morning after that', async () => {
    const id = await scene.opens('T2')
    for (const at of ['11:59', '12:00', '13:59', '14:00', '16:29', '16:30']) await itIs(`2026-11-24T${at}:00Z`)
    for (const at of ['25T08:59', '25T09:00', '25T09:59', '25T10:00', '26T08:59', '26T09:00', '27T09:00'])
      await itIs(`2026-11-${at}:00Z`)
    expect(await scene.pagings(id)).toEqual([
      '10:00 first: Dani',
      '12:00 duty-worker: Kit',
      '14:00 supervisor: Sol',
      '16:30 contact-before-close: Kit',
      '09:00 morning-board: Dani, Kit',
      '10:00 morning-board-overdue: Sol, Kit',
      '09:00 morning-board-again: Dani, Kit, Sol',
      '09:00 morning-board-again: Dani, Kit, Sol',
    ])
  })

  it('climbs a priority T2 with the duty worker at once and after an hour', async () => {
    const id = await scene.opens('T2', { priority: true })
    await passes(61)
    expect(await scene.pagings(id)).toEqual(['10:00 first: Dani, Kit', '11:00 duty-worker: Kit'])
  })

  it("climbs a T1 from the practitioner's queue to the supervisor's list to the supervisor", async () => {
    const id = await scene.opens('T1')
    for (const at of ['25T16:58', '25T16:59', '26T16:58', '26T16:59', '30T09:00']) await itIs(`2026-11-${at}:00Z`)
    expect(await scene.pagings(id)).toEqual([
      '10:00 first: (Dani)',
      '16:59 supervisor-list: (Sol)',
      '16:59 supervisor-acts: Sol',
    ])
  })

  it('falls silent with an acknowledgement, and only with one', async () => {
    const id = await scene.opens('T3')
    await passes(20)
    await database.query('insert into audit (id, at, staff_id, action, subject_id) values ($1, $2, $3, $4, $5)', [newId(), scene.clock.now(), scene.dani, 'view-alert', id]) // prettier-ignore
    await passes(11)
    expect(await scene.pagings(id)).toHaveLength(3)
    await scene.acknowledges(id, scene.sol)
    await passes(60)
    expect(await scene.pagings(id)).toHaveLength(3)
    const { rows } = await database.query<{ state: string }>(`select distinct state from ladder_rungs where escalation_id = $1 and run_at is null`, [id]) // prettier-ignore
    expect(rows).toEqual([{ state: 'silent' }])
  })

  it('begins anew when the tier is raised, also after an acknowledgement', async () => {
    const id = await scene.opens('T2')
    await passes(5)
    await scene.acknowledges(id, scene.dani)
    await passes(5)
    await scene.raises(id, 'T3')
    await passes(46)
    expect(await scene.pagings(id)).toEqual([
      '10:00 first: Dani',
      '10:10 first: Dani, Kit',
      '10:25 supervisor: Sol, Kit',
      '10:40 service-manager: Mo',
      '10:55 everybody: Dani, Kit, Sol, Mo',
    ])
  })

  it('is never put off by what is said meanwhile: told again at once, the later rungs keep their time', async () => {
    const id = await scene.opens('T3')
    await passes(14)
    await scene.raises(id, 'T3', ['harm'])
    await passes(20)
    expect(await scene.pagings(id)).toEqual([
      '10:00 first: Dani, Kit',
      '10:14 first: Dani, Kit',
      '10:15 supervisor: Sol, Kit',
      '10:30 service-manager: Mo',
    ])
  })

  it('pages whoever covers in the same minute when the practitioner is at the dentist (S6.7)', async () => {
    const ash = await scene.staff('Ash', ['practitioner'])
    await scene.away(scene.dani, '2026-11-24T09:30:00Z', '2026-11-24T12:00:00Z', ash)
    const id = await scene.opens('T3')
    await passes(15)
    expect(await scene.pagings(id)).toEqual(['10:00 first: Ash, Kit', '10:15 supervisor: Sol, Kit'])
    await settled()
    expect(scene.pager.sent.map((alert) => alert.address)).toContain('Ash@webhook')
    expect(scene.pager.sent.map((alert) => alert.address)).not.toContain('Dani@webhook')
  })

  it('goes to the cover on a part-time day, and to the duty worker where nobody covers', async () => {
    await database.query(`insert into rota_hours (staff_id, weekday, from_time, until_time) values ($1, 1, '09:00', '17:00')`, [scene.dani]) // prettier-ignore
    const alone = await scene.opens('T2')
    const ash = await scene.staff('Ash', ['practitioner'])
    await database.query('insert into rota_covers (staff_id, cover_id) values ($1, $2)', [scene.dani, ash])
    const covered = await scene.opens('T2', { lane: 'others' })
    expect(await scene.pagings(alone)).toEqual(['10:00 first: Kit'])
    expect(await scene.pagings(covered)).toEqual(['10:00 first: Ash'])
  })

  it('tells the safeguarding lead besides, where a child is being hurt', async () => {
    const id = await scene.opens('T2', { lane: 'safeguarding' })
    expect(await scene.pagings(id)).toEqual(['10:00 first: Dani, Lee'])
  })

  it("gives an unlinked person's words to the duty worker", async () => {
    expect(await scene.pagings(await scene.opens('T3', { linked: false }))).toEqual(['10:00 first: Kit'])
  })

  it('keeps what comes over Easter on the page, and is overdue at 09:15 on the Tuesday (4.5)', async () => {
    await begin('2026-04-03T21:10:00Z')
    const id = await scene.opens('T3')
    for (const at of ['04T12:00', '06T09:30', '07T07:59', '07T08:00', '07T08:14', '07T08:15']) await itIs(`2026-04-${at}:00Z`)
    expect(await scene.pagings(id)).toEqual(['22:10 on-the-page: (Dani), (Kit)', '09:00 first: Dani, Kit', '09:15 supervisor: Sol, Kit'])
    expect(scene.email.sent.filter((alert) => alert.at < new Date('2026-04-07T08:00:00Z'))).toEqual([])
  }) // prettier-ignore

  it('pages whoever is on call at night at once, and leaves the others for the morning', async () => {
    await begin('2026-11-27T22:10:00Z')
    await database.query('insert into rota_on_call (id, staff_id, from_at, until_at) values ($1, $2, $3, $4)', [newId(), scene.mo, '2026-11-27T17:00:00Z', '2026-11-30T09:00:00Z']) // prettier-ignore
    const id = await scene.opens('T3')
    await passes(45)
    await itIs('2026-11-30T09:00:00Z')
    await itIs('2026-11-30T09:15:00Z')
    expect(await scene.pagings(id)).toEqual([
      '22:10 first: Mo, (Dani)',
      '22:25 supervisor: Mo',
      '22:40 service-manager: Mo',
      '22:55 everybody: Mo, (Dani)',
      '09:00 morning-board: Dani, Kit',
      '09:15 morning-board-overdue: Sol, Kit',
    ])
  })

  it('sends a link and nothing else: no name, no tier, no words', async () => {
    const id = await scene.opens('T3')
    await settled()
    expect(scene.email.sent.map((alert) => alert.address).sort()).toEqual(['Dani@email', 'Kit@email'])
    for (const alert of [...scene.email.sent, ...scene.pager.sent]) {
      expect(Object.keys(alert).sort()).toEqual(['address', 'at', 'id', 'link'])
      expect(alert.link).toBe(`https://here.example/staff/#/alerts/${id}`)
    }
  })

  it('tries a route that is down again with back-off, while the other goes at once', async () => {
    scene.email.state = 'down'
    const id = await scene.opens('T3')
    await kept.sweep()
    expect(scene.pager.sent).toHaveLength(2)
    const states = async () => (await database.query<{ state: string; attempts: number; last_problem: string | null }>(`select state, attempts, last_problem from alerts where escalation_id = $1 and route = 'email' order by attempts`, [id])).rows // prettier-ignore
    expect((await states())[0]).toEqual({ state: 'failed', attempts: 1, last_problem: 'ECONNREFUSED' })
    for (const seconds of [1, 1, 4, 1, 9, 1]) {
      scene.clock.advance(seconds * 1000)
      await kept.sweep()
    }
    expect((await states())[0]!.attempts).toBe(4)
    scene.email.state = 'up'
    scene.clock.advance(60_000)
    await kept.sweep()
    expect(await states()).toEqual(Array(2).fill({ state: 'sent', attempts: 5, last_problem: null }))
  })

  it('goes on climbing while every route is down, and stops trying once somebody has acknowledged', async () => {
    scene.email.state = 'down'
    scene.pager.state = 'hangs'
    const id = await scene.opens('T3')
    await passes(16)
    expect((await scene.pagings(id)).length).toBe(2)
    await scene.acknowledges(id, scene.dani)
    await passes(3)
    const { rows } = await database.query(`select distinct state, next_attempt_at from alerts where escalation_id = $1 and route <> 'staff-page'`, [id]) // prettier-ignore
    expect(rows).toEqual([{ state: 'not-needed', next_attempt_at: null }])
  })

  it('sends what a process that was killed between the commit and the alert has left behind', async () => {
    await kept.stop()
    const id = await scene.opens('T3')
    expect(scene.email.sent).toEqual([])
    // Killed while sending: the claim stands, and nobody settles it.
    await database.query(`update alerts set claimed_until = $1, attempts = 1 where route = 'email'`, [new Date(scene.clock.now().getTime() + 400)]) // prettier-ignore
    kept = await scene.start()
    await kept.sweep()
    expect(scene.pager.sent).toHaveLength(2)
    expect(scene.email.sent).toEqual([])
    scene.clock.advance(500)
    await kept.sweep()
    expect(scene.email.sent).toHaveLength(2)
    expect(await scene.pagings(id)).toEqual(['10:00 first: Dani, Kit'])
  })

  it('begins the ladder of an open matter that has none', async () => {
    const id = await scene.opens('T3')
    await database.query('delete from alerts where escalation_id = $1', [id])
    await database.query(`delete from escalation_events where escalation_id = $1 and kind = 'paged'`, [id])
    await database.query('delete from ladder_rungs where escalation_id = $1', [id])
    await passes(1)
    expect(await scene.pagings(id)).toEqual(['10:01 first: Dani, Kit'])
  })

  it('runs the rungs it slept through after a long stop, each once', async () => {
    const id = await scene.opens('T3')
    await kept.stop()
    scene.clock.advance(40 * MINUTE)
    kept = await scene.start()
    await settled()
    expect(await scene.pagings(id)).toEqual(['10:00 first: Dani, Kit', '10:40 supervisor: Sol, Kit', '10:40 service-manager: Mo'])
  }) // prettier-ignore

  if (engine === 'postgres')
    it('runs each rung and sends each alert once with two processes at it', async () => {
      const other = await connectPostgres({ url: database.url!, logger: silentLogger })
      const second = await scene.start(other)
      const ids = await Promise.all([scene.opens('T3'), scene.opens('T3', { lane: 'medical' }), scene.opens('T2', { lane: 'others' })]) // prettier-ignore
      for (let n = 0; n < 50; n++) {
        scene.clock.advance(MINUTE)
        await Promise.all([kept.sweep(), second.sweep(), kept.sweep()])
      }
      await second.stop()
      await other.close()
      for (const id of ids.slice(0, 2)) expect(await scene.pagings(id)).toHaveLength(4)
      const sent = [...scene.email.sent, ...scene.pager.sent].map((alert) => alert.id)
      expect(new Set(sent).size).toBe(sent.length)
      expect(sent).toHaveLength(2 * 2 * (2 + 2 + 1 + 4) + 2)
    })
})
