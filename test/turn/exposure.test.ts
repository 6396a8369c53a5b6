import type { Database } from '../../src/database/database.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

describe.each(ENGINES)('graded exposure on the real pipeline, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const offered = (kai: Talker) => {
    const { control } = kai.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const comeBack = async (kai: Talker, at: string) => {
    pipeline.clock.set(at)
    await kai.opens()
  }
  const reach = async (kai: Talker, offer: string) => {
    while (offered(kai).includes('more') && !offered(kai).includes(offer)) await kai.taps('more')
    await kai.taps(offer)
  }
  const offers = async (kai: Talker, offer: string) => {
    while (offered(kai).includes('more') && !offered(kai).includes(offer)) await kai.taps('more')
    return offered(kai).includes(offer)
  }
  const addStep = async (kai: Talker, words: string, fear: string) => {
    await reach(kai, 'ladder-step')
    await kai.types(words)
    for (const answer of [fear, 'school', 'not-needed']) await kai.taps(answer)
  }

  it('a ladder is built by what it needs, climbed by its rules, and looked at before and after a go', async () => {
    pipeline.clock.set('2026-11-24T16:00:00Z')
    const person = await pipeline.people({ name: 'Kai', band: 'Y14-15', modules: ['graded-exposure'] })
    await database.query('update assignments set step_opened = 3 where person_id = $1', [person.personId])
    const kai = new Talker(pipeline, person)
    await kai.opens()
    await addStep(kai, 'look at the lift', '3')
    await addStep(kai, 'go up one floor', '7')
    // There is no climbing a ladder with a leap in it; what is between is asked for.
    await reach(kai, 'ladder-step')
    expect(kai.text).toMatch(/look at the lift.*go up one floor/)
    await kai.types('stand by the lift')
    for (const answer of ['5', 'school', 'not-needed']) await kai.taps(answer)
    await addStep(kai, 'step in and out', '6')
    await addStep(kai, 'press the button', '4')
    expect(await offers(kai, 'plan-a-go')).toBe(false)
    await comeBack(kai, '2026-11-24T17:00:00Z')
    await addStep(kai, 'take the lift to the top', '8')

    await reach(kai, 'plan-a-go')
    expect(kai.text).toContain('look at the lift')
    await kai.taps('ready')
    await kai.types('it gets stuck')
    for (const answer of ['7', '20', 'alone', '2026-11-25T15:40']) await kai.taps(answer)
    // One go at a time.
    expect(await offers(kai, 'plan-a-go')).toBe(false)

    await comeBack(kai, '2026-11-25T17:10:00Z')
    expect(offered(kai)[0]).toBe('review-plan')
    expect(kai.text).toContain('look at the lift')
    await kai.taps('review-plan')
    expect(kai.text).toContain('it gets stuck')
    for (const answer of ['stayed', '6', '7', '3', 'no']) await kai.taps(answer)
    await kai.types('it was quite dull')
    expect(kai.text).toMatch(/6.*3/)
    await kai.taps('no')

    await reach(kai, 'plan-a-go')
    expect(kai.text).toMatch(/go 2/i)
    await kai.taps('not-today')
    await comeBack(kai, '2026-11-25T18:10:00Z')
    await reach(kai, 'my-ladder')
    expect(kai.text).toMatch(/1\. look at the lift \(3\)\n2\. press the button \(4\)/)
    expect(kai.text).toMatch(/go 2/i)
  })

  it('what is not for here is flagged and never becomes a goal', async () => {
    pipeline.clock.set('2026-11-24T16:00:00Z')
    const person = await pipeline.people({ name: 'Kai', band: 'Y14-15', modules: ['graded-exposure'] })
    const kai = new Talker(pipeline, person)
    await kai.opens()
    await reach(kai, 'fear-goal')
    await kai.types('hand dryers in the toilets')
    await kai.taps('no')
    await kai.types('use the toilets at school')
    await kai.types('they go off')
    const { rows } = await database.query('select notice, detail from notices where person_id = $1', [person.personId])
    expect(rows).toEqual([{ notice: 'scope-flag', detail: 'exposure: sensory' }])
    const kept = await database.query(`select 1 from record_events where person_id = $1 and body->>'name' = 'exposure-goal'`, [person.personId]) // prettier-ignore
    expect(kept.rows).toEqual([])
  })
})
