import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createReceive } from '../../src/turn/receive.ts'
import { createKeyedMutex } from '../../src/turn/mutex.ts'
import { newId } from '../../src/shared/ids.ts'
import type { Database } from '../../src/database/database.ts'

/** A value that hides words further down than anybody would look. */
const nested = (words: string, depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), words)

describe.each(ENGINES)('what a person sends, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const rowsOf = async (sql: string, ...values: unknown[]) => (await database.query(sql, values)).rows
  const escalationsOf = (personId: string) =>
    rowsOf('select lane, tier, state, holds, words from escalations where person_id = $1 order by opened_at', personId)
  const talker = async (wanted: Parameters<Pipeline['people']>[0] = {}) => {
    const person = await pipeline.people(wanted)
    return { ...person, talker: new Talker(pipeline, person) }
  }
  const atItemNine = async () => {
    const made = await talker({ measures: ['phq-9'] })
    const leo = made.talker
    await leo.opens()
    await leo.taps('measure')
    await leo.taps('go')
    for (let item = 1; item <= 8; item++) await leo.taps('0')
    expect(leo.asked).toBe('phq-9/item-9')
    return made
  }
  const offers = ({ question }: Talker) =>
    question?.control.kind === 'choices' ? question.control.options.map(({ value }) => value) : []
  const message = (leo: Talker, text: string, value?: unknown) =>
    leo.inbound({ type: 'message', text, value, attachments: [] })

  it.each(['prefer not to say', 'Skip', 'i dont want to say', 'Rather not say.'])(
    'is heard as declining item 9 when typed as "%s"',
    async (words) => {
      const { talker: leo, personId } = await atItemNine()
      await leo.types(words)
      expect(await escalationsOf(personId)).toMatchObject([{ lane: 'self', tier: 'T1' }])
      expect(leo.text).not.toBe('')
    },
  )

  it('acts on item 9 when the answer is changed later by a tap on its earlier card', async () => {
    const { talker: leo, personId } = await atItemNine()
    const itemNine = leo.question!
    await leo.taps('0')
    expect(leo.asked).toBe('phq-9/check')
    await leo.sends({ answer: { run: itemNine.run, step: itemNine.step, value: '2' } }, 'More than half the days')
    expect(await escalationsOf(personId)).toMatchObject([{ lane: 'self', tier: 'T2' }])
    expect(leo.asked).toMatch(/^item-nine\//)
  })

  it('acts on item 9 when it is opened again from the review and answered anew', async () => {
    const { talker: leo, personId } = await atItemNine()
    await leo.taps('0')
    await leo.commands('change', 'item-9')
    await leo.types('several days')
    expect(await escalationsOf(personId)).toMatchObject([{ lane: 'self', tier: 'T2' }])
  })

  it.each([
    ['a command that is none of ours', { command: 'i want to kill myself' }],
    ['the step of a command', { command: 'change', step: 'i want to kill myself' }],
    ['the run of an answer', { answer: { run: 'i want to kill myself', step: 'next', value: 'plan' } }],
    ['a value that opens a dialog', { open: { dialog: 'home', input: { activity: 'i want to kill myself' } } }],
    ['a key', { 'i want to kill myself': true }],
    ['a value that is nested twenty deep', nested('i want to kill myself', 20)],
    ['a value that is nested three thousand deep', nested('i want to kill myself', 3000)],
  ])('is screened in %s', async (_, value) => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.receive(message(leo, 'ok', value))
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2', holds: true }])
    expect(leo.text).not.toBe('')
  })

  it('is screened when it is typed; a suggestion of ours that is tapped is not, and what hides behind one is', async () => {
    const read: string[] = []
    const screen: typeof pipeline.parts.screen = (text, context) => {
      read.push(text)
      return pipeline.parts.screen(text, context)
    }
    const listening = { ...pipeline, receive: createReceive({ ...pipeline.parts, screen }) }
    const leo = new Talker(listening, await pipeline.people({ modules: ['worry'], step: 3 }))
    await leo.opens()
    while (leo.asked !== 'problem-solving/problem')
      await leo.taps(offers(leo).includes('solve-a-problem') ? 'solve-a-problem' : 'more')
    await leo.types('late for maths')
    await leo.taps('no')
    await leo.types('on time twice a week')
    const { run, step, control } = leo.question!
    const suggestion = control.kind === 'text' ? control.suggestions![0]! : ''
    read.length = 0
    await leo.taps(suggestion)
    expect(leo.asked).toBe('problem-solving/idea2')
    expect(read).toEqual([])
    await leo.sends({ answer: { run, step, value: suggestion } }, 'i want to kill myself')
    expect(read).toContain('i want to kill myself')
    expect(await escalationsOf(leo.personId)).toMatchObject([{ lane: 'self', tier: 'T2' }])
    const typed = new Talker(listening, await pipeline.people({}))
    await typed.opens()
    await typed.types(suggestion)
    expect(read).toContain(suggestion)
  })

  it('is screened when it comes with the opening of the chat', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.receive({
      ...leo.inbound({ type: 'opened' }),
      content: { type: 'message', text: 'i want to kill myself', value: null, attachments: [] },
    })
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2' }])
  })

  describe('when the database fails for a moment', () => {
    /** Fails so many transactions, as a connection that is cut does; single statements go through. */
    const failing = (times: number): Database => ({
      ...database,
      query: (text, values) => database.query(text, values),
      transaction: (work) => (times-- > 0 ? Promise.reject(new Error('cut')) : database.transaction(work)),
    })

    it('is not taken as handled before its escalation is kept: sent again, it is heard', async () => {
      const { talker: leo, personId } = await talker()
      await leo.opens()
      const receive = createReceive({ ...pipeline.parts, database: failing(1), mutex: createKeyedMutex() })
      const inbound = message(leo, 'i want to kill myself')
      await expect(receive(inbound)).rejects.toThrow()
      const again = await receive(inbound)
      expect(again.repeated).toBe(false)
      expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2', state: 'open' }])
    })

    it('is not taken as handled before what it raises in the safety conversation is kept', async () => {
      const { talker: leo, personId } = await talker()
      await leo.opens()
      await leo.types('i want to kill myself')
      const { run, step } = leo.question!
      const receive = createReceive({ ...pipeline.parts, database: failing(1), mutex: createKeyedMutex() })
      const inbound = message(leo, 'Yes', { answer: { run, step, value: 'yes' } })
      await expect(receive(inbound)).rejects.toThrow()
      await receive(inbound)
      expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T3', state: 'open' }])
    })
  })

  it('goes to a human when the screen itself fails on it, and the person is answered', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    const receive = createReceive({
      ...pipeline.parts,
      screen: () => {
        throw new RangeError('too much')
      },
      mutex: createKeyedMutex(),
    })
    const { replies } = await receive(message(leo, 'what nobody can read'))
    expect(await escalationsOf(personId)).toMatchObject([{ lane: 'unscanned', tier: 'T1' }])
    expect(replies).not.toHaveLength(0)
  })
})

