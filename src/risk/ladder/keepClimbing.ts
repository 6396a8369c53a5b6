import type { Database } from '../../database/database.ts'
import type { Jobs } from '../../database/jobs.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import { dueAlerts, queueOf, sendAlert, type SendParts } from '../routes/sendAlert.ts'
import { climb, type ClimbParts } from './climb.ts'
import { overdueMatters } from './rungs.ts'

/** Runs ladders and sends alerts for as long as the process lives. */
export interface KeptClimbing {
  /** Sees to everything that is overdue, whoever's job it was; gives the number of matters and alerts. */
  sweep(): Promise<number>
  stop(): Promise<void>
}

export type KeepClimbingParts = ClimbParts &
  SendParts & { database: Database; jobs: Jobs; clock: Clock; logger: Logger; sweepMs?: number }

const QUEUE = 'ladder'
const SWEEP_MS = 30_000

/**
 * Keeps every ladder going: the next rung and every alert is a job that runs at its time in whichever process takes it, and
 * a sweep, which stands on no job engine, runs what is overdue because a job was lost. Rows decide what is done, so that
 * nothing is done twice, however many processes there are and whenever one is killed.
 */
export async function keepClimbing(parts: KeepClimbingParts): Promise<KeptClimbing> {
  const { database, jobs, clock, logger } = parts

  const climbNow = async (escalationId: string): Promise<void> => {
    const done = await database.transaction((client) => climb(client, escalationId, clock.now(), parts))
    if (done) await database.publish('escalations', escalationId)
  }
  const inHand = new Set<Promise<unknown>>()
  const keep = (work: Promise<unknown>, escalationId?: string): Promise<void> => {
    const done: Promise<void> = work
      .then(() => undefined)
      .catch((error: unknown) => logger.error('ladder-failed', { escalationId }, error))
      .finally(() => inHand.delete(done))
    inHand.add(done)
    return done
  }

  /** A matter has changed: what it needs next becomes jobs. The same job asked for by several processes is one. */
  const arrange = async (escalationId: string): Promise<void> => {
    const { rows } = await database.query<{ state: string; due_at: Date }>(
      `select e.state, r.due_at from escalations e join ladder_rungs r on r.escalation_id = e.id
       where e.id = $1 and r.state = 'waiting' order by r.due_at limit 1`,
      [escalationId],
    )
    const next = rows[0]
    if (next && next.state !== 'open') await climbNow(escalationId)
    else if (next)
      await jobs.enqueue({
        queue: QUEUE,
        data: { escalationId },
        startAfter: next.due_at,
        key: `${escalationId}/${next.due_at.getTime()}`,
      })
    await sendSoon(await dueAlerts(database, clock.now(), escalationId))
  }
  const sendSoon = async (alerts: readonly { id: string; route: string }[]) => {
    for (const { id, route } of alerts) await jobs.enqueue({ queue: queueOf(route), data: { alertId: id }, key: id })
  }

  await jobs.work<{ escalationId: string }>(QUEUE, ({ escalationId }) => climbNow(escalationId))
  // A queue for each route: one that hangs keeps no other waiting.
  for (const route of parts.routes.keys())
    await jobs.work<{ alertId: string }>(queueOf(route), ({ alertId }) => sendAlert(alertId, parts))

  const sweep = async (): Promise<number> => {
    const matters = await overdueMatters(database, clock.now())
    for (const id of matters) await keep(climbNow(id), id)
    const alerts = await dueAlerts(database, clock.now())
    await Promise.all(alerts.map(({ id }) => keep(sendAlert(id, parts))))
    return matters.length + alerts.length
  }
  const unsubscribe = database.subscribe(
    'escalations',
    (escalationId) => void keep(arrange(escalationId), escalationId),
  )
  const timer = setInterval(() => void keep(sweep()), parts.sweepMs ?? SWEEP_MS)
  return {
    sweep,
    async stop() {
      unsubscribe()
      clearInterval(timer)
      while (inHand.size > 0) await Promise.all(inHand)
    },
  }
}
