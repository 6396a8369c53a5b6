import type { Database, Queryable } from '../../database/database.ts'
import { lastBeat } from '../../database/heartbeat.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'

/** What keeps alerts from people. Codes, never sentences. */
export type WatchProblem = 'database-down' | 'jobs-silent' | 'alert-routes-down'

/** Watches the watchers: whether an alert raised at this moment would reach anybody. */
export interface LadderWatch {
  /** What was wrong at the last look; empty when nothing was. */
  problems(): readonly WatchProblem[]
  /** Nobody may be named as told while this is true. */
  nobodyReached(): boolean
  look(): Promise<void>
  stop(): void
}

const EVERY_MS = 10_000
/** The job engine beats every half minute; three beats left out are silence. */
const SILENT_AFTER_MS = 100_000
/** A look that takes longer has failed. */
const PATIENCE_MS = 5_000

/** Looks every few seconds. `since` is when the job engine was started: before its first beat nothing is silent yet. */
export function keepWatch(parts: {
  database: Database
  clock: Clock
  logger: Logger
  outside: readonly string[]
  since: Date
}): LadderWatch {
  const { database, clock, logger, outside, since } = parts
  let found: readonly WatchProblem[] = []
  const look = async () => {
    const before = found.join()
    found = await inTime(findProblems(database, clock.now(), since, outside))
    if (found.join() !== before)
      if (found.length > 0) logger.error('alerts-reach-nobody', { code: found.join(' ') })
      else logger.info('alerts-reach-people-again')
  }
  const timer = setInterval(() => void look(), EVERY_MS)
  timer.unref()
  return {
    problems: () => found,
    nobodyReached: () => found.length > 0,
    look,
    stop: () => clearInterval(timer),
  }
}

async function inTime(finding: Promise<WatchProblem[]>): Promise<WatchProblem[]> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<WatchProblem[]>((resolve) => {
    timer = setTimeout(() => resolve(['database-down']), PATIENCE_MS)
  })
  try {
    return await Promise.race([finding.catch((): WatchProblem[] => ['database-down']), late])
  } finally {
    clearTimeout(timer)
  }
}

async function findProblems(
  client: Queryable,
  now: Date,
  since: Date,
  outside: readonly string[],
): Promise<WatchProblem[]> {
  const beat = await lastBeat(client)
  const alive = Math.max(beat?.getTime() ?? 0, since.getTime())
  const problems: WatchProblem[] = []
  if (now.getTime() - alive > SILENT_AFTER_MS) problems.push('jobs-silent')
  if (outside.length > 0 && (await routesDown(client, outside))) problems.push('alert-routes-down')
  return problems
}

/** Every route outside the staff page has an alert that failed twice, and has brought nothing through since that was raised. */
async function routesDown(client: Queryable, outside: readonly string[]): Promise<boolean> {
  const { rows } = await client.query<{ down: number }>(
    `select count(*)::int as down from unnest($1::text[]) as r(route)
     where exists (select 1 from alerts f where f.route = r.route and f.next_attempt_at is not null and f.attempts >= 2 and f.last_problem is not null
       and not exists (select 1 from alerts s where s.route = r.route and s.state = 'sent' and s.sent_at > f.created_at))`,
    [outside],
  )
  return rows[0]!.down === outside.length
}
