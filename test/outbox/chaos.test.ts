import { PGlite } from '@electric-sql/pglite'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { connectPostgres } from '../../src/database/connect.ts'
import type { Database } from '../../src/database/database.ts'
import { openEmbedded, wrap } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { reconcile } from '../../src/outbox/reconcile.ts'
import { createRecordSide, type RecordAddress } from '../../src/recordSide.ts'
import { startReferenceRecord } from '../../src/reference-record/start.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { newId } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { startFhirRecord } from '../fhir/fhirRecord.ts'
import { ENGINES, freshPostgres } from '../helpers/database.ts'
import type { ChaosBot } from './chaosBot.ts'
import { FAULTS, startFaultyRecord } from './faultyRecord.ts'
import { TOKEN } from './scene.ts'

const LONG = process.env.LONG_TESTS === '1'
const EVENTS = LONG ? 420 : 42
/** The bot is killed, and the record started again, each time so many events have been written. */
const KILL_EVERY = LONG ? 30 : 14
const RESTART_EVERY = LONG ? 50 : 18
const SPOILT = 0.35
const CASE_SYSTEM = 'urn:between-sessions:case'
const BOT = new URL('./chaosBot.ts', import.meta.url).pathname

/** The same every time, so that a failure can be looked at again: `CHAOS_SEED=42` for other faults. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** A case record that can be stopped and started again at the same address, with everything it held. */
interface Record {
  url: string
  restart(): Promise<void>
  close(): Promise<void>
}

async function referenceRecord(): Promise<Record> {
  const database = wrap(await PGlite.create(), silentLogger)
  const start = (port: number) => startReferenceRecord({ database, port, token: TOKEN, logger: silentLogger })
  let running = await start(0)
  const port = Number(new URL(running.url).port)
  return {
    url: running.url,
    async restart() {
      await running.close()
      running = await start(port)
    },
    async close() {
      await running.close()
      await database.close()
    },
  }
}

async function fhirRecord(): Promise<Record> {
  let running = await startFhirRecord({ token: TOKEN })
  const { store, url } = running
  const port = Number(new URL(url).port)
  return {
    url,
    async restart() {
      await running.close()
      running = await startFhirRecord({ token: TOKEN, store, port })
    },
    close: () => running.close(),
  }
}

const KINDS = { openapi: referenceRecord, fhir: fhirRecord }

