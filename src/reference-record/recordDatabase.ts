import { readFile } from 'node:fs/promises'

/** What the reference record needs of a database: the bot's own connection serves, under another schema. */
export interface RecordQueries {
  query<Row extends Record<string, unknown>>(text: string, values?: unknown[]): Promise<{ rows: Row[] }>
}
export interface RecordDatabase extends RecordQueries {
  transaction<T>(work: (client: RecordQueries) => Promise<T>): Promise<T>
}

/** Creates the tables where they are missing. */
export async function installTables(database: RecordDatabase): Promise<void> {
  const sql = await readFile(new URL('./schema.sql', import.meta.url), 'utf8')
  await database.transaction((client) => client.query(sql))
}
