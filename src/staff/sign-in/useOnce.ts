import type { Queryable } from '../../database/database.ts'

/** True the first time a key is used, and never again before it expires anyway; across processes and restarts. */
export async function useOnce(client: Queryable, key: string, expiresAt: Date, now: Date): Promise<boolean> {
  await client.query('delete from used_once where expires_at < $1', [now])
  const { rowCount } = await client.query(
    'insert into used_once (key, expires_at) values ($1, $2) on conflict (key) do nothing',
    [key, expiresAt],
  )
  return rowCount === 1
}
