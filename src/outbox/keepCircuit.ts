import type { Queryable } from '../database/database.ts'
import type { CircuitState } from './circuit.ts'

/** Keeps that a stream's circuit opened or closed, for the staff page of every process. The last to say so is shown. */
export async function keepCircuit(
  database: Queryable,
  stream: 'case' | 'risk',
  changed: CircuitState,
  problem: string | null,
  now: Date,
): Promise<void> {
  await database.query(
    `insert into record_circuits (stream, open, since, problem) values ($1, $2, $3, $4)
     on conflict (stream) do update set open = excluded.open, since = excluded.since, problem = excluded.problem`,
    [stream, changed.state === 'open', changed.state === 'open' ? changed.since : now, problem],
  )
}

/** Since when the record has not been reached, by stream, and why, in codes. Empty while it is. */
export async function openCircuits(
  database: Queryable,
): Promise<{ stream: 'case' | 'risk'; since: Date; problem: string | null }[]> {
  const { rows } = await database.query<{ stream: 'case' | 'risk'; since: Date; problem: string | null }>(
    'select stream, since, problem from record_circuits where open order by stream desc',
  )
  return rows
}
