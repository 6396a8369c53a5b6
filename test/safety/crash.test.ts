import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
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
const TURNS = LONG ? 400 : 45
/** Kills between the receipt of a disclosure and its reply; as many again, by a quarter, fall anywhere else. */
const KILLS = LONG ? 200 : 4

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

/** A pager's gateway that outlives the server, and remembers each alert it was given. */
async function startPager() {
  const received: string[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (part) => (body += String(part)))
    request.on('end', () => {
      received.push((JSON.parse(body) as { id: string }).id)
      response.statusCode = 202
      response.end()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/page`,
    received,
    close: () => new Promise((closed) => (server.closeAllConnections(), server.close(closed))),
  }
}

describe.each(ENGINES)('a server that is killed again and again on %s', (engine) => {
  let installation: Installation
  let drop: (() => Promise<void>) | undefined
  let url: string | undefined
  let server: RunningServer
  let pager: Awaited<ReturnType<typeof startPager>>

  beforeAll(async () => {
    if (engine === 'postgres') ({ url, drop } = await freshPostgres())
    pager = await startPager()
    installation = await install({
      databaseUrl: url,
      environment: {
        ALERT_WEBHOOK_URL: pager.url,
        ALERT_WEBHOOK_SECRET: 'a secret of at least thirty-two characters',
        // What is said again is a matter of its own here, so that each disclosure must have exactly one.
        REPEAT_MINUTES: '0',
      },
    })
  })
  afterAll(async () => {
    await pager.close()
    await installation.remove()
    await drop?.()
  })

  it(
    `loses nothing and does nothing twice in ${TURNS} turns with ${KILLS} kills between receipt and reply`,
    async () => {
      const random = chance(20_261_121)
      server = await installation.start()
      await server.stop()
      await setOnCall()
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

      let elsewhere = 0
      let between = 0
      let talking = true
      const killer = (async () => {
        while (talking && elsewhere < KILLS / 4) {
          await pause(500 + random() * 4000)
          if (!talking || server.process.signalCode !== null) continue
          elsewhere++
          await server.kill()
        }
      })()
      const disclosures: string[] = []
      const urgent: string[] = []
      for (let turn = 0; turn < TURNS || between < KILLS; turn++) {
        if (turn % 3 === 2) {
          const isUrgent = turn % 2 === 0
          const words = `${isUrgent ? 'i am going to kill myself tonight' : 'i slapped him'}, time ${turn}`
          disclosures.push(words)
          if (isUrgent) urgent.push(words)
          let replied = false
          const running = server
          const saying = maureen.say(words).finally(() => (replied = true))
          if (between < KILLS && running.process.signalCode === null) {
            await pause(random() * 40)
            if (!replied && running.process.signalCode === null) {
              between++
              await running.kill()
            }
          }
          await saying
        } else await leo.answer()
      }
      talking = false
      await killer
      if (server.process.signalCode !== null) server = await installation.start()
      const staff = await StaffClient.signIn(server.links.practitioner)
      await delivered(staff)
      await paged(staff, urgent.length)
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
      const t3 = await database.query<{ words: string }>(`select words from escalations where tier = 'T3'`)
      expect(t3.rows.map((r) => r.words).sort()).toEqual([...urgent].sort())

      // Whoever is on the staff page has been told of each, also of one that was opened in the moment of a kill.
      expect(
        await one(
          `select count(*)::int as n from escalations e where not exists (select 1 from alerts a where a.escalation_id = e.id and a.state = 'sent')`,
        ),
      ).toBe(0)

      // Each T3 has paged whoever is on call: outside this machine's memory, and never a page without its matter.
      const pages = await database.query<{ id: string }>(
        `select id from alerts where route = 'webhook' and state = 'sent'`,
      )
      expect(new Set(pages.rows.map((r) => r.id))).toEqual(new Set(pager.received))
      expect(
        await one(
          `select count(*)::int as n from escalations e where e.tier = 'T3' and 1 <> (select count(*) from alerts a where a.escalation_id = e.id
             and a.route = 'webhook' and a.state = 'sent' and a.rung_id = (select id from ladder_rungs r where r.escalation_id = e.id and r.rung = 'first'))`,
        ),
      ).toBe(0)

      expect(await one(`select count(*)::int as n from outbox where state <> 'delivered'`)).toBe(0)
      const events = await one('select count(*)::int as n from record_events')
      expect(await one(`select count(*)::int as n from outbox where stream = 'case'`)).toBe(events)
      const held = await database.query<{ key: string }>('select idempotency_key as key from reference_record.held')
      const sent = await database.query<{ key: string }>('select idempotency_key as key from outbox')
      // At night the exercises rest, so that there may be no record event; a flag there always is.
      expect(held.rows.length).toBeGreaterThanOrEqual(disclosures.length)
      expect(held.rows.map((r) => r.key).sort()).toEqual(sent.rows.map((r) => r.key).sort())
      await database.close()
      console.log(
        `${engine}: ${kept} messages kept, ${between} kills between receipt and reply and ${elsewhere} elsewhere, ${disclosures.length} disclosures, ${pages.rows.length} pages (${pager.received.length} with repeats), ${events} record events, ${held.rows.length} in the record`,
      )
    },
    LONG ? 3_600_000 : 900_000,
  )

  /** Somebody with a pager is on call all the time: what the test sees must not hang on the hour of the day. */
  async function setOnCall(): Promise<void> {
    const database = await open()
    await database.query(
      `insert into rota_on_call (id, staff_id, from_at, until_at) select $1, id, '2000-01-01', '2100-01-01' from staff order by created_at, id limit 1`,
      [randomUUID()],
    )
    await database.query(
      `insert into staff_addresses (staff_id, route, address) select staff_id, 'webhook', 'pager' from rota_on_call`,
    )
    await database.close()
  }

  const open = (): Promise<Database> =>
    url === undefined
      ? openEmbedded({ folder: installation.environment.DATA_DIR!, logger: silentLogger })
      : connectPostgres({ url, logger: silentLogger })

  /** Waits until every T3 has been paged; an alert in the hands of a killed process is sent when its claim runs out. */
  async function paged(staff: StaffClient, urgent: number): Promise<void> {
    for (let i = 0; i < 360; i++) {
      const { alerts } = await staff.get<{
        alerts: { tier: string; told: { route: string; state: string }[] }[]
      }>('/staff/api/alerts')
      const pages = alerts.filter((a) => a.tier === 'T3').map((a) => a.told.filter((t) => t.route === 'webhook'))
      const waiting = alerts.flatMap((a) => a.told).filter((t) => t.state === 'waiting' || t.state === 'failed')
      if (pages.length >= urgent && pages.every((page) => page.length > 0) && waiting.length === 0) return
      await pause(500)
    }
    throw new Error('not every T3 was paged')
  }

  /** Waits until the outbox has nothing left to deliver, as the practitioner's page would say. A lease of a killed process runs out first. */
  async function delivered(staff: StaffClient): Promise<void> {
    for (let i = 0; i < 160; i++) {
      const { counts } = await staff.get<{ counts: { waiting: number; parked: number } }>('/staff/api/deliveries')
      if (counts.waiting === 0) return expect(counts.parked).toBe(0)
      await pause(500)
    }
    throw new Error('the outbox was not emptied')
  }
})
