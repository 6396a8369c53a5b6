import type { Database } from '../database/database.ts'
import type { Jobs } from '../database/jobs.ts'
import type { Clock } from '../shared/clock.ts'
import type { Logger } from '../shared/logger.ts'
import { NUDGE, nudgeDue, type Nudge } from './nudgeDue.ts'
import type { ReminderRules } from './rules.ts'

const LOOK_EVERY_SECONDS = 60

/** Works reminders on the job engine: looks every minute, decides, says. Call before the engine starts. */
export async function workNudges(parts: {
  jobs: Jobs
  database: Database
  clock: Clock
  logger: Logger
  rules: ReminderRules
  /** Says it in the person's conversation; true when something new was said. */
  say: (nudge: Nudge) => Promise<boolean>
}): Promise<void> {
  const { jobs, clock, logger, say } = parts
  await jobs.work(
    'nudges-due',
    async () => {
      const count = await nudgeDue(parts, clock.now())
      if (count > 0) jobs.nudge(NUDGE)
      logger.debug('nudges', { count })
    },
    { everySeconds: LOOK_EVERY_SECONDS },
  )
  await jobs.work<Nudge>(NUDGE, async (nudge) => void (await say(nudge)), { concurrency: 4 })
}
