import type { z } from 'zod'
import type { StaffCaller } from '../../shared/route.ts'
import type { changes } from '../contract/serviceShapes.ts'
import type { StaffParts } from '../parts.ts'
import { listen, type Delays } from './bell.ts'
import { readFingerprint } from './fingerprint.ts'

type Changes = z.infer<typeof changes>

/** How long a request waits, how often it looks without being told (a message may be lost), and how soon after a message. */
export interface Patience {
  waitMs: number
  lookMs: number
  delays: Delays
}
/** Escalations show at once; what people write (most of which changes no screen) within two seconds. */
const PATIENCE: Patience = {
  waitMs: 25_000,
  lookMs: 5_000,
  delays: { escalations: 50, staff: 250, activities: 2_000 },
}

/**
 * Waits until something the caller sees has changed since the cursor, or the wait is over. The cursor says what was seen,
 * not when: nothing is missed between two requests, after a lost message, a restart or with several processes.
 */
export async function awaitChanges(
  parts: Pick<StaffParts, 'database' | 'stopping'>,
  caller: StaffCaller,
  since: string | undefined,
  patience: Patience = PATIENCE,
): Promise<Changes> {
  const { database, stopping } = parts
  const look = async (): Promise<Changes> => {
    const print = await readFingerprint(database, caller)
    const [alerts, cases] = (since ?? '').split('.')
    const changed: Changes['changed'] = []
    if (print.alerts !== alerts) changed.push('alerts')
    if (print.cases !== cases) changed.push('cases')
    return { cursor: `${print.alerts}.${print.cases}`, changed }
  }
  if (since === undefined) return { ...(await look()), changed: [] }

  const until = performance.now() + patience.waitMs
  // Listening begins before the first look, so that nothing falls between the two.
  const bell = listen(database, patience.delays, stopping)
  try {
    for (;;) {
      const found = await look()
      const left = until - performance.now()
      if (found.changed.length > 0 || left <= 0 || stopping?.aborted) return found
      await bell.wait(Math.min(left, patience.lookMs))
    }
  } finally {
    bell.stop()
  }
}
