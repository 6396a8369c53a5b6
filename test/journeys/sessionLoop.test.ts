import type { Database } from '../../src/database/database.ts'
import { NUDGE, nudgeDue, type Nudge } from '../../src/reminders/nudgeDue.ts'
import { newId } from '../../src/shared/ids.ts'
import type { StaffCaller } from '../../src/shared/route.ts'
import { sayNudge } from '../../src/turn/sayNudge.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { createWorld, type World } from '../staff/world.ts'

/**
 * From one session to the next (brief 1.0; S1 lines 1 and 3, S6 line 2): Amira, 15, sessions on Wednesdays. The practitioner
 * records, the bot does the rest, on the real pipeline with the clock turned by hand.
 */
describe.each(ENGINES)('between two sessions, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  let world: World
  let amira: Talker
  let dani: StaffCaller
  let person: Awaited<ReturnType<Pipeline['people']>>
  const SESSION = newId()
  const TASK = 'Log on 3 days, two moments each day, one at the weekend.'

  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
    pipeline.clock.set('2026-11-25T10:30:00Z')
    world = createWorld(database)
    world.parts.outbox = pipeline.outbox
    person = await pipeline.people({ name: 'Amira', band: 'Y14-15' })
    dani = { staffId: person.practitionerId, displayName: 'Dani Example', roles: ['practitioner'] }
    await database.query('update assignments set step_opened = 1 where person_id = $1', [person.personId])
    amira = new Talker(pipeline, person)
    await amira.opens()
    await amira.taps('nothing')
  })
  afterAll(() => database.close())

  const at = (instant: string) => {
    pipeline.clock.set(instant)
    world.now = new Date(instant)
  }
  /** What the bot says of its own accord at this moment; undefined where it stays silent. */
  const comesFirst = async (instant: string): Promise<string | undefined> => {
    at(instant)
    const known = pipeline.jobs.jobs.length
    await nudgeDue({ database, jobs: pipeline.jobs, rules: pipeline.product.reminderRules }, pipeline.clock.now())
    const nudges = pipeline.jobs.jobs.slice(known).filter(({ queue }) => queue === NUDGE)
    if (nudges.length === 0) return undefined
    for (const { data } of nudges) await sayNudge(data as Nudge, pipeline.parts, pipeline.receive)
    await amira.opens()
    const { rows } = await database.query<{ body: { channelData: { bot: typeof amira.question } } }>(
      `select body from activities where conversation_id = $1 and direction = 'out' and body#>>'{channelData,bot,kind}' = 'ask' order by seq desc limit 1`,
      [person.conversationId],
    )
    amira.question = rows[0]!.body.channelData.bot
    return `${amira.question!.dialog}/${amira.question!.step}`
  }
  const lastSaid = async () =>
    (
      await database.query<{ text: string }>(
        `select body->>'text' as text from activities where conversation_id = $1 and direction = 'out' order by seq desc limit 1`,
        [person.conversationId],
      )
    ).rows[0]!.text
  const entries = async (name: string) =>
    (
      await database.query<{ body: { fields: object; about: string } }>(
        `select body from record_events where person_id = $1 and body->>'name' = $2 order by created_at`,
        [person.personId, name],
      )
    ).rows.map(({ body }) => body)

  it('Wednesday: the practitioner records the session, and the case record gets it', async () => {
    at('2026-11-25T11:05:00Z')
    const { rows } = await database.query<{ id: string }>('select id from assignments where person_id = $1', [
      person.personId,
    ])
    const { status, body, code } = await world.call('recordSession', dani, {
      params: { caseId: person.caseId },
      body: {
        sessionId: SESSION,
        version: 1,
        personId: person.personId,
        attendance: 'attended',
        startsAt: '2026-11-25T10:00:00Z',
        agreed: TASK,
        promptAt: '2026-11-26T17:00:00Z',
        checkAt: '2026-11-28T11:00:00Z',
        openStep: { assignmentId: rows[0]!.id, from: 1, step: 2 },
        nextSessionAt: '2026-12-02T16:00:00Z',
      },
    })
    expect([status, code, body]).toMatchObject([201, undefined, { clock: { sessionsHeld: 1, week: 1, over: false } }])
    const sent = await database.query<{ type: string; body: object }>(
      'select type, body from outbox where case_id = $1',
      [person.caseId],
    )
    expect(sent.rows).toMatchObject([{ type: 'session-record', body: { number: 1, agreed: TASK, version: 1 } }])
  })

  it('nothing in school hours; at 16:40 one card with what was agreed', async () => {
    expect(await comesFirst('2026-11-25T15:35:00Z')).toBeUndefined()
    expect(await comesFirst('2026-11-25T16:40:00Z')).toBe('what-we-agreed/right')
    expect(await lastSaid()).toContain(TASK)
    expect(await lastSaid()).toContain('Have I got that right?')
  })

  it('"Change something" reaches the practitioner as a note, in her own words', async () => {
    await amira.taps('change')
    expect(amira.asked).toBe('what-we-agreed/change')
    await amira.types('can it be 2 days, i have netball')
    expect(await entries('what-we-agreed')).toMatchObject([
      { fields: { right: 'change', change: 'can it be 2 days, i have netball' }, about: SESSION },
    ])
    const { body } = await world.call('readCase', dani, { params: { caseId: person.caseId } })
    expect(body.notes).toMatchObject([{ purpose: 'for-practitioner', text: 'can it be 2 days, i have netball' }])
    expect(body.notices).toMatchObject([{ notice: 'does-not-recognise-agreement' }])
    expect(amira.asked).toBe('home/next')
  })

  it('the card is not shown a second time', async () => {
    at('2026-11-25T18:00:00Z')
    await amira.opens()
    expect(amira.question!.dialog).toBe('home')
  })

  it('Thursday 17:00: the first practice, one line and one tap', async () => {
    expect(await comesFirst('2026-11-26T16:59:00Z')).toBeUndefined()
    expect(await comesFirst('2026-11-26T17:00:00Z')).toBe('first-practice/today')
    await amira.taps('now')
    expect(await entries('first-practice')).toMatchObject([{ fields: { task: TASK, today: 'now' }, about: SESSION }])
    expect(amira.asked).toBe('home/next')
  })

  it('Saturday: one check; not yet leads to what got in the way, and the words are kind', async () => {
    expect(await comesFirst('2026-11-27T17:00:00Z')).toBeUndefined()
    expect(await comesFirst('2026-11-28T11:00:00Z')).toBe('task-check-in/outcome')
    await amira.taps('not-yet')
    expect(amira.asked).toBe('what-got-in-the-way/reason')
    expect(amira.text).not.toMatch(/fail|missed|should have|disappointed/i)
    await amira.taps('too-big')
    await amira.taps('half')
    await amira.taps('tomorrow')
    expect(await entries('task-check-in')).toMatchObject([{ fields: { outcome: 'not-yet', cycle: 1 }, about: SESSION }])
    expect(await entries('not-done')).toMatchObject([
      { fields: { reason: 'too-big', change: 'halved', cycle: 1 }, about: SESSION },
    ])
  })

  it('Monday: it asks once more, after school, and part counts', async () => {
    expect(await comesFirst('2026-11-30T11:00:00Z')).toBeUndefined()
    expect(await comesFirst('2026-11-30T15:30:00Z')).toBe('task-check-in/outcome')
    await amira.taps('part')
    expect(await entries('task-check-in')).toMatchObject([
      { fields: { outcome: 'not-yet' } },
      { fields: { outcome: 'part', cycle: 2 } },
    ])
  })

  it('the day before: four times in seven days is the most, so it waits for her to come, and asks for the agenda', async () => {
    expect(await comesFirst('2026-12-01T15:40:00Z')).toBeUndefined()
    at('2026-12-01T17:00:00Z')
    await amira.opens()
    expect(amira.asked).toBe('agenda/topic')
    await amira.types('school mornings')
    const { body } = await world.call('readCase', dani, { params: { caseId: person.caseId } })
    expect(body.notes[0]).toMatchObject({ purpose: 'agenda', text: 'school mornings' })
  })

  it('came first at most once a day and four times a week', async () => {
    const { rows } = await database.query<{ day: string }>(
      `select nudged_at::date::text as day from nudges where person_id = $1 order by nudged_at`,
      [person.personId],
    )
    const days = rows.map(({ day }) => day)
    expect(new Set(days).size).toBe(days.length)
    for (const day of days)
      expect(
        days.filter((one) => Date.parse(day) - Date.parse(one) < 7 * 86_400_000 && one <= day).length,
      ).toBeLessThanOrEqual(4)
  })
})

