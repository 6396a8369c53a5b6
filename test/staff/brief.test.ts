import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { whatBecameOfIt } from '../../src/staff/brief/readAgreement.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createWorld, NOW, type World } from './world.ts'

const HOUR = 3_600_000
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR)

describe('what became of the agreed task', () => {
  const said = (name: string, fields: Record<string, string>) => ({ name, fields })
  it.each([
    ['is not known before it was asked', [], false, { confirmed: 'no-answer', outcome: 'not-asked', barrier: null }],
    ['is no answer when it was asked', [], true, { outcome: 'no-answer' }],
    [
      'is what was said last',
      [said('task-check-in', { outcome: 'not-yet' }), said('task-check-in', { outcome: 'done' })],
      true,
      { outcome: 'done', barrier: null },
    ],
    [
      'comes with what got in the way',
      [said('task-check-in', { outcome: 'not-yet' }), said('not-done', { reason: 'too-big', change: 'halved' })],
      true,
      { outcome: 'not-yet', barrier: 'too-big', becameOfIt: 'halved' },
    ],
    [
      'keeps the change they wanted',
      [said('what-we-agreed', { right: 'change', change: '2 days' })],
      false,
      { confirmed: 'change', change: '2 days' },
    ],
  ])('%s', (_, entries, wasAsked, expected) => {
    expect(whatBecameOfIt(entries, wasAsked)).toMatchObject(expected)
  })
})

describe.each(ENGINES)('the session brief on %s', (engine) => {
  let database: Database
  let world: World
  let dani: StaffCaller
  beforeAll(async () => {
    database = await freshDatabase(engine)
    world = createWorld(database)
    dani = await world.staff('Dani', ['practitioner'])
  })
  beforeEach(() => {
    world.now = NOW
  })
  afterAll(() => database.close())

  async function aCase() {
    const caseId = await world.openCase({ caseRef: newId(), practitioner: dani })
    const person = await world.person(caseId)
    await world.consent(person.id)
    await database.query(
      `insert into assignments (id, person_id, module, assigned_at) values ($1, $2, 'low-mood', $3)`,
      [newId(), person.id, NOW],
    )
    const brief = async () => world.call('readBrief', dani, { params: { caseId } })
    return { caseId, person, brief }
  }

  it('shows what is missing as missing: never as zero, never as fine', async () => {
    const { brief } = await aCase()
    const { status, body } = await brief()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      since: null,
      lastSession: null,
      agreed: null,
      facts: [],
      measures: [],
      goals: [],
      agenda: [],
      engagement: { state: 'active', lastEntryAt: null },
      strip: {
        name: 'Leo',
        age: 16,
        careStatus: 'kinship',
        sessionNumber: 1,
        clock: { sessionsHeld: 0, week: 1, over: false },
        access: null,
        modules: [{ title: 'Low mood: activity scheduling', step: 1, steps: 2, stepTitle: 'First' }],
      },
    })
    expect(body.engagement.days).toHaveLength(14)
  })

  it('brings together what happened since the last session', async () => {
    const { caseId, person, brief } = await aCase()
    const sessionId = newId()
    await world.call('recordSession', dani, {
      params: { caseId },
      body: {
        sessionId,
        version: 1,
        personId: person.id,
        attendance: 'attended',
        startsAt: NOW.toISOString(),
        agreed: 'Log on three days.',
        checkAt: at(48).toISOString(),
        nextSessionAt: at(168).toISOString(),
      },
    })
    const kept = (name: string, hours: number, fields: object, more: object = {}) =>
      world.event({
        caseId,
        personId: person.id,
        type: 'self-help-entry',
        at: at(hours),
        body: {
          recordType: 'entry',
          module: 'low-mood',
          name,
          fields,
          about: null,
          skipped: [],
          declined: [],
          ...more,
        },
      })
    await kept('activity-log', -5, { mood: 9, with: 'family' })
    await kept('activity-log', 30, { mood: 6, with: 'friends', date: '2026-11-19' })
    await kept('activity-log', 31, { mood: 2, with: 'alone', date: '2026-11-19' })
    await kept('activity-plan', 40, { confidence: 4 })
    await kept('task-check-in', 50, { outcome: 'not-yet' }, { about: sessionId })
    await kept('not-done', 51, { reason: 'too-big', change: 'halved' }, { about: sessionId })
    await kept('agenda', 140, { text: 'school mornings' }, { module: 'general' })
    world.now = at(141)
    await world.escalation({ person, words: 'cant do this', tier: 'T2', at: at(60) })

    const { body } = await brief()
    expect(body).toMatchObject({
      since: NOW.toISOString(),
      lastSession: { sessionId, attendance: 'attended' },
      agreed: {
        agreed: 'Log on three days.',
        confirmed: 'no-answer',
        outcome: 'not-yet',
        barrier: 'too-big',
        becameOfIt: 'halved',
      },
      flags: [{ tier: 'T2', words: 'cant do this', state: 'open', outcome: null }],
      agenda: [{ text: 'school mornings' }],
      strip: { sessionNumber: 2, clock: { sessionsHeld: 1, week: 1 } },
    })
    expect(body.facts).toEqual([
      { words: '2 moments logged on 1 day', n: 2 },
      { words: 'Mean mood 6 with people (n 1), 2 alone (n 1)', n: 2 },
      { words: 'Planned 1, done 0, part 0', n: 1 },
    ])
    expect(body.questions).toEqual([
      expect.stringMatching(/flag is still open/),
      expect.stringMatching(/was 4: shrink it/),
      expect.stringMatching(/two-minute version/),
      expect.stringMatching(/silent after something urgent/),
    ])
  })

  it('says which measure is asked for and not there, and who was not brought', async () => {
    const { caseId, person, brief } = await aCase()
    await database.query(
      `insert into measure_requests (id, person_id, measure, state, asked_at) values ($1, $2, 'phq-9', 'asked', $3)`,
      [newId(), person.id, NOW],
    )
    await world.call('recordSession', dani, {
      params: { caseId },
      body: {
        sessionId: newId(),
        version: 1,
        personId: person.id,
        attendance: 'was-not-brought',
        startsAt: NOW.toISOString(),
      },
    })
    const { body } = await brief()
    expect(body.measures).toMatchObject([{ last: null, waiting: true, personName: 'Leo' }])
    expect(body).toMatchObject({ since: null, lastSession: { attendance: 'was-not-brought' } })
  })

  it('is written down as a view, and refused where nobody has been added yet', async () => {
    const { caseId, brief } = await aCase()
    await brief()
    const { rows } = await database.query(`select 1 from audit where case_id = $1 and action = 'view-brief'`, [caseId])
    expect(rows).toHaveLength(1)
    const empty = await world.openCase({ caseRef: newId(), practitioner: dani })
    expect(await world.call('readBrief', dani, { params: { caseId: empty } })).toMatchObject({
      status: 409,
      code: 'nobody-added',
    })
  })
})
