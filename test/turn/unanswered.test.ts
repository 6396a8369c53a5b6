import { spoken } from '../helpers/contacts.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { release } from '../../src/risk/acknowledge.ts'
import { raiseUnclarified } from '../../src/turn/quiet/raiseUnclarified.ts'
import { sayNoReply } from '../../src/turn/quiet/sayNoReply.ts'
import { NO_REPLY, NOT_CLARIFIED, type Unanswered } from '../../src/turn/quiet/waitForReply.ts'
import type { JobToDo } from '../../src/database/jobs.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe.each(ENGINES)('a question that stays unanswered, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const talker = async (wanted: Parameters<Pipeline['people']>[0] = {}) => {
    const person = await pipeline.people(wanted)
    const leo = new Talker(pipeline, person)
    await leo.opens()
    return { ...person, talker: leo }
  }
  const waiting = (queue: string): JobToDo[] => pipeline.jobs.jobs.filter((job) => job.queue === queue)
  /** Runs every job that is due by now, as often as the engine might. */
  const runDue = async () => {
    const now = pipeline.clock.now()
    for (const { queue, data, startAfter } of pipeline.jobs.jobs) {
      if (startAfter! > now) continue
      if (queue === NO_REPLY) await sayNoReply(data as Unanswered, pipeline.parts)
      if (queue === NOT_CLARIFIED) await raiseUnclarified(data as Unanswered, pipeline.parts)
    }
  }
  const rowsOf = async <T extends object>(sql: string, ...values: unknown[]) =>
    (await database.query<T>(sql, values)).rows
  const saidTo = (conversationId: string) =>
    rowsOf<{ text: string }>(
      `select body->>'text' as text from activities where conversation_id = $1 and direction = 'out' and turn_id is null order by seq`,
      conversationId,
    )
  const escalationsOf = (personId: string) =>
    rowsOf<{ id: string; tier: string; lane: string; state: string; version: number }>(
      'select id, tier, lane, state, version from escalations where person_id = $1 order by opened_at',
      personId,
    )

  it('brings one message with help after ten minutes, shown on the flag, and nothing after it (brief 4.3)', async () => {
    const { talker: leo, conversationId, personId } = await talker()
    await leo.types('i want to kill myself')
    const [job] = waiting(NO_REPLY)
    expect(job!.startAfter).toEqual(new Date(pipeline.clock.now().getTime() + 10 * MINUTE))
    expect(job!.client).toBeDefined()
    await runDue()
    expect(await saidTo(conversationId)).toEqual([])
    pipeline.clock.advance(10 * MINUTE)
    await runDue()
    await runDue()
    const said = await saidTo(conversationId)
    expect(said[0]!.text).toContain('No need to answer.')
    expect(said[0]!.text).toContain('0800 1111')
    expect(said).toHaveLength(1)
    const [flag] = await escalationsOf(personId)
    expect(flag).toMatchObject({ tier: 'T2', state: 'open' })
    expect(await rowsOf(`select 1 from escalation_events where escalation_id = $1 and kind = 'no-reply'`, flag!.id)).toHaveLength(1) // prettier-ignore
    pipeline.clock.advance(DAY)
    await runDue()
    expect(await saidTo(conversationId)).toHaveLength(1)
  })

  it('is not said to somebody who has replied, and the question waits from the last reply', async () => {
    const { talker: leo, conversationId } = await talker()
    await leo.types('i want to kill myself')
    pipeline.clock.advance(9 * MINUTE)
    await leo.taps('no')
    pipeline.clock.advance(MINUTE)
    await runDue()
    expect(await saidTo(conversationId)).toEqual([])
    pipeline.clock.advance(9 * MINUTE)
    await runDue()
    expect(await saidTo(conversationId)).toHaveLength(1)
    await leo.taps('no')
    pipeline.clock.advance(20 * MINUTE)
    await runDue()
    expect(await saidTo(conversationId)).toHaveLength(1)
  })

  it('is not said when every question was answered, when a human has closed it, or after a T1', async () => {
    const answered = await talker()
    await answered.talker.types('i want to kill myself')
    while (answered.talker.asked)
      await answered.talker.taps((answered.talker.question!.control as { options: { value: string }[] }).options[0]!.value) // prettier-ignore
    const closed = await talker()
    await closed.talker.types('i want to kill myself')
    const [flag] = await escalationsOf(closed.personId)
    await release(database, {
      escalationId: flag!.id,
      staffId: closed.practitionerId,
      outcome: 'contacted',
      contact: spoken(pipeline.clock.now()),
      note: 'rang',
      expectedVersion: flag!.version,
      now: pipeline.clock.now(),
      outbox: pipeline.outbox,
    })
    const light = await talker()
    await light.talker.types('whats the point of any of this')
    pipeline.clock.advance(11 * MINUTE)
    await runDue()
    for (const { conversationId } of [answered, closed, light]) expect(await saidTo(conversationId)).toEqual([])
  })

  it('is owed to a channel that pushes, as every reply is', async () => {
    const { talker: leo, conversationId } = await talker()
    await leo.types('i want to kill myself')
    await database.query(`update conversations set channel = 'msteams' where id = $1`, [conversationId])
    pipeline.clock.advance(10 * MINUTE)
    await runDue()
    expect(await rowsOf('select 1 from owed_replies where conversation_id = $1', conversationId)).not.toEqual([])
  })

  it('about a saying is a T1 after half an hour, once, and an answer later lowers nothing (brief 4.9)', async () => {
    const { talker: leo, personId } = await talker()
    await leo.types('ugh kms')
    expect(leo.asked).toBe('clarify/meant')
    await leo.types('hm')
    expect(waiting(NOT_CLARIFIED)).toHaveLength(1)
    pipeline.clock.advance(30 * MINUTE)
    await runDue()
    await runDue()
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T1', lane: 'self', state: 'open' }])
    await leo.taps('saying')
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T1', state: 'open' }])
  })

  it('about a saying alarms nobody once it was just a saying: kept as T0 for the weekly digest', async () => {
    const { talker: leo, personId } = await talker()
    await leo.types('ugh kms')
    await leo.taps('saying')
    pipeline.clock.advance(30 * MINUTE)
    await runDue()
    expect(await escalationsOf(personId)).toEqual([])
    expect(await rowsOf('select words, lane, term from sayings where person_id = $1', personId)).toMatchObject([
      { words: 'ugh kms', lane: 'self' },
    ])
    expect(leo.asked).toBe('home/next')
  })

  it('says of a joke about a saying nothing that is not so: nobody has been told yet', async () => {
    const { talker: leo } = await talker()
    await leo.types('ugh kms')
    await leo.types('jk')
    expect(leo.text).not.toContain('still see it')
    expect(leo.asked).toBe('clarify/meant')
  })

  it('is not asked about a saying within thirty days of a T2: that is worth a look at once', async () => {
    const { talker: leo, personId, practitionerId } = await talker()
    await leo.types('i want to kill myself')
    const [flag] = await escalationsOf(personId)
    await release(database, {
      escalationId: flag!.id,
      staffId: practitionerId,
      outcome: 'contacted',
      contact: spoken(pipeline.clock.now()),
      note: 'rang',
      expectedVersion: flag!.version,
      now: pipeline.clock.now(),
      outbox: pipeline.outbox,
    })
    pipeline.clock.advance(5 * DAY)
    await leo.types('ugh kms')
    expect(leo.asked).not.toBe('clarify/meant')
    expect((await escalationsOf(personId)).map((e) => e.tier)).toEqual(['T2', 'T1'])
  })
})
