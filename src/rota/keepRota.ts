import type { Database } from '../database/database.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { readRota } from './readRota.ts'
import type { Rota } from './rota.ts'
import type { StaffedHours } from './staffedHours.ts'

/**
 * The rota as it was read last, for what every message asks (the next look). Whom an alert reaches is never taken from
 * here: the ladder reads the rota afresh.
 */
export interface RotaInHand {
  current(): Rota
  /** Reads it now; at the start, before anybody asks. */
  refresh(): Promise<void>
  stop(): Promise<void>
}

const EVERY_MS = 30_000

/** Reads the rota whenever staff change something, and every half minute. Before the first reading it has nobody in it. */
export function keepRota(parts: { database: Database; hours: StaffedHours; clock: Clock; logger: Logger }): RotaInHand {
  const { database, hours, clock, logger } = parts
  let rota: Rota = { hours, closures: new Set(), staff: new Map(), duty: [], onCall: [] }
  let reading: Promise<void> = Promise.resolve()
  const refresh = () =>
    (reading = reading
      .then(async () => void (rota = await readRota(database, hours, clock.now())))
      .catch((error: unknown) => logger.error('rota-not-read', {}, error)))
  const unsubscribe = database.subscribe('staff', () => void refresh())
  const timer = setInterval(() => void refresh(), EVERY_MS)
  timer.unref()
  return {
    current: () => rota,
    refresh,
    async stop() {
      unsubscribe()
      clearInterval(timer)
      await reading
    },
  }
}