/** What the loop does when somebody pauses, does not answer, or is held; and that a parent has a loop of their own. */
describe.each(ENGINES)('the loop between two sessions, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  let world: World
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    pipeline = await createPipeline(database)
    world = createWorld(database)
    world.parts.outbox = pipeline.outbox
    at('2026-11-25T11:00:00Z')
  })
  afterAll(() => database.close())

  const at = (instant: string) => {
    pipeline.clock.set(instant)
    world.now = new Date(instant)
  }
  /** Somebody whose session was recorded at 11:00, with a prompt on Thursday and a check on Saturday. */
  async function afterSession(wanted: Parameters<Pipeline['people']>[0] = {}) {
    const person = await pipeline.people(wanted)
    const dani: StaffCaller = { staffId: person.practitionerId, displayName: 'Dani', roles: ['practitioner'] }
    const talker = new Talker(pipeline, person)
    await talker.opens()
    const { status } = await world.call('recordSession', dani, {
      params: { caseId: person.caseId },
      body: {
        sessionId: newId(),
        version: 1,
        personId: person.personId,
        attendance: 'attended',
        startsAt: '2026-11-25T10:00:00Z',
        agreed: 'Ten minutes together, on four days.',
        promptAt: '2026-11-26T17:00:00Z',
        checkAt: '2026-11-28T11:00:00Z',
        nextSessionAt: '2026-12-02T16:00:00Z',
      },
    })
    expect(status).toBe(201)
    return { ...person, talker, dani }
  }
  const nudged = async (personId: string, instant: string): Promise<boolean> => {
    at(instant)
    const known = pipeline.jobs.jobs.length
    await nudgeDue({ database, jobs: pipeline.jobs, rules: pipeline.product.reminderRules }, pipeline.clock.now())
    const nudges = pipeline.jobs.jobs.slice(known).map(({ data }) => data as Nudge)
    for (const nudge of nudges) await sayNudge(nudge, pipeline.parts, pipeline.receive)
    return nudges.some((nudge) => nudge.personId === personId)
  }
  const opened = async (talker: Talker, instant: string) => {
    at(instant)
    await talker.opens()
    return talker.asked
  }

  it('a parent has one of their own, and in a quiet week it goes from card to agenda', async () => {
    const { personId, talker, dani, caseId } = await afterSession({ role: 'parent-carer', name: 'Maureen' })
    expect(await opened(talker, '2026-11-25T16:45:00Z')).toBe('what-we-agreed/right')
    expect(talker.text).toContain('Ten minutes together, on four days.')
    await talker.taps('yes')
    expect(talker.asked).toBe('home/next')
    expect(await opened(talker, '2026-11-26T17:05:00Z')).toBe('first-practice/today')
    await talker.taps('half')
    expect(await opened(talker, '2026-11-28T11:05:00Z')).toBe('task-check-in/outcome')
    await talker.taps('done')
    expect(talker.text).not.toMatch(/well done|amazing|proud/i)
    expect(await nudged(personId, '2026-12-01T15:40:00Z')).toBe(true)
    // It stands there already: opening the chat says nothing twice.
    expect(await opened(talker, '2026-12-01T18:00:00Z')).toBeUndefined()
    await talker.types('bedtime')
    expect(talker.asked).toBe('home/next')
    const { body } = await world.call('readCase', dani, { params: { caseId } })
    expect(body.notes).toMatchObject([{ purpose: 'agenda', text: 'bedtime' }])
  })

  it('what was not answered gives way to the next thing, and is never piled up', async () => {
    const { talker } = await afterSession()
    expect(await opened(talker, '2026-11-25T17:00:00Z')).toBe('what-we-agreed/right')
    expect(await opened(talker, '2026-11-26T17:05:00Z')).toBe('first-practice/today')
    await talker.commands('pause')
    expect(await opened(talker, '2026-11-28T11:05:00Z')).toBe('task-check-in/outcome')
    await talker.taps('part')
    expect(talker.asked).toBe('home/next')
    const { control } = talker.question!
    const offered = control.kind === 'choices' ? control.options.map(({ value }) => value) : []
    expect(offered).not.toContain('carry-on')
    expect(await opened(talker, '2026-12-03T17:00:00Z')).toBe('home/next')
  })

  it('nothing comes first while modules are on hold', async () => {
    const { personId, talker } = await afterSession()
    await talker.types('i want to kill myself')
    expect(await nudged(personId, '2026-11-25T16:40:00Z')).toBe(false)
    expect(await nudged(personId, '2026-11-26T17:00:00Z')).toBe(false)
  })

  it('a new session takes the place of what was agreed before', async () => {
    const { talker, dani, caseId, personId } = await afterSession()
    at('2026-11-27T12:00:00Z')
    const { status } = await world.call('recordSession', dani, {
      params: { caseId },
      body: {
        sessionId: newId(),
        version: 2,
        personId,
        attendance: 'attended',
        startsAt: '2026-11-27T11:00:00Z',
        agreed: 'Five minutes, on two days.',
      },
    })
    expect(status).toBe(201)
    expect(await opened(talker, '2026-11-28T11:05:00Z')).toBe('what-we-agreed/right')
    expect(talker.text).toContain('Five minutes, on two days.')
  })
})