describe.each(ENGINES)('chaos over real HTTP, on %s', (engine) => {
  let folder: string
  let postgres: { url: string; drop: () => Promise<void> } | undefined
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'chaos-'))
    postgres = engine === 'postgres' ? await freshPostgres() : undefined
  })
  afterEach(async () => {
    await postgres?.drop()
    await rm(folder, { recursive: true, force: true })
  })

  const open = (): Promise<Database> =>
    postgres
      ? connectPostgres({ url: postgres.url, logger: silentLogger })
      : openEmbedded({ folder, logger: silentLogger })

  // In a short round one database has the one, because a killed bot's leases take their time to run out.
  test.each(LONG || engine === ENGINES.at(-1) ? (['openapi', 'fhir'] as const) : (['openapi'] as const))(
    'nothing is lost or doubled and order is kept while the record (%s) fails, is restarted, and the bot is killed',
    async (kind) => {
      const began = performance.now()
      const random = chance(Number(process.env.CHAOS_SEED ?? 20_261_122))
      const record = await KINDS[kind]()
      const address = (url: string): RecordAddress => ({
        kind,
        url,
        token: TOKEN,
        caseSystem: CASE_SYSTEM,
        mayMakeCases: true,
      })
      const { cases, target } = createRecordSide(address(record.url), { clock: systemClock, terms: new Map() })
      const made = await makeCases(await open(), async (caseRef) => {
        const kept = await cases.make(caseRef, { state: 'open', practitioner: 'Sam Taylor' }, newId())
        expect(kept.ok).toBe(true)
      })

      // Each request may be spoilt, and one with a key of its own at most three times.
      const spoiltBefore = new Map<string, number>()
      let requests = 0
      const faulty = await startFaultyRecord(record.url, ({ key }) => {
        requests++
        const before = key === '' ? 0 : (spoiltBefore.get(key) ?? 0)
        if (before >= 3 || random() > SPOILT) return undefined
        spoiltBefore.set(key, before + 1)
        return FAULTS[Math.floor(random() * FAULTS.length)]
      })
      const bot: ChaosBot = {
        databaseUrl: postgres?.url ?? null,
        folder,
        record: address(faulty.url),
        cases: made,
        events: EVENTS,
      }
      let kills = 0
      let restarts = 0
      try {
        let written = 0
        for (let done = false; !done; ) {
          const running = startBot(bot)
          for await (const line of createInterface({ input: running.stdout! })) {
            if (line === 'done') done = true
            const count = /^written (\d+)$/.exec(line)?.[1]
            if (count === undefined || Number(count) <= written) continue
            written = Number(count)
            if (written % RESTART_EVERY === 0) {
              restarts++
              await record.restart()
            }
            if (written % KILL_EVERY === 0) {
              kills++
              running.kill('SIGKILL')
            }
          }
          await running.ended
          expect({ done, complaints: done ? '' : running.complaints() }).toMatchObject({ complaints: '' })
        }
      } finally {
        await faulty.close()
      }

      const database = await open()
      let held = 0
      for (const { caseRef } of made) {
        const compared = await reconcile(database, target, caseRef)
        expect(compared).toMatchObject({
          ok: true,
          value: { agrees: true, waiting: [], parked: [], missing: [], different: [], doubled: [], outOfOrder: [], unknown: [] },
        }) // prettier-ignore
        held += compared.ok ? compared.value.held : 0
      }
      const { rows } = await database.query<{ outbox: number; events: number }>(
        `select (select count(*)::int from outbox) as outbox, (select count(*)::int from record_events) as events`,
      )
      await database.close()
      await record.close()
      expect({ held, ...rows[0] }).toEqual({ held: EVENTS, outbox: EVENTS, events: EVENTS - Math.floor(EVENTS / 7) })
      expect(kills).toBeGreaterThan(1)
      expect(restarts).toBeGreaterThan(1)
      const spoilt = Object.entries(faulty.seen).map(([fault, count]) => `${fault} ${count}`)
      console.log(
        `${engine}, ${kind}: ${EVENTS} events in ${made.length} cases, ${requests} requests, ${kills} kills of the bot, ${restarts} restarts of the record, ` +
          `${held} held once and in order after ${((performance.now() - began) / 1000).toFixed(1)} s; spoilt: ${spoilt.sort().join(', ')}`,
      )
    },
    LONG ? 1_200_000 : 240_000,
  )
})

/** Three cases with one person each, here and in the record. Closes the database. */
async function makeCases(database: Database, makeInRecord: (caseRef: string) => Promise<void>) {
  await migrate(database)
  const staffId = newId()
  await database.query(
    `insert into staff (id, issuer, subject, display_name, first_name, created_at) values ($1, 'i', 's', 'Sam Taylor', 'Sam', now())`,
    [staffId],
  )
  const made: { caseId: string; caseRef: string; personId: string }[] = []
  for (let n = 0; n < 3; n++) {
    const [caseId, personId] = [newId(), newId()]
    const caseRef = `CHAOS-${caseId.slice(-8)}`
    await database.query(
      `insert into cases (id, case_ref, practitioner_id, state, created_at, updated_at) values ($1, $2, $3, 'active', now(), now())`,
      [caseId, caseRef, staffId],
    )
    await database.query(
      `insert into people (id, case_id, role, preferred_name, band, state, created_at) values ($1, $2, 'young-person', 'Leo', 'Y16-18', 'active', now())`,
      [personId, caseId],
    )
    await makeInRecord(caseRef)
    made.push({ caseId, caseRef, personId })
  }
  await database.close()
  return made
}

/** The bot in a process of its own. What it complains of without having been killed fails the test. */
function startBot(bot: ChaosBot) {
  const child: ChildProcess = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', BOT, JSON.stringify(bot)],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  )
  let said = ''
  child.stderr!.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  return {
    stdout: child.stdout,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    complaints: () => (child.signalCode === 'SIGKILL' ? '' : said || `ended with ${child.exitCode}`),
  }
}
