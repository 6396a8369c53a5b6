import type { Database } from '../../src/database/database.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { authoriseItem } from '../helpers/people.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

describe.each(ENGINES)('worries on the real pipeline, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const someone = async (at: string, step = 4) => {
    pipeline.clock.set(at)
    const person = await pipeline.people({ name: 'Jay', band: 'Y11-13', modules: ['worry'] })
    await database.query('update assignments set step_opened = $2 where person_id = $1', [person.personId, step])
    const jay = new Talker(pipeline, person)
    await jay.opens()
    return jay
  }
  const offered = (jay: Talker) => {
    const { control } = jay.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const all = async (jay: Talker) => {
    const seen = offered(jay)
    while (offered(jay).includes('more')) {
      await jay.taps('more')
      seen.push(...offered(jay))
    }
    return seen
  }
  const reach = async (jay: Talker, offer: string) => {
    while (!offered(jay).includes(offer)) await jay.taps('more')
    await jay.taps(offer)
  }
  const hold = async (jay: Talker, words: string) => {
    await jay.types(words)
    expect(jay.asked).toBe('worry-catch/refocus')
    await jay.taps('music')
  }

  it.each([
    ['yes', 'T2', true],
    ['not-sure', 'T1', false],
  ])(
    'Q0 answered "%s" is committed as %s safeguarding and answered by the safety conversation alone (R8)',
    async (answer, tier, holds) => {
      const jay = await someone('2026-11-24T16:00:00Z', 2)
      await jay.taps('sort-a-worry')
      await jay.types('mum goes out at night')
      expect(jay.asked).toBe('worry-tree/safe')
      await jay.taps(answer)
      expect(jay.asked).toBe('safeguarding/safeNow')
      for (const part of jay.parts) if (part.kind === 'say' || part.kind === 'ask') expect(part.tone).toBe('safety')
      const { rows } = await database.query(
        `select lane, tier, holds from escalations where person_id = $1 and state = 'open'`,
        [jay.personId],
      )
      expect(rows).toEqual([{ lane: 'safeguarding', tier, holds }])
    },
  )

  it('asks whether somebody is safe before a what-if of worry time is thought about, and stops there', async () => {
    const jay = await someone('2026-11-24T16:00:00Z')
    await hold(jay, 'what if he comes round')
    pipeline.clock.set('2026-11-24T17:31:00Z')
    await jay.opens()
    await jay.taps('worry-time')
    await jay.taps('7')
    await jay.taps('what-if')
    await jay.taps('yes')
    expect(jay.asked).toBe('safeguarding/safeNow')
  })

  it('puts what is for the day aside at nine, keeps the answer, and has it again in the morning only', async () => {
    const jay = await someone('2026-11-24T20:50:00Z', 2)
    await jay.taps('sort-a-worry')
    await jay.types('i lost my bus pass')
    pipeline.clock.set('2026-11-24T21:01:00Z')
    await jay.taps('no')
    expect(jay.asked).toBeUndefined()
    expect(jay.text).toMatch(/late|daytime|morning|night/i)
    await jay.types('resume')
    expect(jay.asked).not.toMatch(/worry-tree/)
    pipeline.clock.set('2026-11-24T22:30:00Z')
    await jay.opens()
    expect(await all(jay)).not.toContain('carry-on')
    pipeline.clock.set('2026-11-25T08:30:00Z')
    await jay.opens()
    await jay.taps('carry-on')
    expect(jay.asked).toBe('worry-tree/kind')
  })

  it('opens the box only at its time and never after 20:30; what was not looked at waits, and that is asked about kindly', async () => {
    const jay = await someone('2026-11-24T16:00:00Z')
    await jay.taps('set-worry-time')
    for (const answer of ['21:00', '17:30', 'table', 'every-day', true]) await jay.taps(answer)
    await hold(jay, 'what if i lose my bus pass')
    await jay.opens()
    pipeline.clock.set('2026-11-24T16:40:00Z')
    await jay.opens()
    expect(jay.text).toMatch(/17:30/)
    expect(await all(jay)).not.toContain('worry-time')
    pipeline.clock.set('2026-11-24T20:31:00Z')
    await jay.opens()
    expect(jay.text).not.toContain('bus pass')
    expect(await all(jay)).not.toContain('worry-time')
    pipeline.clock.set('2026-11-25T17:32:00Z')
    await jay.opens()
    // The prompt that is due is for coming at all: nobody is asked "how it went".
    expect(offered(jay)).toContain('worry-time')
    expect(offered(jay)).not.toContain('review-plan')
    await jay.taps('worry-time')
    expect(jay.asked).toBe('worry-time/fits')
    await jay.taps('five-minutes')
    expect(jay.text).toMatch(/\b5\b/)
    await jay.taps('3')
    expect(jay.text).toContain('bus pass')
    await jay.taps('not-bothering')
    await jay.taps('1')
    await jay.types('football')
    await jay.opens()
    expect(await all(jay)).not.toContain('worry-time')
  })

  it('after a week asks whether to keep it at all', async () => {
    const jay = await someone('2026-11-24T16:00:00Z')
    await hold(jay, 'what if we get a new teacher')
    pipeline.clock.set('2026-12-01T17:30:00Z')
    await jay.opens()
    await jay.taps('worry-time')
    await jay.taps('2')
    expect(jay.asked).toBe('worry-time/held.0.keepOrBin')
    await jay.taps('bin')
    await jay.taps('2')
    await jay.types('tea')
    pipeline.clock.set('2026-12-02T17:30:00Z')
    await jay.opens()
    expect(await all(jay)).not.toContain('worry-time')
  })

  it('puts the review of a problem’s plan first (brief 1b, returning)', async () => {
    const jay = await someone('2026-11-24T16:00:00Z', 3)
    await jay.taps('sort-a-worry')
    await jay.types('late for maths')
    for (const answer of ['no', 'real', 'later', 'quick']) await jay.taps(answer)
    await jay.types('set two alarms')
    await jay.taps('2026-11-25T07:30')
    await jay.taps('music')
    pipeline.clock.set('2026-11-26T16:00:00Z')
    await jay.opens()
    expect(offered(jay)[0]).toBe('review-plan')
    expect(jay.text).toContain('set two alarms')
    await jay.taps('review-plan')
    expect(jay.asked).toBe('problem-review/outcome')
  })

  it('does not sort what is not for this service: a warm line, a notice, and the question again', async () => {
    const jay = await someone('2026-11-24T16:00:00Z', 2)
    await jay.taps('sort-a-worry')
    await jay.types('i keep checking my lumps every day')
    expect(jay.text).toMatch(/one to take to Dani/)
    expect(jay.asked).toBe('worry-tree/worry')
    const { rows } = await database.query('select notice from notices where person_id = $1', [jay.personId])
    expect(rows).toEqual([{ notice: 'scope-flag' }])
  })

  it('opens the practice of not knowing while a supervisor’s authorisation is in force, and no longer (G4)', async () => {
    const jay = await someone('2026-11-24T16:00:00Z', 5)
    expect(await all(jay)).toContain('let-it-be')
    expect(await all(jay)).not.toContain('leave-one-open')
    await authoriseItem(database, pipeline.clock, jay.personId, 'behavioural-experiments', '2026-11-25')
    pipeline.clock.set('2026-11-25T16:00:00Z')
    await jay.opens()
    await reach(jay, 'leave-one-open')
    expect(jay.asked).toBe('not-knowing/practice')
    await jay.taps('look-once')
    expect(jay.asked).toBe('not-knowing/guess')
    pipeline.clock.set('2026-11-26T16:00:00Z')
    await jay.types('my bag will be wrong')
    expect(jay.asked).toBe('home/next')
    expect(await all(jay)).not.toContain('leave-one-open')
    await jay.types('resume')
    expect(jay.asked).not.toMatch(/not-knowing/)
  })
})
