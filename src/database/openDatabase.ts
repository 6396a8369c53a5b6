import type { Logger } from '../shared/logger.ts'
import { connectPostgres } from './connect.ts'
import type { Database } from './database.ts'

/** The database the settings name: a PostgreSQL server, or the embedded one in its folder. Migrated. */
export async function openDatabase(
  config: { DATABASE_URL?: string; DATA_DIR: string },
  logger: Logger,
): Promise<Database> {
  return config.DATABASE_URL === undefined
    ? // Not loaded at all where a server is used.
      await (await import('./embedded.ts')).openEmbedded({ folder: config.DATA_DIR, logger })
    : await connectPostgres({ url: config.DATABASE_URL, logger })
}
