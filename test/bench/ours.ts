import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { createCaseRecordClient } from '../../src/case-record/client.ts'
import { connectPostgres } from '../../src/database/connect.ts'
import { openEmbedded } from '../../src/database/embedded.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { freshPostgres, POSTGRES_URL, type Engine } from '../helpers/database.ts'
import { freePort } from '../helpers/runningServer.ts'
import { startProcess, type ServerProcess } from './processes.ts'
import { seedPeople, type BenchPerson } from './seed.ts'

const MAIN = new URL('../../src/main.ts', import.meta.url)
/** How `npm start` runs node, so that what is measured is what is run. */
const START_FLAGS =
  /exec node (.*?) src\/main\.ts/
    .exec(await readFile(new URL('../../package.json', import.meta.url), 'utf8'))?.[1]
    ?.split(' ') ?? []
const READY = /Dani, the practitioner\s+\S+/

/** Where the case record of all installations is. */
export interface CaseRecord {
  url: string
  token: string
  stop(): Promise<void>
}

/** Starts the case record in a process of its own. */
export async function startCaseRecord(): Promise<CaseRecord> {
  const postgres = POSTGRES_URL === undefined ? undefined : await freshPostgres()
  const server = await startProcess({
    script: new URL('./caseRecord.ts', import.meta.url),
    args: postgres === undefined ? [] : [postgres.url],
    ready: /ready (\S+)/,
  })
  return {
    url: server.ready[1]!,
    token: 'bench',
    async stop() {
      await server.stop()
      await postgres?.drop()
    },
  }
}

/** The product on one engine with its people, as `npm start` runs it. */
export interface Installation {
  base: string
  /** The first start creates the demonstration; every later one finds its data. */
  start(): Promise<ServerProcess>
  /** While nothing runs: puts people into the database. */
  seed(count: number): Promise<BenchPerson[]>
  /** Their cases exist in the case record. */
  seedRecord(people: readonly BenchPerson[]): Promise<void>
  remove(): Promise<void>
}

export async function install(engine: Engine, record: CaseRecord, nodeArgs: string[] = []): Promise<Installation> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'bench-'))
  const postgres = engine === 'postgres' ? await freshPostgres() : undefined
  const port = await freePort()
  const environment = {
    PORT: String(port),
    CASE_RECORD_URL: record.url,
    CASE_RECORD_TOKEN: record.token,
    DATA_DIR: folder,
    LOG_LEVEL: 'warn',
    ...(postgres === undefined ? {} : { DATABASE_URL: postgres.url }),
  }
  const open = () =>
    postgres === undefined
      ? openEmbedded({ folder, logger: silentLogger })
      : connectPostgres({ url: postgres.url, logger: silentLogger })
  return {
    base: `http://127.0.0.1:${port}`,
    start: () => startProcess({ script: MAIN, nodeArgs: [...START_FLAGS, ...nodeArgs], environment, ready: READY }),
    async seed(count) {
      const database = await open()
      const people = await seedPeople(database, count)
      await database.close()
      return people
    },
    async seedRecord(people) {
      const client = createCaseRecordClient(record)
      for (const { caseRef } of people) {
        const kept = await client.putCase(caseRef, { state: 'open', practitioner: 'Dani', supervisor: 'Sol' }, caseRef)
        if (!kept.ok) throw new Error(`the case record did not take ${caseRef}`)
      }
    },
    async remove() {
      await postgres?.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
