import type { Database } from '../../src/database/database.ts'
import { newId } from '../../src/shared/ids.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'

/** Goals (GBO) in conversation: brief 3.1 to 3.3, S2 step 3. */
describe.each(ENGINES)('goals rated in conversation on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  beforeEach(() => pipeline.clock.set('2026-11-24T15:40:00Z'))
  afterAll(() => database.close())

  async function someone(goals: readonly { number: number; words: string; state?: string }[], more: object = {}) {
    const person = await pipeline.people({ measures: ['gbo'], modules: [], ...more })
    for (const { number, words, state = 'active' } of goals) {
      const id = newId()
      await database.query(
        `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
         values ($1, $2, $3, 'goal', $1, 1, $4, '2026-11-01', now())`,
        [id, person.caseId, person.personId, JSON.stringify({ number, words, state, personId: person.personId })],
      )
    }
    const talker = new Talker(pipeline, person)
    await talker.opens()
    return talker
  }
  const administration = async ({ personId }: Talker) =>
    (
      await database.query<{ body: Record<string, unknown> }>(
        `select body from record_events where person_id = $1 and type = 'measure-administration'`,
        [personId],
      )
    ).rows.map(({ body }) => body)
  const GOALS = [
    { number: 1, words: 'See my mates once a week' },
    { number: 2, words: 'Stop missing maths', state: 'reached' },
    { number: 3, words: 'Sleep in my own bed' },
  ]

  it('are asked one by one in the words agreed, checked, sent, and recorded by their numbers', async () => {
    const jay = await someone(GOALS)
    await jay.taps('measure')
    expect(jay.asked).toBe('gbo/begin')
    await jay.taps('go')
    expect(jay.asked).toBe('gbo/item-goal1')
    expect(jay.text).toBe('Today I would rate progress to this goal:\n\nSee my mates once a week')
    expect(jay.question!.stem).toContain('a score of five is exactly half way')
    expect(jay.question!.notice).toContain('© Dr Duncan Law')
    expect(jay.question!.control).toMatchObject({ kind: 'rating', min: 0, max: 10, high: 'Goal reached' })
    await jay.taps(3)
    expect(jay.text).toContain('Sleep in my own bed')
    await jay.commands('decline')
    expect(jay.asked).toBe('gbo/check')
    expect(await administration(jay)).toEqual([])
    await jay.taps('send')
    expect(await administration(jay)).toMatchObject([
      {
        measure: 'gbo',
        answers: [
          { item: 'goal1', state: 'given', answer: 3 },
          { item: 'goal3', state: 'declined', answer: null },
        ],
        score: { state: 'not-scorable', reason: 'its scores are never added up' },
        scales: [
          { scale: 'goal1', code: '1034351000000101', score: { state: 'scored', raw: 3 } },
          { scale: 'goal3', code: '1034371000000105', score: { state: 'not-scorable' } },
        ],
      },
    ])
    const { rows } = await database.query('select state from measure_requests where person_id = $1', [jay.personId])
    expect(rows).toEqual([{ state: 'sent' }])
  })

  it('may be rated at night, when questions about risk are held back', async () => {
    pipeline.clock.set('2026-11-24T21:40:00Z')
    const jay = await someone(GOALS)
    await jay.taps('measure')
    expect(jay.asked).toBe('gbo/begin')
  })

  it('are not asked about while there is none', async () => {
    const jay = await someone([GOALS[1]!])
    const { control } = jay.question!
    expect(control.kind === 'choices' && control.options.map(({ value }) => value)).not.toContain('measure')
  })

  it('are a parent’s own too', async () => {
    const nan = await someone([{ number: 1, words: 'Calmer mornings' }], { role: 'parent-carer', name: 'Maureen' })
    await nan.taps('measure')
    await nan.taps('go')
    await nan.taps(4)
    await nan.taps('send')
    expect(await administration(nan)).toMatchObject([{ respondent: 'parent-carer', answers: [{ answer: 4 }] }])
  })

  it('are screened like everything else that is typed', async () => {
    const jay = await someone(GOALS)
    await jay.taps('measure')
    await jay.taps('go')
    await jay.types('i want to kill myself')
    const { rows } = await database.query('select tier from escalations where person_id = $1', [jay.personId])
    expect(rows).toHaveLength(1)
  })
})
