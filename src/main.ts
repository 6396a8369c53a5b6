import { randomBytes } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createApp } from './app.ts'
import { readConfig, type Config } from './config.ts'
import { openDatabase } from './database/openDatabase.ts'
import { explainFailedStart } from './failedStart.ts'
import { startDemonstration } from './demonstration/startDemonstration.ts'
import { recordAddress } from './recordSide.ts'
import { createLogger, type Logger } from './shared/logger.ts'
import { systemClock } from './shared/clock.ts'

/** Longer than any turn or delivery takes. */
const PATIENCE_MS = 15_000

async function main(): Promise<void> {
  const config = readConfig()
  const logger = createLogger(config.LOG_LEVEL)
  neverWithoutALine(logger)
  const database = await openDatabase(config, logger)
  const demonstration = config.production
    ? undefined
    : await startDemonstration({ config, database, logger, clock: systemClock })
  const caseRecord = demonstration?.caseRecord ?? recordAddress(config)!
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST
  const publicUrl = config.PUBLIC_URL ?? `http://${host}:${config.PORT}`
  const app = await createApp({
    config,
    database,
    clock: systemClock,
    logger,
    signingKey: await signingKey(config),
    caseRecord,
    publicUrl,
    random: Math.random,
  })
  logger.info('ready', await app.start())
  console.log(demonstration ? await demonstration.describe(app, publicUrl) : `Ready: ${publicUrl}`)

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), PATIENCE_MS).unref()
    await app.stop()
    await demonstration?.stop()
    await database.close()
    logger.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop())
}

/**
 * A fault that nobody has caught ends the process, as Node would, and whoever runs it starts it again: what is committed
 * stays. But Node would print the whole error, and errors of the database quote what people wrote.
 */
function neverWithoutALine(logger: Logger): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      logger.error('ended-by-a-fault', {}, error)
      process.exit(1)
    })
}

/** The key that signs chat tokens: from the settings, or, outside production, one of this folder's own. */
async function signingKey(config: Config): Promise<string> {
  if (config.SIGNING_KEY !== undefined) return config.SIGNING_KEY
  const file = path.join(config.DATA_DIR, 'development-signing-key')
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept !== undefined) return kept
  const made = randomBytes(32).toString('base64url')
  await mkdir(config.DATA_DIR, { recursive: true })
  await writeFile(file, made, { mode: 0o600 })
  return made
}

main().catch((error: unknown) => {
  console.error(explainFailedStart(error) ?? error)
  process.exit(1)
})
