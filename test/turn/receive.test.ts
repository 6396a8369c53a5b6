import { spoken } from '../helpers/contacts.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createReceive } from '../../src/turn/receive.ts'
import { createKeyedMutex } from '../../src/turn/mutex.ts'

describe.each(ENGINES)('a turn on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const rowsOf = async (sql: string, ...values: unknown[]) => (await database.query(sql, values)).rows
  const escalationsOf = (personId: string) =>
    rowsOf('select lane, tier, state, holds, words from escalations where person_id = $1', personId)
  const countOf = async (table: string, where: string, value: string) =>
    (await rowsOf(`select count(*)::int as n from ${table} where ${where} = $1`, value))[0]!.n as number
  const talker = async (wanted: Parameters<Pipeline['people']>[0] = {}) => {
    const person = await pipeline.people(wanted)
    return { ...person, talker: new Talker(pipeline, person) }
  }

  it('greets a person who comes back and offers what is open', async () => {
    const { talker: leo } = await talker({ measures: ['phq-9'] })
    await leo.opens()
    expect(leo.asked).toBe('home/next')
    expect(leo.text).toContain('Leo')
  })

  it('starts the first conversation when the consent record is complete, and says kindly that it waits when it is not', async () => {
    const ready = await talker({ state: 'joined' })
    await ready.talker.opens()
    expect(ready.talker.asked).toMatch(/^first-conversation\//)
    const waiting = await talker({ state: 'joined', consent: false })
    await waiting.talker.opens()
    expect(waiting.talker.asked).toBeUndefined()
    expect(waiting.talker.text).not.toBe('')
  })

  it('changes nothing when a message is delivered again, and gives the same replies', async () => {
    const { talker: leo, conversationId } = await talker()
    await leo.opens()
    await leo.taps('plan')
    const first = leo.replies
    const stored = await countOf('activities', 'conversation_id', conversationId)
    await leo.again()
    expect(leo.repeated).toBe(true)
    expect(leo.replies.map((r) => r.id)).toEqual(first.map((r) => r.id))
    expect(await countOf('activities', 'conversation_id', conversationId)).toBe(stored)
  })

  it('opens one escalation for a disclosure however often it is delivered, before any module line', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.taps('plan')
    await leo.types('i want to kill myself')
    expect(await escalationsOf(personId)).toMatchObject([
      { lane: 'self', tier: 'T2', state: 'open', holds: true, words: 'i want to kill myself' },
    ])
    expect(leo.asked).toMatch(/^self-t2\//)
    await leo.again()
    expect(await escalationsOf(personId)).toHaveLength(1)
  })

  it('keeps the escalation when the dialog behind it throws, apologises in authored words and keeps the state', async () => {
    const { talker: leo, personId, conversationId } = await talker()
    await leo.opens()
    const before = await rowsOf('select state from dialog_states where owner = $1', `person:${personId}`)
    const dialogs = new Map(pipeline.parts.dialogs)
    dialogs.delete('self-t2')
    const broken = createReceive({ ...pipeline.parts, dialogs, mutex: createKeyedMutex() })
    const reply = await broken(
      leo.inbound({ type: 'message', text: 'i want to kill myself', value: undefined, attachments: [] }),
    )
    expect(reply.replies.map((r) => r.activity.text).join(' ')).toContain('999')
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2', state: 'open' }])
    expect(await rowsOf('select state from dialog_states where owner = $1', `person:${personId}`)).toEqual(before)
    expect(await countOf('activities', 'conversation_id', conversationId)).toBeGreaterThan(2)
  })

  it('keeps the escalation when the turn itself cannot be committed', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    const failing = createReceive({
      ...pipeline.parts,
      mutex: createKeyedMutex(),
      channels: new Map([
        [
          'directline',
          {
            id: 'directline',
            pushes: false,
            render: () => {
              throw new Error('gone')
            },
          },
        ],
      ]),
    })
    await expect(
      failing(leo.inbound({ type: 'message', text: 'i took too many tablets', value: undefined, attachments: [] })),
    ).rejects.toThrow()
    expect(await escalationsOf(personId)).toMatchObject([{ lane: 'medical', tier: 'T3', state: 'open' }])
  })

  it('screens an edited message, and a denial or an edit lowers nothing', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.edits('gonna end it tonight')
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T3', state: 'open' }])
    await leo.types('jk lol')
    await leo.edits('gonna end this game tonight')
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T3', state: 'open', holds: true }])
  })

  it('hears a denial warmly, lowers nothing, and asks the open question once more', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('i want to kill myself')
    const asked = leo.asked
    await leo.types('jk')
    expect(leo.text).toContain('Dani')
    expect(leo.asked).toBe(asked)
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2', state: 'open', holds: true }])
  })

  it('clarifies a saying once, and "not OK" opens what it is about', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('ugh kms')
    if (leo.asked !== 'clarify/meant') return expect(await escalationsOf(personId)).toEqual([])
    await leo.taps('not-ok')
    expect(await escalationsOf(personId)).toMatchObject([{ lane: 'self', tier: 'T2', state: 'open' }])
    expect(leo.asked).toMatch(/^self-t2/)
    expect(leo.text).not.toContain('Nobody has been told')
  })

  it('screens every string in a value that a button could carry', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.sends({ answer: { run: leo.question!.run, step: leo.question!.step, value: 'i want to die' } }, 'ok')
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2' }])
  })

  it('keeps and screens a message with characters that cannot be stored', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('i want to \u0000 kill myself \ud83d')
    expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2' }])
    expect(leo.text).not.toBe('')
  })

  it('refuses an attachment kindly and has a person look', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.receive(
      leo.inbound({
        type: 'message',
        text: '',
        value: undefined,
        attachments: [{ name: 'photo.jpg', contentType: 'image/jpeg' }],
      }),
    )
    expect(await escalationsOf(personId)).toMatchObject([{ lane: 'unscanned', tier: 'T1' }])
    expect(leo.text).not.toBe('')
  })

  it.each(['paused', 'closed'] as const)(
    'answers a person who is %s without a dialog, and gives a disclosure of theirs the fixed help',
    async (state) => {
      const { talker: leo, personId } = await talker({ state })
      await leo.types('hello')
      expect(leo.asked).toBeUndefined()
      await leo.types('i want to kill myself')
      expect(leo.text).toContain('999')
      expect(leo.asked).toBeUndefined()
      expect(await escalationsOf(personId)).toMatchObject([{ tier: 'T2', state: 'open' }])
    },
  )

  it('answers somebody nobody is linked to, and puts their disclosure in the queue', async () => {
    const reply = await pipeline.receive({
      channel: 'msteams',
      conversationId: 'teams-1',
      from: { kind: 'account', tenant: 't', account: 'a' },
      dedupeKey: 'm1',
      content: { type: 'message', text: 'i am going to kill myself tonight', value: undefined, attachments: [] },
      reference: {},
      activity: { type: 'message' },
    })
    expect(reply.replies[0]!.activity.text).toContain('999')
    expect(await rowsOf(`select person_id, tier from escalations where conversation_id = 'teams-1'`)).toMatchObject([
      { person_id: null, tier: 'T3' },
    ])
  })

  it('stops modules under a hold until a named human releases, and then says so', async () => {
    const { talker: leo, personId, practitionerId } = await talker()
    await leo.opens()
    await leo.types('i have been cutting myself again')
    while (leo.question!.dialog === 'self-t2' && leo.asked)
      await leo.taps((leo.question!.control as { options: { value: string }[] }).options[0]!.value)
    await leo.types('what now')
    expect(leo.asked).toBeUndefined()
    await leo.opens()
    expect(leo.asked).toBeUndefined()

    const [open] = (await rowsOf('select id, version from escalations where person_id = $1', personId)) as {
      id: string
      version: number
    }[]
    const { acknowledge, release } = await import('../../src/risk/acknowledge.ts')
    const step = { escalationId: open!.id, staffId: practitionerId, now: pipeline.clock.now(), outbox: pipeline.outbox }
    const seen = await acknowledge(database, { ...step, expectedVersion: open!.version, plannedAction: 'ring at four' })
    await pipeline.announce()
    await pipeline.announce()
    const statuses = async () =>
      rowsOf(
        `select body from activities where conversation_id = $1 and body->'channelData'->'bot'->>'kind' = 'status' order by seq`,
        leo.conversationId,
      )
    const told = await statuses()
    expect(told.at(-1)).toMatchObject({ body: { channelData: { bot: { seenBy: { name: 'Dani', at: '15:40' } } } } })
    expect(told.filter((row) => row.body.channelData.bot.seenBy)).toHaveLength(1)

    await release(database, {
      ...step,
      expectedVersion: seen.version,
      outcome: 'contacted',
      contact: spoken(pipeline.clock.now()),
      note: 'rang, plan looked at together',
    })
    await pipeline.announce()
    const after = await rowsOf(
      `select body->'channelData'->'bot'->>'dialog' as dialog from activities where conversation_id = $1 order by seq desc limit 1`,
      leo.conversationId,
    )
    expect(after).toEqual([{ dialog: 'after-release' }])
    await leo.opens()
    expect(leo.replies).toEqual([])
  })

  it('asks nothing more about a matter that was released with a question open', async () => {
    const { talker: leo, personId, practitionerId } = await talker()
    await leo.opens()
    await leo.types('i want to kill myself')
    expect(leo.asked).toMatch(/^self-t2/)
    const [open] = (await rowsOf('select id, version from escalations where person_id = $1', personId)) as {
      id: string
      version: number
    }[]
    const { release } = await import('../../src/risk/acknowledge.ts')
    await release(database, {
      escalationId: open!.id,
      staffId: practitionerId,
      now: pipeline.clock.now(),
      outbox: pipeline.outbox,
      expectedVersion: open!.version,
      outcome: 'contacted',
      contact: spoken(pipeline.clock.now()),
      note: 'talked it over on the phone',
    })
    await pipeline.announce()
    leo.question = undefined
    await leo.types('hi')
    expect(leo.asked).toBe('after-release/next')
  })

  it('never lets two turns of one conversation interleave, also from two processes', async () => {
    const { talker: leo, personId, conversationId } = await talker()
    await leo.opens()
    await leo.taps('log')
    const other = createReceive({ ...pipeline.parts, mutex: createKeyedMutex() })
    const texts = Array.from({ length: 12 }, (_, i) =>
      leo.inbound({ type: 'message', text: `walked ${i}`, value: undefined, attachments: [] }),
    )
    await Promise.all(texts.map((inbound, i) => (i % 2 === 0 ? pipeline.receive(inbound) : other(inbound))))
    const seqs = (await rowsOf(
      'select seq, direction, turn_id from activities where conversation_id = $1 order by seq',
      conversationId,
    )) as { seq: number; turn_id: string }[]
    expect(new Set(seqs.map((r) => r.seq)).size).toBe(seqs.length)
    // Every turn's message and replies stand together.
    const runs = seqs.map((r) => r.turn_id).filter((turn, i, all) => turn !== all[i - 1])
    expect(new Set(runs).size).toBe(runs.length)
    const [state] = (await rowsOf('select version from dialog_states where owner = $1', `person:${personId}`)) as {
      version: number
    }[]
    expect(state!.version).toBe(14)
  })

  it('logs ids and codes, never words', async () => {
    const lines: string[] = []
    const { createLogger } = await import('../../src/shared/logger.ts')
    const logger = createLogger('debug', { write: (line) => void lines.push(line) })
    const loud = createReceive({ ...pipeline.parts, logger, mutex: createKeyedMutex(), dialogs: new Map() })
    const { talker: leo } = await talker()
    await loud(
      leo.inbound({
        type: 'message',
        text: 'my secret word is aubergine and i want to die',
        value: undefined,
        attachments: [],
      }),
    )
    expect(lines.length).toBeGreaterThan(0)
    expect(lines.join('')).not.toContain('aubergine')
  })
})
