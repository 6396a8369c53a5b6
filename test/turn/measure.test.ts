import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'

/** PHQ-9 on the real pipeline: brief 3.2 to 3.4 and scenario S5. */
describe.each(ENGINES)('PHQ-9 in conversation on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const rows = async (sql: string, ...values: unknown[]) => (await database.query(sql, values)).rows
  const escalations = (personId: string) =>
    rows('select lane, tier, priority, holds, words from escalations where person_id = $1 order by opened_at', personId)
  const administration = async (personId: string) =>
    (
      await rows(`select body from record_events where person_id = $1 and type = 'measure-administration'`, personId)
    ).map((r) => r.body)

  /** Opens the questionnaire and answers items 1 to 8 with the same value. */
  async function upToItemNine(value: string) {
    const person = await pipeline.people({ measures: ['phq-9'] })
    const leo = new Talker(pipeline, person)
    await leo.opens()
    await leo.taps('measure')
    await leo.taps('go')
    for (let item = 1; item <= 8; item++) {
      expect(leo.asked).toBe(`phq-9/item-${item}`)
      await leo.taps(value)
    }
    expect(leo.asked).toBe('phq-9/item-9')
    return { leo, personId: person.personId }
  }

  it('acts at once on item 9, keeps the answer, carries on, and counts nothing before it is sent', async () => {
    const { leo, personId } = await upToItemNine('1')
    await leo.taps('1')
    expect(await escalations(personId)).toMatchObject([{ lane: 'self', tier: 'T2', priority: false, holds: true }])
    expect((await escalations(personId))[0]!.words).toContain('Thoughts that you would be better off dead')
    expect(leo.asked).toBe('item-nine/acting')
    await leo.taps('no')
    await leo.taps('text')
    await leo.taps('carry-on')
    expect(leo.asked).toBe('phq-9/check')
    expect(await administration(personId)).toEqual([])
    await leo.taps('send')
    const [sent] = await administration(personId)
    expect(sent).toMatchObject({ measure: 'phq-9', score: { state: 'scored', total: 9 } })
    expect(sent.scales).toEqual([
      { scale: 'total', title: 'Total', code: '720433000', score: { state: 'scored', raw: 9 } },
    ])
    expect(sent.answers[8]).toEqual({ item: '9', state: 'given', answer: 1 })
    expect(await rows('select state from measure_requests where person_id = $1', personId)).toEqual([{ state: 'sent' }])
    expect(JSON.stringify(leo.replies)).not.toMatch(/mild|moderate|severe|\b9\b of 27/i)
  })

  it.each([
    ['0', 'no', []],
    ['2', 'no', [{ tier: 'T2', priority: true }]],
    ['1', 'not-sure', [{ tier: 'T2', priority: true }]],
    ['1', 'talk', [{ tier: 'T2', priority: true }]],
    ['1', 'yes', [{ tier: 'T3', holds: true }]],
  ])('item 9 answered %s and then %s', async (value, acting, expected) => {
    const { leo, personId } = await upToItemNine('0')
    await leo.taps(value)
    if (value !== '0') await leo.taps(acting)
    expect(await escalations(personId)).toMatchObject(expected)
    expect(await escalations(personId)).toHaveLength(expected.length)
    // After a "yes" the questionnaire does not resume by itself.
    if (acting === 'yes') {
      await leo.taps('not-say')
      await leo.types('ok')
      expect(leo.asked ?? '').not.toMatch(/^phq-9/)
      expect(leo.text).not.toBe('')
    }
  })

  it('takes a declined item 9 as T1, without pressing, and never as no risk', async () => {
    const { leo, personId } = await upToItemNine('3')
    await leo.commands('decline')
    expect(await escalations(personId)).toMatchObject([{ tier: 'T1', holds: false }])
    expect(leo.asked).toBe('phq-9/check')
    await leo.taps('send')
    const [sent] = await administration(personId)
    expect(sent.score).toMatchObject({ state: 'not-scorable', reason: 'needs all 9 answers and has 8' })
    expect(sent.answers[8]).toEqual({ item: '9', state: 'declined', answer: null })
  })

  describe('is held back when nobody would look the same day (brief 3.2, S5)', () => {
    afterEach(() => pipeline.clock.set('2026-11-24T15:40:00Z'))

    it.each([
      ['at 22:15', '2026-11-24T22:15:00Z', 'tomorrow 8:00'],
      ['at six in the morning', '2026-11-25T06:00:00Z', 'today 8:00'],
      ['on Friday from 17:00', '2026-11-27T17:00:00Z', 'Mon 8:00'],
      ['on Sunday afternoon', '2026-11-29T15:00:00Z', 'tomorrow 8:00'],
      ['over Christmas, until the first working day', '2026-12-24T21:00:00Z', 'Tue 8:00'],
    ])('%s', async (_, at, ready) => {
      const person = await pipeline.people({ measures: ['phq-9'] })
      const leo = new Talker(pipeline, person)
      pipeline.clock.set(at)
      await leo.opens()
      await leo.taps('measure')
      expect(leo.text).toContain(`I'll have it ready ${ready}`)
      expect(leo.asked).toBe('home/next')
    })

    it('also when it was begun in the daytime, and goes on in the morning with every answer kept', async () => {
      const person = await pipeline.people({ measures: ['phq-9'] })
      const leo = new Talker(pipeline, person)
      await leo.opens()
      await leo.taps('measure')
      await leo.taps('go')
      await leo.taps('1')
      await leo.taps('1')
      pipeline.clock.set('2026-11-24T22:15:00Z')
      await leo.opens()
      expect(leo.asked).toBe('home/next')
      await leo.taps('measure')
      expect(leo.text).toContain("I'll have it ready tomorrow 8:00")
      pipeline.clock.set('2026-11-25T08:00:00Z')
      await leo.opens()
      await leo.taps('carry-on')
      expect(leo.asked).toBe('phq-9/item-3')
    })
  })

  it('screens free text at an item, then asks the item once more', async () => {
    const person = await pipeline.people({ measures: ['phq-9'] })
    const leo = new Talker(pipeline, person)
    await leo.opens()
    await leo.taps('measure')
    await leo.taps('go')
    await leo.types('same as the last one')
    expect(leo.asked).toBe('phq-9/item-1')
    expect(await escalations(person.personId)).toEqual([])
  })

  it('acts when item 9 is changed on the review, and a zero later cancels nothing', async () => {
    const { leo, personId } = await upToItemNine('0')
    await leo.taps('0')
    expect(leo.asked).toBe('phq-9/check')
    await leo.commands('change', 'item-9')
    expect(leo.asked).toBe('phq-9/item-9')
    await leo.taps('2')
    expect(await escalations(personId)).toMatchObject([{ tier: 'T2', priority: true }])
    for (const value of ['no', 'text', 'carry-on']) await leo.taps(value)
    await leo.commands('change', 'item-9')
    await leo.taps('0')
    expect(await escalations(personId)).toMatchObject([{ tier: 'T2', priority: true, holds: true }])
  })

  it('begins again after a day, and what item 9 said stays', async () => {
    const { leo, personId } = await upToItemNine('1')
    pipeline.clock.advance(25 * 3_600_000)
    await leo.opens()
    expect(leo.asked).toBe('home/next')
    expect(await escalations(personId)).toEqual([])
    await leo.taps('measure')
    expect(leo.asked).toBe('phq-9/begin')
    pipeline.clock.advance(-25 * 3_600_000)
  })
})
