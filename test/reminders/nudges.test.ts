import { nudgeDue, NUDGE, type Nudge } from '../../src/reminders/nudgeDue.ts'
import { sayNudge } from '../../src/turn/sayNudge.ts'
import { instantOf } from '../../src/shared/calendarDay.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

const PLAN = { plan: 'run-1/plan', checkIn: 'run-1/afterwards', activity: 'a walk with Sam', when: '2026-11-26T17:15' }

describe.each(ENGINES)('the bot comes first with what is due, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    await database.query('delete from reminders')
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const set = (local: string) => pipeline.clock.set(instantOf(local).toISOString())
  const due = (personId: string, key: string, local: string) =>
    database.query(
      `insert into reminders (key, person_id, due_at, nudge_at, dialog, input, state, created_at)
       values ($1, $2, $3, $3, 'activity-check-in', $4, 'waiting', $3)`,
      [`${personId}/${key}`, personId, instantOf(local), JSON.stringify(PLAN)],
    )
  const look = () =>
    nudgeDue({ database, jobs: pipeline.jobs, rules: pipeline.product.reminderRules }, pipeline.clock.now())
  const nudges = () => pipeline.jobs.jobs.filter((job) => job.queue === NUDGE).map((job) => job.data as Nudge)
  const says = (nudge: Nudge) => sayNudge(nudge, pipeline.parts, pipeline.receive)
  const lastSaid = async (conversationId: string) =>
    (
      await database.query<{ text: string }>(
        `select body->>'text' as text from activities where conversation_id = $1 and direction = 'out' order by seq desc limit 3`,
        [conversationId],
      )
    ).rows.map(({ text }) => text)
  const joined = async () => {
    const person = await pipeline.people({})
    const leo = new Talker(pipeline, person)
    await leo.opens()
    return { ...person, leo }
  }

  it('once, with the one tap to say how it went, and nobody counts as having been here', async () => {
    set('2026-11-25T16:00')
    const { personId, conversationId, leo } = await joined()
    await leo.taps('nothing')
    await due(personId, 'plan', '2026-11-27T17:15')
    set('2026-11-27T17:14')
    expect(await look()).toBe(0)
    set('2026-11-27T17:15')
    expect(await look()).toBe(1)
    expect(await look()).toBe(0)
    const [nudge] = nudges()
    expect(await says(nudge!)).toBe(true)
    expect(await says(nudge!)).toBe(false)
    expect((await lastSaid(conversationId)).join(' ')).toContain('a walk with Sam')
    const { rows } = await database.query<{ seen: string }>(
      `select state->>'lastSeen' as seen from dialog_states where owner = $1`,
      [`person:${personId}`],
    )
    expect(rows[0]!.seen).toContain('2026-11-25')
  })

  it('waits for the end of school, and for the next day when there was one today', async () => {
    set('2026-11-25T16:00')
    const { personId } = await joined()
    await due(personId, 'a', '2026-11-26T11:00')
    await due(personId, 'b', '2026-11-26T15:40')
    set('2026-11-26T11:00')
    expect(await look()).toBe(0)
    set('2026-11-26T15:30')
    expect(await look()).toBe(1)
    set('2026-11-26T15:40')
    expect(await look()).toBe(0)
    set('2026-11-27T15:40')
    expect(await look()).toBe(1)
  })

  it('stops after three that nobody answered, and begins again after a message', async () => {
    set('2026-11-23T16:00')
    const { personId, leo } = await joined()
    for (const day of ['24', '25', '26', '27']) await due(personId, day, `2026-11-${day}T16:00`)
    const told: number[] = []
    for (const day of ['24', '25', '26', '27']) {
      set(`2026-11-${day}T16:00`)
      told.push(await look())
    }
    expect(told).toEqual([1, 1, 1, 0])
    set('2026-12-02T16:00')
    await leo.types('hello')
    await due(personId, 'later', '2026-12-03T16:00')
    set('2026-12-03T16:00')
    expect(await look()).toBe(1)
  })

  it('says nothing to somebody whose modules are on hold (R8)', async () => {
    set('2026-11-25T16:00')
    const { personId, leo } = await joined()
    await leo.types('i want to kill myself')
    await due(personId, 'plan', '2026-11-26T16:00')
    set('2026-11-26T16:00')
    expect(await look()).toBe(0)
  })

  it('tells each of many people once, however many look at the same moment', async () => {
    set('2026-11-25T16:00')
    const people = []
    for (let n = 0; n < 12; n++) people.push(await joined())
    for (const { personId } of people) await due(personId, 'plan', '2026-11-26T16:00')
    set('2026-11-26T16:00')
    const told = await Promise.all([look(), look(), look()])
    expect(told.reduce((sum, one) => sum + one, 0)).toBe(12)
    expect(new Set(nudges().map(({ personId }) => personId)).size).toBe(12)
  })
})
