import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { newId } from '../../src/shared/ids.ts'

describe.each(ENGINES)("a young person's coping plan in the chat (brief 4.3 d, 4.7), on %s", (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())
  const talker = async (plan?: Record<string, string>) => {
    const person = await pipeline.people()
    if (plan)
      await database.query(
        `insert into coping_plans (id, person_id, case_id, version, parts, made_on, recorded_by, recorded_at) values ($1, $2, $3, 1, $4, '2026-11-20', $5, $6)`,
        [newId(), person.personId, person.caseId, JSON.stringify(plan), person.practitionerId, pipeline.clock.now()],
      )
    const leo = new Talker(pipeline, person)
    await leo.opens()
    return leo
  }
  const PLAN = { signs: 'i go quiet', alone: 'music, then a shower', matters: 'my dog' }

  it('is shown when asked for, part by part in their words, and the start comes again', async () => {
    const leo = await talker(PLAN)
    await leo.types('My plan')
    const said = leo.replies.map((r) => r.activity.text)
    expect(said).toEqual(
      expect.arrayContaining([
        'My signs: i go quiet',
        'Things I can do on my own: music, then a shower',
        'What matters to me: my dog',
      ]),
    )
    expect(leo.text).not.toMatch(/\{|Who else can help/)
    expect(leo.asked).toBe('home/next')
  })

  it('says kindly that there is none, with numbers', async () => {
    const leo = await talker()
    await leo.types('my plan')
    expect(leo.text).toContain('There is no plan here yet.')
    expect(leo.text).toContain('0800 1111')
  })

  it('is part of the answer to a T2 and to a T3, and stays within reach under the hold', async () => {
    for (const words of ['i want to kill myself', 'i am going to kill myself tonight']) {
      const leo = await talker(PLAN)
      await leo.types(words)
      const seen = [leo.text]
      while (leo.asked) {
        const options = (leo.question!.control as { options: { value: string }[] }).options.map((o) => o.value)
        await leo.taps(options.includes('no') ? 'no' : options[0])
        seen.push(leo.text)
      }
      expect(seen.join('\n')).toContain('Things I can do on my own: music, then a shower')
      await leo.types('my plan')
      expect(leo.text).toContain('What matters to me: my dog')
      expect(leo.asked).toBeUndefined()
    }
  })
})
