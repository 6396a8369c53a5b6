import type { Database } from '../../src/database/database.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

describe.each(ENGINES)('thoughts on the real pipeline, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const someone = async (at: string, step = 2) => {
    pipeline.clock.set(at)
    const person = await pipeline.people({ name: 'Noor', band: 'Y14-15', modules: ['negative-thoughts'] })
    await database.query('update assignments set step_opened = $2 where person_id = $1', [person.personId, step])
    const noor = new Talker(pipeline, person)
    await noor.opens()
    return noor
  }
  const offered = (noor: Talker) => {
    const { control } = noor.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const all = async (noor: Talker) => {
    const seen = offered(noor)
    while (offered(noor).includes('more')) {
      await noor.taps('more')
      seen.push(...offered(noor))
    }
    return seen
  }
  const reach = async (noor: Talker, offer: string) => {
    while (offered(noor).includes('more') && !offered(noor).includes(offer)) await noor.taps('more')
    await noor.taps(offer)
  }
  const catchOne = async (noor: Talker, thought = 'mia is cross with me') => {
    await reach(noor, 'catch-a-thought')
    await noor.types('mia walked past')
    await noor.taps('sad')
    await noor.taps('6')
    await noor.types(thought)
  }

  it('offers checking only once a thought was caught, and then that thought', async () => {
    const noor = await someone('2026-11-24T16:00:00Z')
    expect(await all(noor)).not.toContain('check-a-thought')
    pipeline.clock.set('2026-11-24T17:00:00Z')
    await noor.opens()
    await catchOne(noor)
    await noor.taps('no')
    await noor.taps('8')
    await reach(noor, 'check-a-thought')
    expect(noor.text).toContain('mia is cross with me')
    expect(noor.asked).toBe('thought-check/factsFor')
  })

  it('does not open checking before a session has (G3)', async () => {
    const noor = await someone('2026-11-24T16:00:00Z', 1)
    await catchOne(noor)
    await noor.taps('no')
    await noor.taps('8')
    expect(await all(noor)).not.toContain('check-a-thought')
  })

  it('is not there at night', async () => {
    const noor = await someone('2026-11-24T22:00:00Z')
    const seen = await all(noor)
    expect(seen).not.toContain('catch-a-thought')
    expect(seen).not.toContain('check-a-thought')
  })

  it('somebody who is unsafe is answered by the safety conversation alone', async () => {
    const noor = await someone('2026-11-24T16:00:00Z')
    await catchOne(noor)
    await noor.taps('from-people')
    await noor.taps('yes')
    expect(noor.asked).toBe('safeguarding/safeNow')
    const { rows } = await database.query('select lane, tier from escalations where person_id = $1', [noor.personId])
    expect(rows).toEqual([{ lane: 'safeguarding', tier: 'T2' }])
  })

  it('three thoughts are enough for a day', async () => {
    const noor = await someone('2026-11-24T16:00:00Z')
    for (const thought of ['mia is cross', 'they think im boring', 'it will go wrong']) {
      await catchOne(noor, thought)
      await noor.taps('no')
      await noor.taps('5')
    }
    expect(await all(noor)).not.toContain('catch-a-thought')
  })
})
