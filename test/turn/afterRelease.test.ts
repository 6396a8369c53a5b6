import { spoken } from '../helpers/contacts.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { release } from '../../src/risk/acknowledge.ts'

const DAY = 86_400_000

describe.each(ENGINES)('after a human has released (brief 4.8), on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())
  const rowsOf = async <T extends object>(sql: string, ...values: unknown[]) =>
    (await database.query<T>(sql, values)).rows

  const released = async (more: { outcome?: 'false-alarm'; falseAlarmReason?: string } = {}) => {
    const person = await pipeline.people()
    const leo = new Talker(pipeline, person)
    await leo.opens()
    await leo.types('i have been cutting myself again')
    while (leo.asked) await leo.taps((leo.question!.control as { options: { value: string }[] }).options.at(0)!.value)
    const [open] = await rowsOf<{ id: string; version: number }>(
      'select id, version from escalations where person_id = $1',
      person.personId,
    )
    await release(database, {
      escalationId: open!.id,
      staffId: person.practitionerId,
      now: pipeline.clock.now(),
      outbox: pipeline.outbox,
      expectedVersion: open!.version,
      outcome: 'contacted',
      contact: spoken(pipeline.clock.now()),
      note: 'rang',
      ...more,
    })
    await pipeline.announce()
    await pipeline.announce()
    const said = await rowsOf<{ text: string; dialog: string | null; run: string; step: string }>(
      `select body->>'text' as text, body->'channelData'->'bot'->>'dialog' as dialog from activities
       where conversation_id = $1 and direction = 'out' order by seq desc limit 2`,
      person.conversationId,
    )
    await leo.opens()
    const [asked] = await rowsOf<{ bot: NonNullable<Talker['question']> }>(
      `select body->'channelData'->'bot' as bot from activities where conversation_id = $1 and direction = 'out' order by seq desc limit 1`,
      person.conversationId,
    )
    leo.question = asked!.bot
    return { ...person, leo, said: said.reverse(), escalationId: open!.id }
  }

  it('says one short thing and asks whether it is OK to go on, without what was said', async () => {
    const { leo, said } = await released()
    expect(said[1]!.dialog).toBe('after-release')
    expect(said.map(({ text }) => text).join(' ')).not.toMatch(/!|cutting|great|well done/i)
    await leo.taps('plan')
    expect(leo.text).toContain('my plan')
    expect(leo.asked).toBe('home/next')
    await leo.opens()
    expect(leo.replies).toEqual([])
  })

  it('leaves things for another day when asked to', async () => {
    const { leo } = await released()
    await leo.taps('stop')
    expect(leo.asked).toBeUndefined()
  })

  it('asks on the next day, once, whether how it was handled was OK, for the supervisor', async () => {
    const { leo, personId, caseId } = await released()
    await leo.taps('stop')
    const [due] = await rowsOf<{ due_at: Date; nudge_at: Date }>(
      `select due_at, nudge_at from reminders where person_id = $1 and dialog = 'how-we-handled-it'`,
      personId,
    )
    expect(due).toEqual({ due_at: new Date('2026-11-25T16:30:00Z'), nudge_at: new Date('2026-11-25T16:30:00Z') })
    pipeline.clock.advance(DAY + 3_600_000)
    await leo.opens()
    expect(leo.asked).toBe('how-we-handled-it/howOk')
    await leo.taps(7)
    await leo.types('you asked me twice')
    expect(await rowsOf('select notice, detail from notices where case_id = $1', caseId)).toEqual([
      { notice: 'how-we-handled-it', detail: '7 of 10' },
    ])
    expect(
      await rowsOf(`select body->'fields' as fields from record_events where person_id = $1 and body->>'name' = 'how-we-handled-it'`, personId), // prettier-ignore
    ).toEqual([{ fields: { how_ok: 7, why: 'you asked me twice' } }])
    expect(leo.asked).toBe('home/next')
    pipeline.clock.advance(DAY)
    await leo.opens()
    expect(leo.asked).not.toBe('how-we-handled-it/howOk')
  })

  it('keeps tasks smaller for a week, as a flag that dialogs read', async () => {
    const { personId } = await released()
    const { surroundingsFor } = await import('../../src/turn/surroundings.ts')
    const { readSituation } = await import('../../src/turn/situation.ts')
    const smaller = async () => {
      const situation = await readSituation(database, `web-${personId}`, '')
      return surroundingsFor(situation!.person!, '00000000', pipeline.clock.now(), pipeline.parts).smallerTasks
    }
    expect(await smaller()).toBe(true)
    pipeline.clock.advance(7 * DAY)
    expect(await smaller()).toBe(true)
    pipeline.clock.advance(DAY)
    expect(await smaller()).toBe(false)
  })

  it('says thanks for letting us check after a false alarm, and keeps the reason that a human picked', async () => {
    const { said, escalationId } = await released({ outcome: 'false-alarm', falseAlarmReason: 'quotation' })
    expect(said[0]!.text).toContain('Thanks for letting us check.')
    const [event] = await rowsOf<{ body: object }>(
      `select body from escalation_events where escalation_id = $1 and kind = 'released'`,
      escalationId,
    )
    expect(event!.body).toMatchObject({ outcome: 'false-alarm', falseAlarmReason: 'quotation' })
  })
})
