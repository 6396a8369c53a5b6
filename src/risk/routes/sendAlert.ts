import type { Database, Queryable } from '../../database/database.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import type { AlertRoute } from './route.ts'

/** What sending an alert stands on. */
export interface SendParts {
  database: Database
  clock: Clock
  logger: Logger
  routes: ReadonlyMap<string, AlertRoute>
  /** Address people reach this service at. */
  publicUrl: string
  /** How long one try may take. */
  patienceMs?: number
}

const PATIENCE_MS = 10_000
/** How long to wait before the next try; the last one is kept up. Never given up while nobody has acknowledged. */
const BACK_OFF_SECONDS = [2, 5, 10, 20, 30, 60] as const

export const queueOf = (route: string): string => `alerts-${route}`

/** Alerts whose time has come and that nobody is sending, of one matter or of all. */
export async function dueAlerts(
  client: Queryable,
  now: Date,
  escalationId?: string,
): Promise<{ id: string; route: string }[]> {
  const { rows } = await client.query<{ id: string; route: string }>(
    `select id, route from alerts where next_attempt_at <= $1 and (claimed_until is null or claimed_until <= $1)
       and ($2::uuid is null or escalation_id = $2) order by next_attempt_at, id`,
    [now, escalationId ?? null],
  )
  return rows
}

/**
 * Sends one alert, if it is due and nobody else is at it. A failure is kept and shown, and the next try follows with
 * back-off for as long as nobody has acknowledged. A process killed in the middle leaves a claim that runs out; then it is
 * sent once more, under the same id.
 */
export async function sendAlert(alertId: string, parts: SendParts): Promise<void> {
  const { database, clock, routes, logger } = parts
  const patience = parts.patienceMs ?? PATIENCE_MS
  const claimed = await claim(database, alertId, clock.now(), patience)
  if (!claimed) return
  const route = routes.get(claimed.route)
  const problem = await tryToSend(route, claimed, parts, patience)
  await settle(database, claimed, problem, clock.now())
  if (problem === undefined) logger.info('alert-sent', { escalationId: claimed.escalation_id, route: claimed.route })
  else
    logger.warn('alert-failed', {
      escalationId: claimed.escalation_id,
      route: claimed.route,
      code: problem,
      attempt: claimed.attempts,
    })
  await database.publish('escalations', claimed.escalation_id)
}

interface Claimed {
  id: string
  escalation_id: string
  route: string
  attempts: number
  address: string | null
}

async function claim(database: Database, alertId: string, now: Date, patienceMs: number): Promise<Claimed | undefined> {
  const { rows } = await database.query<Claimed>(
    `update alerts a set attempts = attempts + 1, claimed_until = $3
     where a.id = $1 and next_attempt_at <= $2 and (claimed_until is null or claimed_until <= $2)
     returning a.id, a.escalation_id, a.route, a.attempts,
       (select s.address from staff_addresses s where s.staff_id = a.staff_id and s.route = a.route) as address`,
    [alertId, now, new Date(now.getTime() + 2 * patienceMs)],
  )
  return rows[0]
}

/** Undefined when it got through, otherwise a code: never what the other side wrote. */
async function tryToSend(
  route: AlertRoute | undefined,
  { id, address, escalation_id }: Claimed,
  { publicUrl, clock }: SendParts,
  patienceMs: number,
): Promise<string | undefined> {
  if (!route) return 'route-not-set-up'
  if (address === null) return 'no-address'
  const link = `${publicUrl.replace(/\/$/, '')}/staff/#/alerts/${escalation_id}`
  const signal = AbortSignal.timeout(patienceMs)
  try {
    await Promise.race([route.send({ id, address, link, at: clock.now() }, signal), endOf(signal)])
    return undefined
  } catch (error) {
    return codeOf(error)
  }
}

/** A route that does not listen to the signal is left behind when it says so. */
const endOf = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('timeout', { cause: 'timeout' }))))

function codeOf(error: unknown): string {
  const { code, cause, name } = error as { code?: unknown; cause?: unknown; name?: unknown }
  if (cause === 'timeout') return 'timeout'
  if (typeof code === 'string' && /^[A-Za-z0-9_-]{1,40}$/.test(code)) return code
  return typeof name === 'string' && /^[A-Za-z]{1,40}$/.test(name) ? name : 'failed'
}

async function settle(
  database: Database,
  { id, attempts }: Claimed,
  problem: string | undefined,
  now: Date,
): Promise<void> {
  if (problem === undefined)
    return void (await database.query(
      `update alerts set state = 'sent', sent_at = $2, next_attempt_at = null, claimed_until = null, last_problem = null where id = $1`,
      [id, now],
    ))
  const seconds = BACK_OFF_SECONDS[Math.min(attempts, BACK_OFF_SECONDS.length) - 1]!
  await database.query(
    `update alerts a set last_problem = $2, claimed_until = null,
       state = case when e.state = 'open' then 'failed' else 'not-needed' end,
       next_attempt_at = case when e.state = 'open' then $3::timestamptz end
     from escalations e where a.id = $1 and e.id = a.escalation_id`,
    [id, problem, new Date(now.getTime() + seconds * 1000)],
  )
}
