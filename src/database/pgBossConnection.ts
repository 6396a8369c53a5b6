import type { Db } from 'pg-boss'
import type { Database, Queryable } from './database.ts'

/** Statements that open a transaction of their own, as pg-boss does for migrations and maintenance. */
const OPENS_TRANSACTION = /^\s*begin\b/i

/**
 * Lets pg-boss work on our database, embedded or server, through the one pool. A block with a BEGIN of its own runs
 * inside our transaction, so that a failure in it is rolled back on the same connection and not left for the next.
 */
export const pgBossConnection = (database: Database): Db => ({
  executeSql: (text, values) =>
    values === undefined && OPENS_TRANSACTION.test(text)
      ? database.transaction((client) => client.query(text))
      : database.query(text, values),
  // Only a test clock of pg-boss needs statements on every session, and we hand it none.
  setSessionStatements: (statements) =>
    statements.length === 0
      ? Promise.resolve()
      : Promise.reject(new Error('session statements are not supported here')),
})

/** Lets pg-boss write through the client of an open transaction. */
export const pgBossClient = (client: Queryable): Db => ({ executeSql: (text, values) => client.query(text, values) })
