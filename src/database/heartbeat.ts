import type { Clock } from '../shared/clock.ts'
import type { Database, Queryable } from './database.ts'
import type { Jobs } from './jobs.ts'

const NAME = 'jobs'
const EVERY_SECONDS = 30

/** Makes the job engine show every half minute that it lives. Call it before `jobs.start()`. */
export const beatRegularly = (parts: { jobs: Jobs; database: Database; clock: Clock }): Promise<void> =>
  parts.jobs.work(
    'heartbeat',
    async () => {
      await parts.database.query(
        'insert into heartbeats (name, beat_at) values ($1, $2) on conflict (name) do update set beat_at = excluded.beat_at',
        [NAME, parts.clock.now()],
      )
    },
    { everySeconds: EVERY_SECONDS },
  )

/** When the job engine last showed that it lives; null before the first time. For readiness and the ladder's watch. */
export async function lastBeat(database: Queryable): Promise<Date | null> {
  const { rows } = await database.query<{ beat_at: Date }>('select beat_at from heartbeats where name = $1', [NAME])
  return rows[0]?.beat_at ?? null
}
