import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { PGlite } from '@electric-sql/pglite'
import type { Database } from '../../src/database/database.ts'
import { connectPostgres } from '../../src/database/connect.ts'
import { wrap } from '../../src/database/embedded.ts'
import { migrate } from '../../src/database/migrate.ts'
import { silentLogger } from '../../src/shared/logger.ts'

export type Engine = 'embedded' | 'postgres'

/** The PostgreSQL server for tests: TEST_DATABASE_URL, or one that answers on the usual port. */
export const POSTGRES_URL: string | undefined =
  process.env.TEST_DATABASE_URL ?? ((await answers(5432)) ? 'postgres://postgres@127.0.0.1:5432/postgres' : undefined)

/** The engines that a database test runs on here. TEST_ENGINE narrows it to one. */
export const ENGINES: Engine[] = (['embedded', 'postgres'] as const).filter(
  (engine) =>
    (engine === 'embedded' || POSTGRES_URL !== undefined) &&
    (process.env.TEST_ENGINE === undefined || process.env.TEST_ENGINE === engine),
)

/** A database of its own for one test file, with all tables; dropped when closed. `url` is there on PostgreSQL only. */
export async function freshDatabase(engine: Engine): Promise<Database & { url?: string }> {
  if (engine === 'embedded') {
    const lite = await PGlite.create({ loadDataDir: new Blob([readFileSync(await embeddedTemplate())]) })
    const database = wrap(lite, silentLogger)
    await migrate(database)
    return database
  }
  const { url, drop } = await freshPostgres()
  const database = await connectPostgres({ url, logger: silentLogger })
  return {
    ...database,
    url,
    close: async () => {
      await database.close()
      await drop()
    },
  }
}

const MIGRATIONS = new URL('../../src/database/migrations/', import.meta.url)

/**
 * A migrated embedded database as a file, made once for these migrations: to load it takes a tenth of the time of making a
 * new one, which matters where a hundred test files each want their own.
 */
async function embeddedTemplate(): Promise<string> {
  const digest = createHash('sha256').update(process.version)
  for (const file of readdirSync(MIGRATIONS).sort()) digest.update(readFileSync(new URL(file, MIGRATIONS)))
  const template = path.join(os.tmpdir(), `embedded-template-${digest.digest('hex').slice(0, 16)}.tar`)
  if (existsSync(template)) return template
  const lite = await PGlite.create()
  const database = wrap(lite, silentLogger)
  await migrate(database)
  const dump = await lite.dumpDataDir('none')
  const unfinished = `${template}.${randomUUID()}`
  writeFileSync(unfinished, Buffer.from(await dump.arrayBuffer()))
  renameSync(unfinished, template)
  await database.close()
  return template
}

/** An empty database on the server, for tests that start the whole process. */
export async function freshPostgres(): Promise<{ url: string; drop: () => Promise<void> }> {
  if (POSTGRES_URL === undefined) throw new Error('No PostgreSQL here: set TEST_DATABASE_URL')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  const run = async (sql: string) => {
    const admin = new pg.Client({ connectionString: POSTGRES_URL })
    await admin.connect()
    await admin.query(sql)
    await admin.end()
  }
  await run(`create database ${name}`)
  const url = new URL(POSTGRES_URL)
  url.pathname = `/${name}`
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 500 })
    const say = (yes: boolean) => {
      socket.destroy()
      resolve(yes)
    }
    socket
      .on('connect', () => say(true))
      .on('error', () => say(false))
      .on('timeout', () => say(false))
  })
}
