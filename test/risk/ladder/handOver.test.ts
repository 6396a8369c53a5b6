import type { Database } from '../../../src/database/database.ts'
import type { KeptClimbing } from '../../../src/risk/ladder/keepClimbing.ts'
import { readEscalations } from '../../../src/risk/readEscalations.ts'
import { ENGINES, freshDatabase } from '../../helpers/database.ts'
import { createScene, type Scene } from './scene.ts'

const MINUTE = 60_000

describe.each(ENGINES)('handing a matter over (4.4: reassign is explicit) on %s', (engine) => {
  let database: Database
  let scene: Scene
  let kept: KeptClimbing
  let ash: string
  const begin = async (at?: string) => {
    await kept?.stop()
    scene = await createScene(database, at)
    ash = await scene.staff('Ash', ['practitioner'])
    kept = await scene.start()
  }
  const passes = async (minutes: number) => {
    for (let n = 0; n < minutes; n++) {
      scene.clock.advance(MINUTE)
      await kept.sweep()
    }
  }
  const stateOf = async (id: string) => (await readEscalations(database, [id]))[0]!

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(() => begin())
  afterAll(async () => {
    await kept.stop()
    await database.close()
  })

  it('tells them at once by every route of theirs, and the ladder climbs anew until they take it', async () => {
    const id = await scene.opens('T3')
    await passes(5)
    await scene.acknowledges(id, scene.dani)
    await passes(5)
    await scene.handsOver(id, scene.dani, ash)
    await passes(16)
    expect(await scene.pagings(id)).toEqual(['10:00 first: Dani, Kit', '10:10 handed-over: Ash', '10:25 supervisor: Sol, Kit'])
    for (const route of [scene.email, scene.pager])
      expect(route.sent.filter(({ address }) => address.startsWith('Ash@'))).toHaveLength(1)
    await scene.acknowledges(id, ash)
    await passes(60)
    expect(await scene.pagings(id)).toHaveLength(3)
  }) // prettier-ignore

  it('lowers nothing and leaves nobody named as having it: open, held, of the same tier, with all its history', async () => {
    const id = await scene.opens('T2')
    await scene.acknowledges(id, scene.dani)
    const before = await stateOf(id)
    await scene.handsOver(id, scene.dani, ash)
    const after = await stateOf(id)
    expect(after).toMatchObject({ state: 'open', acknowledgedBy: null, acknowledgedAt: null, tier: 'T2', holds: true })
    expect(after.version).toBe(before.version + 1)
    expect(after.told.map((t) => t.staff.firstName)).toContain('Ash')
    const { rows } = await database.query<{ kind: string; body: object; staff_id: string | null }>(
      `select kind, body, staff_id from escalation_events where escalation_id = $1 and kind in ('acknowledged', 'handed-over') order by kind`,
      [id],
    )
    expect(rows).toMatchObject([
      { kind: 'acknowledged', staff_id: scene.dani },
      { kind: 'handed-over', staff_id: scene.dani, body: { toStaffId: ash, to: 'Ash', reason: 'away this afternoon' } },
    ])
  })

  it('puts off nothing that was due: what was to come keeps its time', async () => {
    const id = await scene.opens('T3')
    await passes(14)
    await scene.handsOver(id, scene.dani, ash)
    await passes(20)
    expect(await scene.pagings(id)).toEqual(['10:00 first: Dani, Kit', '10:14 handed-over: Ash', '10:15 supervisor: Sol, Kit', '10:30 service-manager: Mo'])
  }) // prettier-ignore

  it('goes to whoever covers as well when they are away', async () => {
    const lou = await scene.staff('Lou', ['practitioner'])
    await scene.away(ash, '2026-11-24T09:30:00Z', '2026-11-24T12:00:00Z', lou)
    const id = await scene.opens('T2')
    await scene.handsOver(id, scene.dani, ash)
    expect((await scene.pagings(id)).at(-1)).toBe('10:00 handed-over: Ash, Lou')
  })

  it('reaches them at night too, and stands on the morning board as theirs', async () => {
    await begin('2026-11-24T22:00:00Z')
    const id = await scene.opens('T2')
    await scene.handsOver(id, scene.dani, ash)
    scene.clock.set('2026-11-25T09:00:00Z')
    await kept.sweep()
    expect(await scene.pagings(id)).toEqual(['22:00 on-the-page: (Dani), (Kit)', '22:00 handed-over: Ash', '09:00 first: Ash, Kit'])
    expect(scene.pager.sent[0]!.address).toBe('Ash@webhook')
  }) // prettier-ignore

  it('tells them of a T1 by every route too, because somebody asked for it by name', async () => {
    const id = await scene.opens('T1')
    await scene.handsOver(id, scene.dani, ash)
    await passes(1)
    expect(scene.email.sent.map(({ address }) => address)).toEqual(['Ash@email'])
  })

  it('refuses oneself, who has it already, who cannot deal with it, who has left, and what is closed or has changed', async () => {
    const id = await scene.opens('T2')
    await expect(scene.handsOver(id, scene.dani, scene.dani)).rejects.toMatchObject({ reason: 'handed-to-oneself' })
    const left = await scene.staff('Gone', ['practitioner'])
    await database.query('update staff set active = false where id = $1', [left])
    await expect(scene.handsOver(id, scene.dani, left)).rejects.toMatchObject({ reason: 'cannot-take-it' })
    const none = await scene.staff('None', [])
    await expect(scene.handsOver(id, scene.dani, none)).rejects.toMatchObject({ reason: 'cannot-take-it' })
    await scene.handsOver(id, scene.dani, ash)
    await expect(scene.handsOver(id, scene.kit, ash)).rejects.toMatchObject({ reason: 'has-it-already' })
    await scene.acknowledges(id, ash)
    await expect(scene.handsOver(id, scene.kit, ash)).rejects.toMatchObject({ reason: 'has-it-already' })
    await database.query(`update escalations set state = 'closed', holds = false where id = $1`, [id])
    await expect(scene.handsOver(id, ash, scene.kit)).rejects.toMatchObject({ reason: 'closed' })
  })
})
