import { mkdir } from 'node:fs/promises'
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { PGlite } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import { InvalidInput } from '../shared/errors.ts'
import type { Logger } from '../shared/logger.ts'
import type { Database } from './database.ts'
import { createDatabase } from './connect.ts'
import { migrate } from './migrate.ts'

/** PGlite leaves fsync out, so a power cut could take commits with it. This file system writes through. */
class DurableNodeFS extends NodeFS {
  override async init(...args: Parameters<NodeFS['init']>): ReturnType<NodeFS['init']> {
    const result = await super.init(...args)
    result.emscriptenOpts.preRun?.push((mod: { NODEFS?: unknown; FS?: unknown }) => {
      const nodefs = (mod as { NODEFS: { stream_ops: Record<string, unknown> } }).NODEFS
      nodefs.stream_ops.fsync = (stream: { nfd?: number }) => {
        if (stream.nfd !== undefined) fs.fsyncSync(stream.nfd)
        return 0
      }
    })
    return result
  }
}

const DURABLE = [
  ...PGlite.defaultStartParams.filter((p) => p !== '-F'),
  '-c',
  'fsync=on',
  '-c',
  'wal_sync_method=fsync',
]

/**
 * Takes the folder for this process alone; the operating system frees it, also after kill -9.
 * Without it two processes on one folder destroy each other's rows without a word.
 */
function lockFolder(folder: string): () => void {
  const lock = new DatabaseSync(path.join(folder, 'lock.sqlite'))
  try {
    lock.exec('PRAGMA locking_mode=EXCLUSIVE; BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new InvalidInput('The embedded database cannot be opened:', [
      {
        place: 'DATA_DIR',
        problem: `the folder ${folder} is in use by another process that is still running`,
        mend: 'stop that one first, or give this one another DATA_DIR',
      },
    ])
  }
  return () => lock.close()
}

/** Opens the PostgreSQL that lives inside this process, durable and locked, and brings its tables up to date. */
export async function openEmbedded(options: { folder: string; logger: Logger }): Promise<Database> {
  await mkdir(options.folder, { recursive: true })
  const unlock = lockFolder(options.folder)
  try {
    const lite = await PGlite.create({
      fs: new DurableNodeFS(path.join(options.folder, 'postgres')),
      startParams: DURABLE,
    })
    const database = wrap(lite, options.logger, unlock)
    await migrate(database)
    return database
  } catch (error) {
    unlock()
    throw error
  }
}

/** Wraps an opened PGlite as our database. Also for tests, which clone one in memory. */
export function wrap(lite: PGlite, logger: Logger, afterClose: () => void = () => undefined): Database {
  const pool = new pg.Pool(createPgConfig(lite))
  return createDatabase({
    kind: 'embedded',
    pool,
    logger,
    onClose: async () => {
      await lite.close()
      afterClose()
    },
  })
}
