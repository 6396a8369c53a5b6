import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

describe.each(ENGINES)('what is said more than once (brief 4.8), on %s', (engine) => {
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
    return { ...person, talker: new Talker(pipeline, person) }
  }
  const escalationsOf = async (personId: string) =>
    (
      await database.query<{ id: string; lane: string; tier: string; incident_id: string; version: number }>(
        'select id, lane, tier, incident_id, version from escalations where person_id = $1 order by opened_at, lane',
        [personId],
      )
    ).rows
  const eventsOf = async (id: string, kind: string) =>
    (
      await database.query<{ body: Record<string, unknown> }>(
        'select body from escalation_events where escalation_id = $1 and kind = $2 order by at',
        [id, kind],
      )
    ).rows
  const answerAll = async (leo: Talker, choose: Record<string, string> = {}) => {
    const asked: string[] = []
    while (leo.asked && leo.question!.tone === 'safety') {
      asked.push(leo.question!.step.split('.').at(-1)!)
      const options = (leo.question!.control as { options: { value: string }[] }).options.map((o) => o.value)
      await leo.taps(choose[asked.at(-1)!] ?? options[0])
    }
    return asked
  }

  it('joins the same thing said again within half an hour to one alert, acknowledges it and asks nothing twice', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('i want to kill myself')
    const asked = await answerAll(leo)
    expect(asked).toEqual(expect.arrayContaining(['acting', 'hurt', 'nearby', 'contact']))
    const [before] = await escalationsOf(personId)
    pipeline.clock.advance(10 * MINUTE)
    await leo.types('i want to kill myself')
    expect(leo.text).toContain("You've told me this before. It still matters.")
    expect(await answerAll(leo)).toEqual([])
    expect(await escalationsOf(personId)).toEqual([before])
    expect(await eventsOf(before!.id, 'repeated')).toHaveLength(1)
    expect(await eventsOf(before!.id, 'raised')).toEqual([])
  })

  it('tells those who were told once more when there is a new fact, and asks its questions anew', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('i want to kill myself')
    await answerAll(leo)
    const [before] = await escalationsOf(personId)
    pipeline.clock.advance(5 * MINUTE)
    await leo.types('i have been cutting myself again')
    const [after, ...more] = await escalationsOf(personId)
    expect(more).toEqual([])
    expect(after!.version).toBe(before!.version + 1)
    expect(await eventsOf(after!.id, 'raised')).toMatchObject([
      { body: { from: 'T2', tier: 'T2', newFacts: ['self-harm'] } },
    ])
    expect(leo.asked).toBe('self-t2/acting')
  })

  it('opens another lane under the same incident, and everything after half an hour as a new alert', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    await leo.types('i want to kill myself')
    pipeline.clock.advance(5 * MINUTE)
    await leo.types('my stepdad hits me')
    pipeline.clock.advance(40 * MINUTE)
    await leo.types('i want to kill myself')
    const [first, second, third] = await escalationsOf(personId)
    expect([first!.lane, second!.lane, third!.lane]).toEqual(['self', 'safeguarding', 'self'])
    expect(second!.incident_id).toBe(first!.incident_id)
    expect(third!.incident_id).toBe(third!.id)
  })

  it('does not say "you told me before" when the very same message is tried again', async () => {
    const { talker: leo } = await talker()
    await leo.opens()
    const message = leo.inbound({ type: 'message', text: 'i want to kill myself', value: undefined, attachments: [] })
    const { createReceive } = await import('../../src/turn/receive.ts')
    const { createKeyedMutex } = await import('../../src/turn/mutex.ts')
    const gone = { id: 'directline', pushes: false, render: () => { throw new Error('gone') } } // prettier-ignore
    const failing = createReceive({ ...pipeline.parts, mutex: createKeyedMutex(), channels: new Map([['directline', gone]]) }) // prettier-ignore
    await expect(failing(message)).rejects.toThrow()
    await leo.receive(message)
    expect(leo.text).not.toContain('before')
    expect(leo.asked).toBe('self-t2/acting')
  })

  it('makes three of T1 within seven days a T2 of its own, once, and answers as for one', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    for (let day = 0; day < 2; day++) {
      await leo.types('whats the point of any of this')
      expect(leo.asked).toBe('t1-check/feeling')
      await answerAll(leo)
      pipeline.clock.advance(DAY)
    }
    await leo.types('whats the point of any of this')
    expect(leo.asked).toBe('self-t2/acting')
    const opened = await escalationsOf(personId)
    expect(opened.map((e) => e.tier)).toEqual(expect.arrayContaining(['T1', 'T1', 'T1', 'T2']))
    expect(opened).toHaveLength(4)
    await leo.again()
    expect(await escalationsOf(personId)).toHaveLength(4)
    pipeline.clock.advance(DAY)
    await leo.types('whats the point of any of this')
    expect((await escalationsOf(personId)).map((e) => e.tier).sort()).toEqual(['T1', 'T1', 'T1', 'T1', 'T2'])
  })

  it('makes no pattern of T1s further apart than seven days, nor of pictures that nothing has read', async () => {
    const { talker: leo, personId } = await talker()
    await leo.opens()
    for (let time = 0; time < 3; time++) {
      await leo.types('whats the point of any of this')
      await answerAll(leo)
      pipeline.clock.advance(4 * DAY)
    }
    const picture = { name: 'a.jpg', contentType: 'image/jpeg' }
    for (let time = 0; time < 4; time++) {
      await leo.receive(leo.inbound({ type: 'message', text: '', value: undefined, attachments: [picture] }))
      pipeline.clock.advance(DAY)
    }
    expect(new Set((await escalationsOf(personId)).map((e) => e.tier))).toEqual(new Set(['T1']))
  })

  it.each([
    [1, 20 * 60 * MINUTE, 'self-t2/acting'],
    [1, 25 * 60 * MINUTE, 't1-check/feeling'],
    [2, MINUTE, 't1-check/feeling'],
  ])('hears hopeless words after mood was rated %s, %s ms ago, as %s (brief 4.9)', async (mood, ago, asked) => {
    const { talker: leo, personId, caseId } = await talker()
    await leo.opens()
    await database.query(
      `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
       values (gen_random_uuid(), $1, $2, 'self-help-entry', gen_random_uuid(), 1, $3, '2026-11-24', $4)`,
      [
        caseId,
        personId,
        JSON.stringify({ name: 'activity-log', fields: { doing: 'scrolling', mood, why: 'no reason' } }),
        new Date(pipeline.clock.now().getTime() - ago),
      ],
    )
    await leo.types('whats the point of any of this')
    expect(leo.asked).toBe(asked)
  })

  it('marks the case for its supervisor at the second T2 or T3 of the episode', async () => {
    const { talker: leo, caseId } = await talker()
    const wanted = async () =>
      (await database.query<{ at: Date | null }>('select review_wanted_at as at from cases where id = $1', [caseId]))
        .rows[0]!.at
    await leo.opens()
    await leo.types('i want to kill myself')
    await leo.types('my stepdad hits me')
    expect(await wanted()).toBeNull()
    pipeline.clock.advance(3 * DAY)
    await leo.types('i want to kill myself')
    expect(await wanted()).toEqual(pipeline.clock.now())
  })

  it('leaves a notice and raises nothing where a theme is only outside the remit (G4)', async () => {
    const { talker: leo, personId, caseId } = await talker()
    await leo.opens()
    await leo.types('i keep having nightmares about the car crash')
    expect(leo.text).toContain('This is one to take to Dani.')
    expect(await escalationsOf(personId)).toEqual([])
    const { rows } = await database.query<{ notice: string; detail: string }>(
      'select notice, detail from notices where case_id = $1',
      [caseId],
    )
    expect(rows).toMatchObject([{ notice: 'scope-flag' }])
    expect(rows[0]!.detail).not.toContain('car crash')
    expect(leo.asked).toBe('home/next')
  })
})
