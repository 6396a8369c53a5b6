import type { Database } from '../../src/database/database.ts'
import { keepMeasurePlans } from '../../src/measure-plan/keepPlans.ts'
import { nudgeDue } from '../../src/reminders/nudgeDue.ts'
import { instantOf, londonDateTime } from '../../src/shared/calendarDay.ts'
import { newId } from '../../src/shared/ids.ts'
import { heldUntil } from '../../src/turn/heldMeasure.ts'
import { sayNudge } from '../../src/turn/sayNudge.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { HOURS } from '../helpers/rota.ts'

/** Measures by session dates: brief 3.2.1, 5.1 and 5.2. Wednesday 25 November 2026 is the session. */
describe.each(ENGINES)('a plan of measures is kept, on %s', (engine) => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
  })
  beforeEach(async () => {
    for (const table of ['reminders', 'measure_requests', 'notices']) await database.query(`delete from ${table}`)
    await database.query(`update cases set state = 'closed'`)
    pipeline = await createPipeline(database)
    at('2026-11-20T12:00')
  })
  afterAll(() => database.close())

  const at = (local: string) => pipeline.clock.set(instantOf(local).toISOString())
  const keep = () =>
    keepMeasurePlans(
      {
        database,
        measures: pipeline.product.measures,
        rules: pipeline.product.measurePlanRules,
        reminderRules: pipeline.product.reminderRules,
        opening: () => ({ hours: HOURS, closures: new Set() }),
        mayBegin: (measure, when) => heldUntil(measure, pipeline.parts.riskMeasureHours, when) === undefined,
      },
      pipeline.clock.now(),
    )
  const nudge = () =>
    nudgeDue({ database, jobs: pipeline.jobs, rules: pipeline.product.reminderRules }, pipeline.clock.now())
  const requests = async (personId: string) =>
    (
      await database.query(
        'select measure, reason, state from measure_requests where person_id = $1 order by asked_at, measure',
        [personId],
      )
    ).rows
  const waiting = async (personId: string) =>
    (
      await database.query<{ nudge_at: Date }>(
        `select nudge_at from reminders where person_id = $1 and state = 'waiting' and nudge_at is not null order by nudge_at`,
        [personId],
      )
    ).rows.map(({ nudge_at }) => londonDateTime(nudge_at))
  const notices = async (personId: string) =>
    (await database.query('select notice, detail from notices where person_id = $1 order by created_at', [personId]))
      .rows

  /** Leo, 16, before his second session on Wednesday at 15:30. */
  async function leo(session = '2026-11-25T15:30', number = 2) {
    const person = await pipeline.people({ modules: [] })
    await database.query('update cases set session_number = $2, next_session_at = $3 where id = $1', [
      person.caseId,
      number,
      instantOf(session),
    ])
    return { ...person, talker: new Talker(pipeline, person) }
  }

  it('asks and invites the day before the session, once, and says it in the chat', async () => {
    const { personId, talker } = await leo()
    await talker.opens()
    await keep()
    expect(await requests(personId)).toEqual([])
    expect(await waiting(personId)).toEqual(['2026-11-24T15:30', '2026-11-25T08:00'])
    at('2026-11-24T15:25')
    await keep()
    await keep()
    const asked = [
      { measure: 'gad-7', reason: 'baseline', state: 'asked' },
      { measure: 'phq-9', reason: 'baseline', state: 'asked' },
    ]
    expect(await requests(personId)).toEqual(asked)
    at('2026-11-24T15:30')
    expect(await nudge()).toBe(1)
    expect(await nudge()).toBe(0)
    const [job] = pipeline.jobs.jobs
    expect(await sayNudge(job!.data as never, pipeline.parts, pipeline.receive)).toBe(true)
    await talker.opens()
    const { control } = talker.question!
    expect(control.kind === 'choices' && control.options[0]!.value).toBe('measure')
  })

  it('replaces that day’s nudge, whatever else is due', async () => {
    const { personId } = await leo()
    await keep()
    const early = instantOf('2026-11-24T08:00')
    await database.query(
      `insert into reminders (key, person_id, due_at, nudge_at, dialog, state, created_at) values ($1, $2, $3, $3, 'plan-reminder', 'waiting', $3)`,
      [`other-${personId}`, personId, early],
    )
    at('2026-11-24T08:00')
    expect(await nudge()).toBe(0)
    at('2026-11-24T15:30')
    expect(await nudge()).toBe(1)
    // The other one keeps off the day of the reminder, too.
    expect(await waiting(personId)).toEqual(['2026-11-25T08:00', '2026-11-26T08:00'])
  })

  it('stops inviting when everything is sent, and follows a session that is moved', async () => {
    const { personId, caseId, talker } = await leo()
    await keep()
    await database.query('update cases set next_session_at = $2 where id = $1', [caseId, instantOf('2026-11-27T10:00')])
    await keep()
    expect(await waiting(personId)).toEqual(['2026-11-26T15:30', '2026-11-27T08:00'])
    at('2026-11-26T15:25')
    await keep()
    await database.query(`delete from measure_requests where person_id = $1 and measure = 'phq-9'`, [personId])
    await talker.opens()
    await talker.taps('measure')
    await talker.taps('go')
    for (let item = 1; item <= 7; item++) await talker.taps('1')
    await talker.taps('send')
    expect(await waiting(personId)).toEqual([])
    expect(await requests(personId)).toMatchObject([{ measure: 'gad-7', state: 'sent' }])
  })

  it('tells the practitioner what was not answered by the time of the session, once', async () => {
    const { personId } = await leo()
    at('2026-11-24T15:30')
    await keep()
    at('2026-11-25T15:30')
    expect((await keep()).missed).toBe(2)
    expect((await keep()).missed).toBe(0)
    expect(await notices(personId)).toEqual(
      expect.arrayContaining([
        { notice: 'measure-missed', detail: 'PHQ-9' },
        { notice: 'measure-missed', detail: 'GAD-7' },
      ]),
    )
  })

  it('asks what is set for the person, and says what may not be shown', async () => {
    const { personId } = await leo()
    await database.query(`insert into measure_plans (person_id, version, measures, set_at) values ($1, 1, $2, now())`, [
      personId,
      JSON.stringify([
        { measure: 'phq-9', when: ['session'] },
        { measure: 'rcads-47-self', when: ['baseline'] },
      ]),
    ])
    at('2026-11-24T15:30')
    await keep()
    await keep()
    expect(await requests(personId)).toEqual([{ measure: 'phq-9', reason: 'session', state: 'asked' }])
    expect(await notices(personId)).toMatchObject([{ notice: 'measure-not-available' }])
  })

  describe('offers one short measure at the first sign of dropping out', () => {
    async function goneQuiet() {
      const person = await leo('2026-12-09T15:30', 3)
      await person.talker.opens()
      const scored = (measure: string) =>
        database.query(
          `insert into record_events (id, case_id, person_id, type, entry_id, entry_version, body, local_date, created_at)
           values ($1, $2, $3, 'measure-administration', $1, 1, $4, '2026-11-20', $5)`,
          [
            newId(),
            person.caseId,
            person.personId,
            JSON.stringify({
              measure,
              localDate: '2026-11-20',
              occurredAt: '2026-11-20T12:00:00.000Z',
              score: { state: 'scored', total: 9, rule: 'r' },
            }),
            pipeline.clock.now(),
          ],
        )
      await scored('phq-9')
      await scored('gad-7')
      return person
    }

    it('once, and not before', async () => {
      const { personId } = await goneQuiet()
      at('2026-11-23T12:00')
      await keep()
      expect(await requests(personId)).toEqual([])
      at('2026-11-24T15:40')
      await keep()
      await keep()
      expect(await requests(personId)).toEqual([{ measure: 'gad-7', reason: 'exit', state: 'asked' }])
      expect(await nudge()).toBe(1)
    })

    it('not while something urgent is open', async () => {
      const { personId, talker } = await goneQuiet()
      await talker.types('i want to kill myself')
      at('2026-11-26T15:40')
      await keep()
      expect(await requests(personId)).toEqual([])
    })
  })
})
