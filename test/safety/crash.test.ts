import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { connectPostgres } from '../../src/database/connect.ts'
import type { Database } from '../../src/database/database.ts'
import { openEmbedded } from '../../src/database/embedded.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { anAnswerTo, ChatClient } from '../helpers/chatClient.ts'
import { ENGINES, freshPostgres } from '../helpers/database.ts'
import { StaffClient } from '../helpers/staffClient.ts'
import { install, type Installation, type RunningServer } from '../helpers/runningServer.ts'

const LONG = process.env.LONG_TESTS === '1'
const TURNS = LONG ? 400 : 50
const KILLS = LONG ? 200 : 8

/** The same every time a round is repeated with its seed, so that a failure can be looked at again. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** Somebody who writes whatever happens to the server: sends again under the same id until it is taken. */
class Persistent {
  acknowledged = 0
  private client: ChatClient
  private readonly revive: () => Promise<void>
  constructor(client: ChatClient, revive: () => Promise<void>) {
    this.client = client
    this.revive = revive
  }

  async until<T>(work: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt++) {
      try {
        return await work()
      } catch (error) {
        if (attempt > 40) throw error
        await this.revive()
        await this.client.connect().catch(() => undefined)
      }
    }
  }

  async say(text: string): Promise<void> {
    const id = randomUUID()
    await this.until(() => this.client.say(text, id))
    this.acknowledged++
  }

  async answer(): Promise<void> {
    const ask = await this.until(() => this.client.question())
    if (!ask) return this.say('hello')
    const { value, label } = anAnswerTo(ask)
    const id = randomUUID()
    const message = { type: 'message', text: label, value: { answer: { run: ask.run, step: ask.step, value } } }
    await this.until(() => this.client.post(message, id))
    this.acknowledged++
  }
}

describe.each(ENGINES)('a server that is killed again and again on %s', (engine) => {
  let installation: Installation
  let drop: (() => Promise<void>) | undefined
  let url: string | undefined
  let server: RunningServer

  beforeAll(async () => {
    if (engine === 'postgres') ({ url, drop } = await freshPostgres())
    installation = await install({ databaseUrl: url })
  })
  afterAll(async () => {
    await installation.remove()
    await drop?.()
  })

  it(
    `loses nothing and does nothing twice in ${TURNS} turns with ${KILLS} kills`,
    async () => {
      const random = chance(20_261_121)
      server = await installation.start()
      let restarting: Promise<void> | undefined
      const revive = () =>
        (restarting ??= (async () => {
          if (server.process.exitCode === null && server.process.signalCode === null) await pause(20)
          else server = await installation.start()
        })().finally(() => (restarting = undefined)))

      const leoClient = await new ChatClient(server.url).join(server.links.youngPerson)
      const maureenClient = await new ChatClient(server.url).join(server.links.parent)
      const leo = new Persistent(leoClient, revive)
      const maureen = new Persistent(maureenClient, revive)
      await leo.until(() => leoClient.opened())
      for (let i = 0; i < 20 && (await leoClient.question())?.dialog === 'first-conversation'; i++) await leo.answer()
      await maureen.until(() => maureenClient.opened())

      let killed = 0
      let talking = true
      const killer = (async () => {
        while (talking && killed < KILLS) {
          await pause(30 + random() * 400)
          if (!talking || server.process.signalCode !== null) continue
          killed++
          await server.kill()
        }
      })()
      const disclosures: string[] = []
      for (let turn = 0; turn < TURNS || killed < KILLS; turn++) {
        if (turn % 4 === 3) {
          const words = `i slapped him, time ${turn}`
          disclosures.push(words)
          const saying = maureen.say(words)
          // Half of the kills fall between the receipt of a disclosure and its reply.
          if (killed < KILLS && random() < 0.5 && server.process.signalCode === null) {
            killed++
            await pause(random() * 60)
            await server.kill()
          }
          await saying
        } else await leo.answer()
      }
      talking = false
      await killer
      if (server.process.signalCode !== null) server = await installation.start()
      await delivered(server)
      expect(await server.stop()).toBe(0)

      const database = await open()
      const one = async (sql: string) => (await database.query<{ n: number }>(sql)).rows[0]!.n
      const received = await database.query<{ owner: string; n: number; distinct: number; version: number }>(
        `select 'person:' || c.person_id as owner, count(*)::int as n, count(distinct a.dedupe_key)::int as distinct, max(s.version)::int as version
         from activities a join conversations c on c.id = a.conversation_id join dialog_states s on s.owner = 'person:' || c.person_id
         where a.direction = 'in' group by c.person_id`,
      )
      expect(received.rows).toHaveLength(2)
      for (const row of received.rows) {
        // One saved state for each message that was kept: no message twice, no turn in half.
        expect(row).toMatchObject({ distinct: row.n, version: row.n })
      }
      const kept = received.rows.reduce((sum, row) => sum + row.n, 0)
      expect(kept).toBeGreaterThanOrEqual(leo.acknowledged + maureen.acknowledged)

      const told = await database.query<{ words: string }>(
        `select words from escalations union all select body->>'words' from escalation_events where kind = 'repeated'`,
      )
      expect(told.rows.map((r) => r.words).sort()).toEqual([...disclosures].sort())

      // Whoever is on the staff page has been told of each, also of one that was opened in the moment of a kill.
      expect(
        await one(
          `select count(*)::int as n from escalations e where not exists (select 1 from alerts a where a.escalation_id = e.id and a.state = 'sent')`,
        ),
      ).toBe(0)

      expect(await one(`select count(*)::int as n from outbox where state <> 'delivered'`)).toBe(0)
      const events = await one('select count(*)::int as n from record_events')
      expect(events).toBeGreaterThan(0)
      expect(await one(`select count(*)::int as n from outbox where stream = 'case'`)).toBe(events)
      const held = await database.query<{ key: string }>('select idempotency_key as key from reference_record.held')
      const sent = await database.query<{ key: string }>('select idempotency_key as key from outbox')
      expect(held.rows.map((r) => r.key).sort()).toEqual(sent.rows.map((r) => r.key).sort())
      await database.close()
      console.log(
        `${engine}: ${kept} messages kept, ${killed} kills, ${disclosures.length} disclosures, ${events} record events, ${held.rows.length} in the record`,
      )
    },
    LONG ? 1_200_000 : 180_000,
  )

  const open = (): Promise<Database> =>
    url === undefined
      ? openEmbedded({ folder: installation.environment.DATA_DIR!, logger: silentLogger })
      : connectPostgres({ url, logger: silentLogger })

  /** Waits until the outbox has nothing left to deliver, as the practitioner's page would say. A lease of a killed process runs out first. */
  async function delivered(running: RunningServer): Promise<void> {
    const staff = await StaffClient.signIn(running.links.practitioner)
    for (let i = 0; i < 160; i++) {
      const { counts } = await staff.get<{ counts: { waiting: number; parked: number } }>('/staff/api/deliveries')
      if (counts.waiting === 0) return expect(counts.parked).toBe(0)
      await pause(500)
    }
    throw new Error('the outbox was not emptied')
  }
})
