import type { components } from '../../generated/staff-api.ts'
import { whenWords } from './times.ts'

type Schemas = components['schemas']

export const CONTACT_WAY_WORDS: Record<Schemas['ContactWay'], string> = {
  call: 'Phone call',
  text: 'Text message',
  'in-person': 'In person',
  video: 'Video call',
  email: 'E-mail',
  other: 'Another way',
}

export const CONTACT_WITH_WORDS: Record<Schemas['ContactWith'], string> = {
  person: 'Them',
  'parent-carer': 'Parent or carer',
  'somebody-else': 'Somebody else',
}

/** How far contact has come, in one line for the queue; null where there is nothing to say yet. */
export function contactWords(alert: Schemas['Alert'], now: Date): string | null {
  const { contact } = alert
  if (alert.state === 'closed') return null
  if (contact.reachedPerson) return 'Spoken with'
  const next = contact.nextAction && contact.nextActionAt ? contact : null
  if (next) return `Not reached yet. Next: ${next.nextAction}, ${whenWords(next.nextActionAt!, now)}`
  if (contact.reachedCarer) return 'Parent or carer reached, not them'
  return alert.state === 'acknowledged' ? 'No contact logged yet' : null
}
