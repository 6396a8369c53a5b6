import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

/** Feedback to the young person: brief 3.2.8 and 3.3. */
describe.each(ENGINES)('own answers over time, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  beforeEach(() => pipeline.clock.set('2026-11-24T15:40:00Z'))
  afterAll(() => database.close())

  /** Somebody who sent in a GAD-7 with this total last week, and answers another now. */
  async function answering(before: number, each: string) {
    const person = await pipeline.people({ measures: ['gad-7'], modules: [] })
    await database.query(
      `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
       values ($1, $2, $3, 'measure-administration', $1, 1, $4, '2026-11-17', '2026-11-17T15:40:00Z')`,
      [
        newId(),
        person.caseId,
        person.personId,
        JSON.stringify({
          measure: 'gad-7',
          occurredAt: '2026-11-17T15:40:00.000Z',
          localDate: '2026-11-17',
          answers: [],
          score: { state: 'scored', total: before, rule: 'r' },
        }),
      ],
    )
    const leo = new Talker(pipeline, person)
    await leo.opens()
    expect(offered(leo)).not.toContain('look-back')
    await leo.taps('measure')
    await leo.taps('go')
    for (let item = 1; item <= 7; item++) await leo.taps(each)
    await leo.taps('send')
    return leo
  }
  const offered = (leo: Talker) => {
    const { control } = leo.question!
    return control.kind === 'choices' ? control.options.map(({ value }) => value) : []
  }
  const pictures = (leo: Talker) =>
    leo.parts.flatMap((part) => (part.kind === 'say' && part.picture ? [part.picture] : []))

  it('are offered as soon as something is sent in, and shown as a line in kind words', async () => {
    const leo = await answering(14, '1')
    expect(offered(leo)).toContain('look-back')
    await leo.taps('look-back')
    expect(pictures(leo)).toEqual([
      {
        kind: 'line',
        points: [
          { day: '2026-11-17', value: 14 },
          { day: '2026-11-24', value: 7 },
        ],
        min: 0,
        max: 21,
        heavier: 'up',
      },
    ])
    expect(leo.text).toMatch(/a bit lighter/i)
    expect(leo.text).toMatch(/2 times so far/)
    expect(leo.text).not.toMatch(/GAD|anxiety|severe|mild|moderate|clinical|\b14\b|\b7\b/i)
  })

  it('come without a picture first where it was heavier: that it matters, and help', async () => {
    const leo = await answering(3, '2')
    await leo.taps('look-back')
    expect(pictures(leo)).toEqual([])
    expect(leo.text).toMatch(/a bit heavier/i)
    expect(leo.text).toMatch(/that matters/i)
    expect(leo.asked).toBe('looking-back/first')
    expect(offered(leo)).toEqual(['show-help', 'look', 'leave'])
    await leo.taps('look')
    expect(pictures(leo)).toHaveLength(1)
  })

  it('are not offered at night', async () => {
    const leo = await answering(14, '1')
    pipeline.clock.set('2026-11-24T22:10:00Z')
    await leo.opens()
    expect(offered(leo)).not.toContain('look-back')
  })
})
