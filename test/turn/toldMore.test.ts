import { createPipeline, Talker, type Pipeline } from '../helpers/pipeline.ts'
import { HOURS, LADDER_RULES } from '../helpers/rota.ts'
import { ENGINES, freshDatabase } from '../helpers/database.ts'
import { climb } from '../../src/risk/ladder/climb.ts'
import { handOver } from '../../src/risk/handOver.ts'
import { newId } from '../../src/shared/ids.ts'

describe.each(ENGINES)('the status card while the ladder climbs, on %s', (engine) => {
  let database: Awaited<ReturnType<typeof freshDatabase>>
  let pipeline: Pipeline
  const climbing = { rules: LADDER_RULES, hours: HOURS, outside: [] }
  beforeAll(async () => {
    database = await freshDatabase(engine)
    pipeline = await createPipeline(database)
    for (const [name, role] of [['Kit', 'duty-worker'], ['Sol', 'supervisor'], ['Mo', 'service-manager']] as const) // prettier-ignore
      await database.query(
        `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', $2, $2, $2, $3, $4)`,
        [newId(), name, [role], pipeline.clock.now()],
      )
  })
  beforeEach(() => pipeline.clock.set('2026-11-24T10:00:00Z'))
  afterAll(() => database.close())

  const talking = async (words: string) => {
    const person = await pipeline.people()
    const leo = new Talker(pipeline, person)
    await leo.opens()
    await leo.types(words)
    const { rows } = await database.query<{ id: string }>('select id from escalations where person_id = $1', [
      person.personId,
    ])
    return { ...person, escalationId: rows[0]!.id }
  }
  const cards = async (conversationId: string) =>
    (
      await database.query<{ told: string[] }>(
        `select body->'channelData'->'bot'->'told' as told from activities
         where conversation_id = $1 and body->'channelData'->'bot'->>'kind' = 'status' order by seq`,
        [conversationId],
      )
    ).rows.map((row) => row.told)
  const minutesPass = async (minutes: number, escalationId: string) => {
    pipeline.clock.advance(minutes * 60_000)
    await database.transaction((client) => climb(client, escalationId, pipeline.clock.now(), climbing))
    await pipeline.announce()
    await pipeline.announce()
  }

  it('names whoever is told at a later rung, once, and nobody before', async () => {
    const { conversationId, escalationId } = await talking('i am going to kill myself tonight')
    expect(await cards(conversationId)).toEqual([['Dani', 'Kit']])
    await minutesPass(14, escalationId)
    expect(await cards(conversationId)).toHaveLength(1)
    await minutesPass(1, escalationId)
    expect(await cards(conversationId)).toEqual([['Dani', 'Kit'], ['Dani', 'Kit', 'Sol']]) // prettier-ignore
    await minutesPass(15, escalationId)
    expect((await cards(conversationId)).at(-1)).toEqual(['Dani', 'Kit', 'Sol', 'Mo'])
    // Everybody is told again; the card says so already.
    await minutesPass(15, escalationId)
    expect(await cards(conversationId)).toHaveLength(3)
  })

  it('names whom the matter was handed over to, and says of nobody that they have seen it', async () => {
    const { conversationId, escalationId, practitionerId } = await talking('i want to kill myself')
    expect(await cards(conversationId)).toEqual([['Dani']])
    const ash = newId()
    await database.query(
      `insert into staff (id, issuer, subject, display_name, first_name, roles, created_at) values ($1, 'test', 'ash', 'Ash', 'Ash', '{practitioner}', $2)`,
      [ash, pipeline.clock.now()],
    )
    pipeline.clock.advance(60_000)
    const { rows } = await database.query<{ version: number }>('select version from escalations where id = $1', [escalationId]) // prettier-ignore
    await handOver(database, {
      escalationId, staffId: practitionerId, toStaffId: ash, reason: 'away', roles: ['practitioner'], expectedVersion: rows[0]!.version,
      now: pipeline.clock.now(), outbox: pipeline.outbox, ladder: pipeline.parts.ladder,
    }) // prettier-ignore
    await pipeline.announce()
    const { rows: last } = await database.query<{ bot: object }>(
      `select body->'channelData'->'bot' as bot from activities where conversation_id = $1 and body->'channelData'->'bot'->>'kind' = 'status' order by seq desc limit 1`,
      [conversationId],
    )
    expect(last[0]!.bot).toMatchObject({ told: ['Dani', 'Ash'] })
    expect(last[0]!.bot).not.toHaveProperty('seenBy')
  })
})
