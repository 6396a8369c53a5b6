import type { Database } from '../../src/database/database.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

describe.each(ENGINES)('panic on the real pipeline, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const someone = async (at: string, step = 2) => {
    pipeline.clock.set(at)
    const person = await pipeline.people({ name: 'Ash', band: 'Y14-15', modules: ['low-mood', 'panic'], measures: ['phq-9'] }) // prettier-ignore
    await database.query('update assignments set step_opened = $2 where person_id = $1', [person.personId, step])
    const ash = new Talker(pipeline, person)
    await ash.opens()
    return ash
  }
  const offered = (ash: Talker) => {
    const { control } = ash.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const reach = async (ash: Talker, offer: string) => {
    while (offered(ash).includes('more') && !offered(ash).includes(offer)) await ash.taps('more')
    await ash.taps(offer)
  }

  it.each(['2026-11-24T16:00:00Z', '2026-11-24T23:30:00Z'])(
    'help in the moment is the first thing offered, by day and by night (%s)',
    async (at) => {
      const ash = await someone(at)
      expect(offered(ash)[0]).toBe('panic-now')
      await ash.taps('panic-now')
      expect(ash.asked).toBe('panic-now/safe')
      expect(ash.parts.map((part) => 'tone' in part && part.tone)).toEqual(['large'])
      await ash.taps('usual')
      expect(ash.replies).toHaveLength(3)
      await ash.taps('stop')
      expect(ash.asked).toBeUndefined()
    },
  )

  it.each([
    ['any', 'T3'],
    ['not-sure', 'T2'],
  ])(
    '"%s" at the safety question pages people as %s and shows how to get help, and nothing else',
    async (answer, tier) => {
      const ash = await someone('2026-11-24T16:00:00Z')
      await ash.taps('panic-now')
      await ash.taps(answer)
      expect(ash.text).toContain('999')
      expect(ash.asked).toBe('medical/withSomeone')
      for (const part of ash.parts) if (part.kind === 'say' || part.kind === 'ask') expect(part.tone).toBe('safety')
      const { rows } = await database.query(`select lane, tier from escalations where person_id = $1`, [ash.personId])
      expect(rows).toEqual([{ lane: 'medical', tier }])
    },
  )

  it('asks about panic since the day of the last note, and keeps "none" as 0', async () => {
    const ash = await someone('2026-11-24T16:00:00Z')
    await reach(ash, 'panic-log')
    await ash.taps('none')
    pipeline.clock.set('2026-11-27T16:00:00Z')
    await ash.opens()
    await reach(ash, 'panic-log')
    expect(ash.text).toContain('Tuesday')
    const { rows } = await database.query(
      `select body->'fields'->'attacks' as attacks from record_events where person_id = $1 and body->>'name' = 'no-panic'`,
      [ash.personId],
    )
    expect(rows).toEqual([{ attacks: 0 }])
  })

  it('uses the person’s own plan in the moment', async () => {
    const ash = await someone('2026-11-24T16:00:00Z')
    await reach(ash, 'panic-plan')
    await ash.types('the wave')
    for (const answer of ['no', 'stay', 'here', 'home', 'send']) await ash.taps(answer)
    await ash.opens()
    await ash.taps('panic-now')
    await ash.taps('usual')
    expect(ash.text).toContain('the wave')
    expect(ash.text).not.toMatch(/breath/i)
  })
})
