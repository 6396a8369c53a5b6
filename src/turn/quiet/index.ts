import type { Jobs } from '../../database/jobs.ts'
import type { TurnParts } from '../parts.ts'
import { raiseUnclarified } from './raiseUnclarified.ts'
import { sayNoReply } from './sayNoReply.ts'
import { NO_REPLY, NOT_CLARIFIED, type Unanswered } from './waitForReply.ts'

/** Works what was left unanswered, on the job engine. Call before the engine starts. */
export async function workUnanswered(jobs: Pick<Jobs, 'work'>, parts: TurnParts): Promise<void> {
  await jobs.work<Unanswered>(NO_REPLY, (unanswered) => sayNoReply(unanswered, parts))
  await jobs.work<Unanswered>(NOT_CLARIFIED, (unanswered) => raiseUnclarified(unanswered, parts))
}