describe.each(ENGINES)('what a person is told, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const talker = async (wanted: Parameters<Pipeline['people']>[0] = {}) => {
    const person = await pipeline.people(wanted)
    return { ...person, talker: new Talker(pipeline, person) }
  }
  const countOf = async (conversationId: string) =>
    (await database.query('select count(*)::int as n from activities where conversation_id = $1', [conversationId]))
      .rows[0]!.n as number

  it('never names a practitioner who has left as told', async () => {
    const { talker: leo, practitionerId } = await talker()
    await leo.opens()
    await database.query('update staff set active = false where id = $1', [practitionerId])
    await leo.types('i want to kill myself')
    const status = leo.parts.find((part) => part.kind === 'status')
    expect(status).toMatchObject({ told: ['Kit'] })
    expect(leo.text).toMatch(/Sent to Kit at 15:40/)
    expect(leo.text).not.toMatch(/sent (this|it)? ?to Dani/i)
  })

  it('never says that nobody reads messages beside saying that one was sent to somebody', async () => {
    const { talker: leo } = await talker({ state: 'closed' })
    await leo.types('i want to kill myself')
    expect(leo.text).toContain('Sent to Dani')
    expect(leo.text).not.toMatch(/nobody reads|aren't read/)
  })

  it('is never an empty page: under a hold a conversation that is new begins with help, once', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('i have been cutting myself again')
    while (leo.asked) await leo.taps((leo.question!.control as { options: { value: string }[] }).options[0]!.value)
    const conversationId = `other-${personId}`
    await database.query(
      `insert into conversations (id, channel, person_id, created_at) values ($1, 'directline', $2, $3)`,
      [conversationId, personId, pipeline.clock.now()],
    )
    const elsewhere = new Talker(pipeline, { personId, conversationId })
    await elsewhere.opens()
    expect(elsewhere.text).not.toBe('')
    expect(elsewhere.asked).toBeUndefined()
    const before = await countOf(conversationId)
    await elsewhere.opens()
    await leo.opens()
    expect(await countOf(conversationId)).toBe(before)
    expect(leo.replies).toEqual([])
  })

  it('is that things are paused once consent was withdrawn, until it is recorded again; a disclosure is heard all the same', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.taps('plan')
    const record = async (withdrawn: string | null) => {
      pipeline.clock.advance(1000)
      await database.query(
        `insert into consents (id, person_id, capacity_basis, withdrawn_on, recorded_at) values ($1, $2, 'presumed-16-or-over', $3, $4)`,
        [newId(), personId, withdrawn, pipeline.clock.now()],
      )
    }
    await record('2026-11-24')
    await leo.types('a walk')
    expect(leo.asked).toBeUndefined()
    expect(leo.text).toMatch(/pause/)
    await leo.types('i want to kill myself')
    expect(leo.text).toContain('999')
    const { rows } = await database.query('select tier from escalations where person_id = $1', [personId])
    expect(rows).toEqual([{ tier: 'T2' }])
    const { talker: ada, personId: adaId } = await talker()
    await ada.opens()
    await database.query(
      `insert into consents (id, person_id, withdrawn_on, recorded_at) values ($1, $2, '2026-11-24', $3)`,
      [newId(), adaId, new Date(pipeline.clock.now().getTime() + 1)],
    )
    await ada.taps('plan')
    expect(ada.asked).toBeUndefined()
    await database.query(`insert into consents (id, person_id, recorded_at) values ($1, $2, $3)`, [
      newId(),
      adaId,
      new Date(pipeline.clock.now().getTime() + 2),
    ])
    await ada.opens()
    await ada.taps('plan')
    expect(ada.asked).toMatch(/^plan-an-activity\//)
  })

  it.each(['paused', 'closed'] as const)('is not said again each time a %s chat is opened', async (state) => {
    const { talker: leo, conversationId } = await talker({ state })
    await leo.opens()
    const before = await countOf(conversationId)
    expect(before).toBeGreaterThan(0)
    for (let times = 0; times < 3; times++) await leo.opens()
    expect(await countOf(conversationId)).toBe(before)
  })

  it('does not wait for ever because something else cannot be told', async () => {
    const { acknowledge } = await import('../../src/risk/acknowledge.ts')
    const seen = async (name: string) => {
      const made = await talker({ name })
      await made.talker.opens()
      await made.talker.types('i want to kill myself')
      const { rows } = await database.query<{ id: string; version: number }>(
        'select id, version from escalations where person_id = $1',
        [made.personId],
      )
      await acknowledge(database, {
        escalationId: rows[0]!.id,
        expectedVersion: rows[0]!.version,
        staffId: made.practitionerId,
        plannedAction: 'ring',
        now: pipeline.clock.now(),
        outbox: pipeline.outbox,
      })
      pipeline.clock.advance(1000)
      return made
    }
    const first = await seen('Ada')
    const second = await seen('Bo')
    // What is told to the first cannot be kept, whatever the reason.
    await database.query(
      `create or replace function refuse_one() returns trigger language plpgsql as $$ begin
         if new.conversation_id = '${first.conversationId}' then raise exception 'refused'; end if; return new; end $$`,
    )
    await database.query(
      'create trigger refuse_one before insert on activities for each row execute function refuse_one()',
    )
    await pipeline.announce().catch(() => undefined)
    await database.query('drop trigger refuse_one on activities')
    const told = await database.query(
      `select 1 from activities where conversation_id = $1 and body->'channelData'->'bot' ? 'seenBy'`,
      [second.conversationId],
    )
    expect(told.rows).toHaveLength(1)
    await pipeline.announce()
    const later = await database.query(
      `select 1 from activities where conversation_id = $1 and body->'channelData'->'bot' ? 'seenBy'`,
      [first.conversationId],
    )
    expect(later.rows).toHaveLength(1)
  })
})

describe.each(ENGINES)('while no alert gets through, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  afterAll(() => database.close())

  it('whoever writes at T3 is told that nobody could be reached and what to do, and nobody is named', async () => {
    const pipeline = await createPipeline(database, { watch: { nobodyReached: () => true } })
    const leo = new Talker(pipeline, await pipeline.people({}))
    await leo.opens()
    await leo.types('im going to kill myself tonight')
    expect(leo.text).toMatch(/could not reach anyone from the team/)
    expect(leo.text).toMatch(/999/)
    expect(leo.text).not.toMatch(/sent (this|it)? ?to/i)
    expect(leo.parts.find((part) => part.kind === 'status')).toMatchObject({ told: [] })
  })
})
