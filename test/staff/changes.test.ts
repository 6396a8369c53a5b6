import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { awaitChanges, type Patience } from '../../src/staff/service/awaitChanges.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, type World } from './world.ts'

/** Long enough that nothing but a message ends it in time. */
const ONLY_TOLD: Patience = { waitMs: 20_000, lookMs: 20_000, delays: { escalations: 10, staff: 10, activities: 10 } }
const ONLY_LOOKING: Patience = { waitMs: 2_000, lookMs: 50, delays: {} }

describe.each(ENGINES)('waiting for changes on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  let leo: { id: string; caseId: string }
  const wait = (since: string | undefined, patience: Patience, caller = dani) =>
    awaitChanges(world.parts, caller, since, patience)

  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
    leo = await world.person(await world.openCase({ caseRef: newId(), practitioner: dani }))
  })
  afterAll(() => database.close())

  it('gives a cursor at once to somebody who has none', async () => {
    const { cursor, changed } = await wait(undefined, ONLY_TOLD)
    expect(changed).toEqual([])
    expect(cursor).not.toBe('')
  })

  it('wakes for an alert as soon as it is opened', async () => {
    const { cursor } = await wait(undefined, ONLY_TOLD)
    const waiting = wait(cursor, ONLY_TOLD)
    await pause(100)
    const before = performance.now()
    await world.escalation({ person: leo, tier: 'T3' })
    expect((await waiting).changed).toEqual(['alerts', 'cases'])
    expect(performance.now() - before).toBeLessThan(15_000)
  })

  it('tells what changed between two requests', async () => {
    const { cursor } = await wait(undefined, ONLY_TOLD)
    const id = await world.escalation({ person: leo })
    const opened = await wait(cursor, ONLY_TOLD)
    expect(opened.changed).toContain('alerts')
    await world.call('addAlertNote', dani, { params: { alertId: id }, body: { note: 'Rang' } })
    expect((await wait(opened.cursor, ONLY_TOLD)).changed).toEqual(['alerts'])
  })

  it('finds a change by itself when the message about it was lost', async () => {
    const { cursor } = await wait(undefined, ONLY_LOOKING)
    const waiting = wait(cursor, ONLY_LOOKING)
    await pause(50)
    await database.query('update cases set session_number = 4, version = version + 1 where id = $1', [leo.caseId])
    expect((await waiting).changed).toEqual(['cases'])
  })

  it('is neither woken nor told anything by what is outside the caller’s reach', async () => {
    const other = await world.staff('Other', ['practitioner'])
    const theirs = await world.person(await world.openCase({ caseRef: newId(), practitioner: other }))
    const { cursor } = await wait(undefined, ONLY_LOOKING)
    const waiting = wait(cursor, { ...ONLY_TOLD, waitMs: 400 })
    await pause(50)
    await world.escalation({ person: theirs, tier: 'T3' })
    expect(await waiting).toEqual({ cursor, changed: [] })
  })

  it('ends when the service stops', async () => {
    const stopping = new AbortController()
    const { cursor } = await wait(undefined, ONLY_TOLD)
    const waiting = awaitChanges({ ...world.parts, stopping: stopping.signal }, dani, cursor, ONLY_TOLD)
    await pause(50)
    stopping.abort()
    expect((await waiting).changed).toEqual([])
  })

  it.each([
    [
      'consent',
      (personId: string) =>
        world.call('recordConsent', dani, {
          params: { personId },
          body: {
            capacityBasis: null,
            judgedBy: null,
            judgedOn: null,
            informationVersion: null,
            parentsMaySee: null,
            assent: null,
            reviewOn: null,
            withdrawnOn: null,
          },
        }),
    ],
    [
      'an assignment',
      (personId: string) => world.call('assignModule', dani, { params: { personId }, body: { module: 'low-mood' } }),
    ],
    [
      'a request for a measure',
      (personId: string) => world.call('requestMeasure', dani, { params: { personId }, body: { measure: 'phq-9' } }),
    ],
  ])('notices %s', async (_, change) => {
    const { cursor } = await wait(undefined, ONLY_TOLD)
    expect((await change(leo.id)).status).toBeLessThan(300)
    expect((await wait(cursor, ONLY_TOLD)).changed).toEqual(['cases'])
  })
})
