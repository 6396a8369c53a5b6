import { readdir, readFile } from 'node:fs/promises'
import type { Database } from './database.ts'

const folder = new URL('./migrations/', import.meta.url)
/** Any constant: two processes that start together migrate one after the other. */
const LOCK = 7_300_118

/** Runs the migrations that have not run yet, in order of their numbers, all in one transaction. */
export async function migrate(database: Database): Promise<string[]> {
  const files = (await readdir(folder)).filter((f) => f.endsWith('.sql')).sort()
  return database.transaction(async (client) => {
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await client.query(
      'create table if not exists migrations (name text primary key, ran_at timestamptz not null default now())',
    )
    const done = new Set((await client.query<{ name: string }>('select name from migrations')).rows.map((r) => r.name))
    const ran: string[] = []
    for (const file of files.filter((f) => !done.has(f))) {
      await client.query(await readFile(new URL(file, folder), 'utf8'))
      await client.query('insert into migrations (name) values ($1)', [file])
      ran.push(file)
    }
    return ran
  })
}
