import { Problem, type StaffCaller } from '../../shared/route.ts'
import type { StaffParts } from '../parts.ts'
import { casesInReach } from '../reach.ts'

type State = 'waiting' | 'parked' | 'delivered'

/** Tries a parked entry again (the outbox writes down who did). One that is on its way or has arrived is left alone. Returns how it stands then. */
export async function resendDelivery(parts: StaffParts, caller: StaffCaller, outboxId: string): Promise<State> {
  const { database, deliveries } = parts
  const { rows } = await database.query<{ state: State; caseId: string }>(
    `select o.state, o.case_id as "caseId" from outbox o join cases k on k.id = o.case_id
     where o.id = $2 and ${casesInReach(caller, 'resend-deliveries')}`,
    [caller.staffId, outboxId],
  )
  const entry = rows[0]
  if (!entry) throw new Problem(404, 'no-such-delivery', 'There is no such entry for you.')
  if (entry.state !== 'parked') return entry.state
  await deliveries.resend(outboxId, caller.staffId)
  await database.publish('staff', entry.caseId)
  const after = await database.query<{ state: State }>('select state from outbox where id = $1', [outboxId])
  return after.rows[0]!.state
}
