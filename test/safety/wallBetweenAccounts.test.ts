import fc from 'fast-check'
import type { Database } from '../../src/database/database.ts'
import type { BotPart } from '../../src/channels/botPart.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { createPipeline, partOf, Talker, type Pipeline } from '../helpers/pipeline.ts'

/**
 * The wall between the accounts of one case (brief 2.6): whatever a young person writes, taps, opens or raises, what a
 * parent or carer is shown is the same to the byte, and the same the other way round. What a young person shares and what a
 * human decides to tell are no part of it: nothing shares by itself.
 */

/** What somebody may do: words of every kind, the last in every lane and tier, taps, opening, editing, help. */
type Deed = { types: string } | { edits: string } | { taps: number } | { opens: true } | { commands: string }

const WORDS = [
  'I hate my mum',
  'mum shouts at me every night',
  'dont tell mum but i am seeing someone',
  'i want to kill myself',
  "i've taken too many tablets",
  'my stepdad hits me',
  'my mum hits my brother',
  "what's the point",
  'kms lol',
  'gonna stab someone at school',
  'we did the family thing and it was ok',
  'Kelly',
  'ten minutes with mum went well',
  'chcę umrzeć',
  'stop',
  'delete this',
  'help',
  '🍇',
]

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS).map((types) => ({ types })) },
  { weight: 2, arbitrary: fc.string({ minLength: 1, maxLength: 80 }).map((types) => ({ types })) },
  { weight: 4, arbitrary: fc.nat(5).map((taps) => ({ taps })) },
  { weight: 1, arbitrary: fc.constantFrom(...WORDS).map((edits) => ({ edits })) },
  { weight: 1, arbitrary: fc.constantFrom('back', 'skip', 'pause', 'help').map((commands) => ({ commands })) },
  { weight: 1, arbitrary: fc.constant({ opens: true } as const) },
)

async function does(talker: Talker, one: Deed): Promise<void> {
  if ('types' in one) await talker.types(one.types)
  else if ('edits' in one) await talker.edits(one.edits)
  else if ('opens' in one) await talker.opens()
  else if ('commands' in one) await talker.commands(one.commands)
  else if (talker.question?.control.kind === 'choices') {
    const { options } = talker.question.control
    await talker.taps(options[one.taps % options.length]?.value)
  } else await talker.types('5')
}

const engine = ENGINES.at(-1)!
const ROUNDS = 12
const START = '2026-11-24T15:40:00Z'

describe(`the wall between two accounts of a case, on ${engine}`, () => {
  let database: Database
  let pipeline: Pipeline
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
  })
  afterAll(() => database.close())

  /** Everything of one person, so that they can live the same days once more. */
  const forget = async (personId: string, conversationId: string) => {
    for (const statement of [
      `delete from escalation_events where escalation_id in (select id from escalations where person_id = $1)`,
      `delete from alerts where escalation_id in (select id from escalations where person_id = $1)`,
      `delete from ladder_rungs where escalation_id in (select id from escalations where person_id = $1)`,
      `delete from escalations where person_id = $1`,
      `delete from reminders where person_id = $1`,
      `delete from notices where person_id = $1`,
      `delete from sayings where person_id = $1`,
      `delete from record_events where person_id = $1`,
      `update people set settings = '{}', state = 'active' where id = $1`,
    ])
      await database.query(statement, [personId])
    await database.query('delete from dialog_states where owner = $1', [`person:${personId}`])
    await database.query('delete from activities where conversation_id = $1', [conversationId])
    await database.query('update conversations set last_seq = 0 where id = $1', [conversationId])
  }

  /** An adult's week, word for word the same each time: the start, a log, the week's task, the check-in, the tips. */
  const adultsWeek = async (person: { personId: string; conversationId: string }): Promise<string> => {
    const adult = new Talker(pipeline, person)
    const shown: BotPart[] = []
    const script: Deed[] = [
      { opens: true },
      ...[0, 0, 0, 1, 2, 0].map((taps) => ({ taps })),
      { types: 'he threw his shoes' },
      ...[1, 3, 0, 0, 2].map((taps) => ({ taps })),
      { types: 'no time' },
      ...[0, 2, 1, 0].map((taps) => ({ taps })),
      { commands: 'pause' },
      { opens: true },
    ]
    for (const one of script) {
      await does(adult, one)
      shown.push(...adult.replies.map(partOf))
    }
    return JSON.stringify(shown)
  }

  const raisedBy = async (personId: string) =>
    (await database.query('select 1 from escalations where person_id = $1', [personId])).rows.length

  const twoInOneCase = async (band: 'P8-11' | 'P12+') => {
    pipeline.clock.set(START)
    const young = await pipeline.people({ name: 'Kai', band: 'Y11-13', modules: ['worry', 'low-mood'] })
    const adult = await pipeline.people({ role: 'parent-carer', band, name: 'Kelly', caseId: young.caseId })
    await database.query(`update assignments set step_opened = 2 where person_id = $1`, [adult.personId])
    return { young, adult }
  }

  it('whatever the young person does, the parent is shown the same to the byte', async () => {
    const { young, adult } = await twoInOneCase('P12+')
    const silent = await adultsWeek(adult)
    expect(silent.length).toBeGreaterThan(2000)
    let raised = 0
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 1, maxLength: 8 }), async (deeds) => {
        await forget(young.personId, young.conversationId)
        await forget(adult.personId, adult.conversationId)
        pipeline.clock.set(START)
        const kai = new Talker(pipeline, young)
        await kai.opens()
        for (const one of deeds) await does(kai, one)
        raised += await raisedBy(young.personId)
        expect(await adultsWeek(adult)).toBe(silent)
      }),
      { numRuns: ROUNDS, examples: [[WORDS.map((types) => ({ types }))]] },
    )
    // It was no empty talk that stayed behind the wall.
    expect(raised).toBeGreaterThan(0)
  })

  it('whatever the parent does, the young person is shown the same to the byte', async () => {
    const { young, adult } = await twoInOneCase('P8-11')
    const youngsDay = async () => {
      const kai = new Talker(pipeline, young)
      const shown: BotPart[] = []
      for (const one of [
        { opens: true } as const,
        ...[0, 1, 2, 0, 1, 0].map((taps) => ({ taps })),
        { opens: true } as const,
      ]) {
        await does(kai, one)
        shown.push(...kai.replies.map(partOf))
      }
      return JSON.stringify(shown)
    }
    const silent = await youngsDay()
    const ADULTS_WORDS = [
      'lost it, smacked him',
      'he hits me',
      'i want to die',
      'he cut himself',
      'no time',
      'good boy',
    ]
    const adultsDeed = fc.oneof(
      fc.constantFrom(...ADULTS_WORDS).map((types): Deed => ({ types })),
      deed,
    )
    await fc.assert(
      fc.asyncProperty(fc.array(adultsDeed, { minLength: 1, maxLength: 8 }), async (deeds) => {
        await forget(young.personId, young.conversationId)
        await forget(adult.personId, adult.conversationId)
        pipeline.clock.set(START)
        const kelly = new Talker(pipeline, adult)
        await kelly.opens()
        for (const one of deeds) await does(kelly, one)
        expect(await youngsDay()).toBe(silent)
      }),
      { numRuns: ROUNDS, examples: [[ADULTS_WORDS.map((types) => ({ types }))]] },
    )
  })
})
