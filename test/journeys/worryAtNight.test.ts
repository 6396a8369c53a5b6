import type { Database } from '../../src/database/database.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

/** Scenario S2 of the brief: Jay, 13, foster home, worry time 17:30, message by message on the real pipeline. */
describe.each(ENGINES)('worry at night, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  let jay: Talker
  let personId: string
  const saidInAll: string[] = []
  const keep = () => saidInAll.push(jay.text)

  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
    const person = await pipeline.people({ name: 'Jay', band: 'Y11-13', modules: ['worry'] })
    personId = person.personId
    await database.query('update assignments set step_opened = 4 where person_id = $1', [personId])
    jay = new Talker(pipeline, person)
  })
  afterAll(() => database.close())

  const worries = async () => {
    const { rows } = await database.query<{ name: string; fields: Record<string, unknown> }>(
      `select body->>'name' as name, body->'fields' as fields from record_events where person_id = $1 order by created_at, id`,
      [personId],
    )
    return rows
  }
  const offered = () => {
    const { control } = jay.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }

  it('22:40: a short hello, a night note, and nothing by day is offered', async () => {
    pipeline.clock.set('2026-11-23T22:40:00Z')
    await jay.opens()
    keep()
    expect(jay.parts.map(({ kind }) => kind)).toEqual(['say', 'ask'])
    expect(jay.text).toMatch(/late|night/i)
    expect(offered()).toContain('hold-a-worry')
    for (const byDay of ['worry-time', 'sort-a-worry', 'solve-a-problem', 'set-worry-time', 'measure'])
      expect(offered()).not.toContain(byDay)
  })

  it('"what if i get moved again" is asked to be held for 17:30, without the tree and without odds', async () => {
    await jay.types('what if i get moved again')
    keep()
    expect(jay.asked).toBe('worry-night/hold')
    expect(jay.text).toContain('17:30')
    expect(jay.text).not.toMatch(/unlikely|probably|chances|won['’]t happen/i)
    await jay.types('yes')
    keep()
    expect(await worries()).toMatchObject([
      {
        name: 'worry',
        fields: { worry_text: 'what if i get moved again', status: 'held', route: 'hold', at_night: true },
      },
    ])
  })

  it('one settling exercise of four lines, "held", good night, and no more questions', async () => {
    expect(jay.asked).toBe('worry-night/settle')
    await jay.taps('out-breath')
    keep()
    const [exercise, night] = jay.replies.map((reply) => reply.activity.text!)
    expect(exercise!.split('\n')).toHaveLength(4)
    expect(night).toMatch(/Jay/)
    expect(night).toContain('17:30')
    expect(jay.asked).toBeUndefined()
  })

  it('17:30: one is held, its words are not on the first screen', async () => {
    pipeline.clock.set('2026-11-24T17:30:00Z')
    await jay.opens()
    keep()
    expect(jay.text).toMatch(/17:30.*1|1.*17:30/)
    expect(jay.text).not.toContain('moved')
    expect(offered()[0]).toBe('worry-time')
    await jay.taps('worry-time')
    keep()
    expect(jay.asked).toBe('worry-time/before')
    expect(jay.text).not.toContain('moved')
  })

  it('worry now 8, a real one, not in his hands, somebody to ask and words to ask with', async () => {
    await jay.types('8')
    keep()
    expect(jay.asked).toBe('worry-time/held.0.choice')
    expect(jay.text).toContain('what if i get moved again')
    await jay.taps('real')
    keep()
    // Caught at night it was only held: whether it is a disclosure is asked before it is sorted (1b, Q0).
    expect(jay.asked).toBe('worry-tree/safe')
    await jay.taps('no')
    keep()
    expect(jay.asked).toBe('worry-tree/hands')
    await jay.taps('not-mine')
    keep()
    expect(jay.asked).toBe('worry-tree/support')
    expect(jay.text).not.toMatch(/unlikely|probably|what if/i)
    await jay.taps('home')
    keep()
    expect(jay.text).toMatch(/you could|words you can use/i)
    expect(jay.asked).toBe('worry-time/after')
  })

  it('worry after 5, the box is closed, football', async () => {
    await jay.types('5')
    keep()
    expect(jay.asked).toBe('worry-time/activity')
    expect(jay.text).toContain('17:30')
    expect((await worries()).find(({ name }) => name === 'worry-outcome')).toMatchObject({
      fields: { type: 'real_now', in_my_control: 'no', route: 'support', support: 'home', status: 'planned' },
    })
  })

  it('17:39 "also my brother gets hit at mums" stops the flow: glad, not his fault, one question', async () => {
    pipeline.clock.set('2026-11-24T17:39:00Z')
    await jay.types('also my brother gets hit at mums')
    keep()
    for (const part of jay.parts) if (part.kind === 'say' || part.kind === 'ask') expect(part.tone).toBe('safety')
    expect(jay.asked).toBe('safeguarding/othersSafeNow')
    expect(jay.text).toMatch(/glad you told me.*not your fault/i)
    const { rows } = await database.query(`select lane, tier, state, holds from escalations where person_id = $1`, [
      personId,
    ])
    expect(rows).toEqual([{ lane: 'safeguarding', tier: 'T2', state: 'open', holds: true }])
  })

  it('"dunno" makes it T3: 999, an adult near, cannot be kept secret, no need to say more, Childline, and the true next time', async () => {
    await jay.types('dunno')
    keep()
    expect(jay.asked).toBeUndefined()
    expect(jay.text).toMatch(/999/)
    expect(jay.text).toMatch(/adult near you/)
    expect(jay.text).toMatch(/can['’]t keep this just between us/)
    expect(jay.text).toMatch(/don['’]t have to say more/)
    expect(jay.text).toMatch(/Childline/)
    // After staffed hours: nobody reads it before the next morning, and that is what is said (4.5).
    expect(jay.text).toMatch(/No one from the team reads it until .*9:00/)
    expect(jay.text).toContain('17:39')
    const { rows } = await database.query<{ tier: string }>(
      `select tier from escalations where person_id = $1 and state = 'open' order by tier desc limit 1`,
      [personId],
    )
    expect(rows).toEqual([{ tier: 'T3' }])
  })

  it('no line of the module follows, whatever is tried, until a named human releases', async () => {
    for (const again of ['football', 'carry on', 'what if he gets hurt again', 'resume']) {
      await jay.types(again)
      keep()
      for (const part of jay.parts) if (part.kind === 'ask' || part.kind === 'say') expect(part.tone).toBe('safety')
    }
    await jay.opens()
    keep()
    for (const part of jay.parts) if (part.kind === 'ask') expect(part.tone).toBe('safety')
  })

  it('asked no second factual question, and used no word that children in care do not like', () => {
    const said = saidInAll.join('\n')
    expect(said).not.toMatch(/\bplacement\b|\bcontact\b|\bLAC\b|real (mum|dad|parents)/i)
    expect(said.match(/Are they safe right now\?/g)).toHaveLength(1)
    expect(said).not.toMatch(/who (hit|did)|how often|where does|what happened/i)
  })
})
