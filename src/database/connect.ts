import pg from 'pg'
import { EventEmitter } from 'node:events'
import type { Logger } from '../shared/logger.ts'
import { CHANNELS, type Channel, type Database } from './database.ts'
import { gather } from './gather.ts'
import { migrate } from './migrate.ts'
import { prepared, preparedName } from './prepared.ts'

// bigint counters (watermarks, sequence numbers) stay far below 2^53; calendar days stay days, not instants.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day)

/** Wraps a pool: transactions that roll back on error, and messages between processes. */
export function createDatabase(parts: {
  kind: Database['kind']
  pool: pg.Pool
  logger: Logger
  onClose?: () => Promise<void>
}): Database {
  const { pool, logger } = parts
  const emitter = new EventEmitter()
  emitter.setMaxListeners(0)
  const listening = parts.kind === 'postgres' ? listenForever(pool, emitter, logger) : undefined

  const publish = gather<Message, void>(
    async (messages) => {
      if (parts.kind === 'embedded') for (const { channel, payload } of messages) emitter.emit(channel, payload)
      else await run(pool, NOTIFY, [messages.map((m) => m.channel), messages.map((m) => m.payload)])
      return messages.map(() => undefined)
    },
    { restMs: REST_AFTER_NOTICES_MS },
  )

  return {
    kind: parts.kind,
    async query(text, values) {
      // Not pool.query: that throws the connection away after any error, a unique violation too, and the embedded
      // database has no other. A connection that is really lost is taken out by the pool itself.
      const client = await pool.connect()
      try {
        return await run(client, text, values)
      } finally {
        client.release()
      }
    },
    async transaction(work) {
      const client = await pool.connect()
      let broken = false
      try {
        await client.query('begin')
        const result = await work(client)
        await client.query('commit')
        return result
      } catch (error) {
        await client.query('rollback').catch(() => {
          broken = true
        })
        throw error
      } finally {
        client.release(broken)
      }
    },
    publish: (channel, payload) => publish({ channel, payload }),
    subscribe(channel: Channel, listener: (payload: string) => void) {
      emitter.on(channel, listener)
      return () => emitter.off(channel, listener)
    },
    async close() {
      await listening?.stop()
      await pool.end()
      await parts.onClose?.()
    },
  }
}

interface Message {
  channel: Channel
  payload: string
}

/** A notice goes at once; those that come in the next moment go together. */
const REST_AFTER_NOTICES_MS = 20

/** The same message said several times in one transaction is heard once. */
const NOTIFY = prepared(
  'select pg_notify(m.channel, m.payload) from unnest($1::text[], $2::text[]) as m(channel, payload)',
)

function run<Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.ClientBase,
  text: string,
  values?: unknown[],
): Promise<pg.QueryResult<Row>> {
  const name = preparedName(text)
  return name === undefined ? client.query<Row>(text, values) : client.query<Row>({ name, text, values })
}

/** One connection of its own that listens, and comes back by itself after a drop. */
function listenForever(pool: pg.Pool, emitter: EventEmitter, logger: Logger) {
  let stopped = false
  let current: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined
  const start = async () => {
    const client = new pg.Client({ ...pool.options, password: pool.options.password ?? undefined })
    current = client
    client.on('notification', (message) => emitter.emit(message.channel, message.payload ?? ''))
    client.on('error', () => again())
    try {
      await client.connect()
      for (const channel of CHANNELS) await client.query(`listen ${channel}`)
    } catch (error) {
      logger.warn('listen-failed', { errorName: (error as Error).name })
      again()
    }
  }
  const again = () => {
    if (stopped || retry) return
    void current?.end().catch(() => undefined)
    retry = setTimeout(() => {
      retry = undefined
      void start()
    }, 500)
  }
  const started = start()
  return {
    async stop() {
      stopped = true
      clearTimeout(retry)
      await started
      await current?.end().catch(() => undefined)
    },
  }
}

/** Connects to a PostgreSQL server and brings its tables up to date. */
export async function connectPostgres(options: {
  url: string
  logger: Logger
  connections?: number
}): Promise<Database> {
  const pool = new pg.Pool({ connectionString: options.url, max: options.connections ?? 10 })
  const lost = (error: Error) => options.logger.warn('database-connection-lost', { errorName: error.name })
  pool.on('error', lost)
  // The pool listens to a connection only while nobody uses it. One that is cut in use fails its query, and would end the
  // whole process besides, because nobody listens to it.
  pool.on('connect', (client) => client.on('error', lost))
  const database = createDatabase({ kind: 'postgres', pool, logger: options.logger })
  try {
    await migrate(database)
  } catch (error) {
    await database.close()
    throw error
  }
  return database
}
