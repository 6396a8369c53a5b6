import type { SituationPerson } from './situation.ts'
import type { TurnParts } from './parts.ts'

/**
 * What keeps a person from dialogs: closed, paused and withdrawn are read-only with help (G5); before the first conversation the
 * practitioner's consent record must be complete (brief 2.1, 2.2).
 */
export async function barredBy(
  person: SituationPerson,
  now: Date,
  parts: TurnParts,
): Promise<'closed' | 'paused' | 'not-ready' | null> {
  if (person.state === 'closed' || person.caseState === 'closed') return 'closed'
  if (person.state === 'paused' || person.caseState === 'paused' || person.withdrawn) return 'paused'
  if (person.state === 'active') return null
  return (await parts.mayBegin(person.id, now)) ? null : 'not-ready'
}
