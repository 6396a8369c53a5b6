import type { Database } from '../../src/database/database.ts'
import { instantOf } from '../../src/shared/calendarDay.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

describe.each(ENGINES)('low mood on the real pipeline, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  const at = (local: string) => pipeline.clock.set(instantOf(local).toISOString())
  const someone = async (local: string, step: number) => {
    at(local)
    const amira = new Talker(pipeline, await pipeline.people({ name: 'Amira', band: 'Y14-15', step }))
    await amira.opens()
    return amira
  }
  const offered = (amira: Talker) => {
    const { control } = amira.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  /** Everything the start offers now. */
  const all = async (amira: Talker, local?: string) => {
    if (local !== undefined) at(local)
    await amira.opens()
    const seen = offered(amira)
    while (offered(amira).includes('more')) {
      await amira.taps('more')
      seen.push(...offered(amira))
    }
    await amira.taps('nothing')
    return seen
  }
  const log = async (amira: Talker, offer: string, ...answers: unknown[]) => {
    await amira.opens()
    while (!offered(amira).includes(offer) && offered(amira).includes('more')) await amira.taps('more')
    await amira.taps(offer)
    for (const answer of answers)
      await (typeof answer === 'string' && answer.startsWith('“') ? amira.types(answer.slice(1)) : amira.taps(answer))
  }

  describe('logging (brief 1a, week 1)', () => {
    it('opens the cycle and the log at the first step, and no plan before its step (G3)', async () => {
      const amira = await someone('2026-11-25T16:40', 1)
      const seen = await all(amira)
      expect(seen).toEqual(expect.arrayContaining(['low-mood-works', 'log', 'log-today']))
      expect(seen).not.toContain('plan')
      expect(seen).not.toContain('log-yesterday')
    })

    it('is always open in the moment; a day is asked for until it has three moments', async () => {
      const amira = await someone('2026-11-26T17:00', 1)
      for (let n = 0; n < 3; n++) await log(amira, 'log', '“scrolling in bed', 'alone', 2, 3, 'no')
      expect(await all(amira, '2026-11-26T18:00')).toContain('log')
      expect(await all(amira, '2026-11-26T19:00')).not.toContain('log-today')
      expect(await all(amira, '2026-11-27T02:00')).toContain('log')
    })

    it('asks for one look at yesterday when nothing was logged since, and for no other day', async () => {
      const amira = await someone('2026-11-23T17:00', 1)
      await log(amira, 'log', '“netball', 'friends', 6, 8, 'no')
      expect(await all(amira, '2026-11-24T17:00')).not.toContain('log-yesterday')
      expect(await all(amira, '2026-11-26T17:00')).toContain('log-yesterday')
      await amira.opens()
      await log(amira, 'log-yesterday', 'evening', '“film', 'somebody-else', 'pet', 6, 7, 'no')
      const { rows } = await database.query<{ fields: object }>(
        `select body->'fields' as fields from record_events where person_id = $1 order by created_at desc limit 1`,
        [amira.personId],
      )
      expect(rows[0]!.fields).toMatchObject({ date: '2026-11-25', slot: 'evening', with: 'pet', backfilled: true })
      expect(await all(amira, '2026-11-26T18:00')).not.toContain('log-yesterday')
    })
  })

  describe('looking at the log (brief 1a, week 2)', () => {
    it('is offered from the second step when there is something new in the log, and hides patterns until six moments', async () => {
      const amira = await someone('2026-11-26T17:00', 2)
      for (const [who, mood] of [
        ['alone', 2],
        ['friends', 6],
        ['alone', 3],
      ])
        await log(amira, 'log', '“a bit of this', who, mood, 3, 'no')
      await log(amira, 'look-at-log', '“better when im with people i spose')
      expect(amira.text).toMatch(/\b3\b/)
      expect(amira.text).not.toContain('tended')
      expect(await all(amira, '2026-11-26T18:00')).not.toContain('look-at-log')
      for (const [who, mood] of [
        ['friends', 6],
        ['alone', 2],
        ['friends', 5],
      ])
        await log(amira, 'log', '“a bit of this', who, mood, 3, 'no')
      await amira.opens()
      await amira.taps('look-at-log')
      expect(amira.asked).toBe('look-at-log/noticed')
      expect(amira.text).not.toContain('tended')
      await amira.types('better with people again')
      expect(amira.text).toContain('tended to go with')
      expect(amira.text).toMatch(/5\.7.*3.*2\.3.*3/s)
      const { rows } = await database.query(
        `select body->'fields'->>'noticed' as noticed from record_events where person_id = $1 and body->>'name' = 'log-look' order by created_at`,
        [amira.personId],
      )
      expect(rows).toEqual([{ noticed: 'better when im with people i spose' }, { noticed: 'better with people again' }])
    })
  })

  describe('planning (brief 1a, week 4)', () => {
    const PLANNED = [8, 2, 'two-minutes', '2026-12-17T17:15', 2, 9]
    const plan = async (amira: Talker, ...first: unknown[]) => {
      await log(amira, 'plan', ...first, ...PLANNED)
      await amira.commands('skip')
      await amira.taps('no')
    }

    it('comes from what was listed for what matters, is looked back at from its time on, and lets none in beside it', async () => {
      const amira = await someone('2026-12-15T17:00', 4)
      await log(amira, 'value-card', 'me', 'fun', 8, 1, '“someone who turns up')
      await log(amira, 'valued-activities', 'fun', '“dance video', 'no')
      at('2026-12-16T16:40')
      await plan(amira, 'dance video')
      const seen = await all(amira, '2026-12-17T16:30')
      expect(seen).not.toContain('plan')
      expect(seen).not.toContain('review-plan')
      at('2026-12-17T17:20')
      await amira.opens()
      expect(offered(amira)[0]).toBe('review-plan')
      expect(amira.text).toContain('dance video')
      expect(await all(amira)).not.toContain('plan')
      await log(amira, 'review-plan', 'done', 6, 3, 5, 5, 5)
      expect(amira.text).toMatch(/lower|down|dropped/)
      for (const answer of ['“ok', 'repeat', 'now'])
        await (answer.startsWith('“') ? amira.types(answer.slice(1)) : amira.taps(answer))
      expect(amira.asked).toBe('plan-an-activity/difficulty')
      for (const answer of [2, 'two-minutes', '2026-12-18T17:15', 2, 9]) await amira.taps(answer)
      await amira.commands('skip')
      await amira.taps('no')
      // Twice lower after the same: not pushed, it is for the session. Two new plans this week: no third.
      at('2026-12-18T17:30')
      await log(amira, 'review-plan', 'done', 6, 4, 5, 5, 5)
      await amira.types('not sure about it')
      expect(amira.text).toMatch(/Dani/)
      expect(amira.asked).toMatch(/^home/)
      expect(await all(amira)).not.toContain('plan')
      expect(await all(amira, '2026-12-25T16:00')).toContain('plan')
    })

    it('asks after a plan without a day on the next day, and once', async () => {
      const amira = await someone('2026-12-15T17:00', 4)
      await log(amira, 'plan', 'have-one', '“draw', 8, 2, 'two-minutes')
      await amira.commands('skip')
      await amira.taps(5)
      await amira.taps(9)
      await amira.commands('skip')
      expect(await all(amira, '2026-12-15T18:00')).not.toContain('review-plan')
      at('2026-12-16T17:00')
      await amira.opens()
      expect(amira.text).toContain('draw')
      await log(amira, 'review-plan', 'changed-my-mind', 'not-now')
      expect(await all(amira)).not.toContain('review-plan')
    })

    it('carries on with a log of today, and says so', async () => {
      const amira = await someone('2026-12-15T09:00', 1)
      await log(amira, 'log', '“toast', 'alone')
      at('2026-12-15T17:00')
      await amira.opens()
      expect(amira.text).toMatch(/log/)
      await amira.taps('carry-on')
      expect(amira.asked).toBe('log-an-activity/now.0.mood')
      // Tomorrow it would be recorded for tomorrow.
      expect(await all(amira, '2026-12-16T17:00')).not.toContain('carry-on')
    })
  })

  describe('what matters (brief 1a, weeks 2 and 3)', () => {
    it('offers one card a day, and things to do for the widest gap once there are cards', async () => {
      const amira = await someone('2026-12-03T17:00', 3)
      expect(await all(amira)).not.toContain('valued-activities')
      await log(amira, 'value-card', 'people', 'friends', 6, 5, '“there for people')
      expect(await all(amira, '2026-12-03T19:00')).not.toContain('value-card')
      at('2026-12-04T17:00')
      await log(amira, 'value-card', 'me', 'fun', 8, 1, '“someone who turns up')
      at('2026-12-05T17:00')
      await amira.opens()
      await amira.taps('valued-activities')
      expect(offered(amira)).toEqual(['fun', 'friends'])
      for (const answer of ['friends', '“text Mia', 'no'])
        await (answer.startsWith('“') ? amira.types(answer.slice(1)) : amira.taps(answer))
      await amira.opens()
      await amira.taps('valued-activities')
      expect(offered(amira)).toEqual(['fun'])
    })
  })
})
