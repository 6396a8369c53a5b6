import type { Queryable } from '../database/database.ts'
import { EscalationConflict, type Escalation } from './escalation.ts'
import { readEscalations } from './readEscalations.ts'

/** Reads an escalation that somebody decides about and keeps it from being changed until the transaction ends. A closed one is refused. */
export async function lockEscalation(client: Queryable, escalationId: string): Promise<Escalation> {
  await client.query('select 1 from escalations where id = $1 for update', [escalationId])
  const [current] = await readEscalations(client, [escalationId])
  if (!current) throw new EscalationConflict('unknown', null)
  if (current.state === 'closed') throw new EscalationConflict('closed', current)
  return current
}

/** Refuses a decision that was made on another version: something has happened since. */
export function mustBeVersion(current: Escalation, expectedVersion: number): void {
  if (current.version !== expectedVersion) throw new EscalationConflict('changed', current)
}
