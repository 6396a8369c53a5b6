import type { Contact } from './contacts.ts'
import type { ConflictReason, Escalation } from './escalation.ts'

/** How a matter may end (brief 6.3). */
export const OUTCOMES = [
  'contacted',
  'plan-reviewed',
  'carer-informed',
  'referred',
  'emergency-services',
  'false-alarm',
  'no-contact',
] as const
export type Outcome = (typeof OUTCOMES)[number]

/** What a named human says of how a matter ended. Each outcome needs something of its own. */
export interface Ending {
  outcome: Outcome
  note: string
  /** Why it was none; with `false-alarm` only. */
  falseAlarmReason?: string | undefined
  /** To whom it was referred, or which emergency service has it. */
  toWhom?: string | undefined
  /** What happens next and by when; with `no-contact`. */
  nextAction?: string | undefined
  nextActionAt?: Date | undefined
}

/**
 * What is missing for a matter to be closed like this; undefined when nothing is. Nobody is taken to have been spoken with
 * who was not, and a hold does not end because nobody was reached: then the try is logged, and the matter stays with whoever
 * has it. Only what an unlinked person wrote can end so, because there is nobody to reach.
 */
export function whatIsMissing(
  ending: Ending,
  matter: Pick<Escalation, 'holds' | 'personId'>,
  contacts: readonly Pick<Contact, 'with' | 'reached'>[],
): ConflictReason | undefined {
  if (ending.note.trim() === '') return 'note-missing'
  const reached = (who: Contact['with']) => contacts.some((contact) => contact.reached && contact.with === who)
  switch (ending.outcome) {
    case 'contacted':
    case 'plan-reviewed':
      return reached('person') ? undefined : 'contact-missing'
    case 'carer-informed':
      return reached('parent-carer') ? undefined : 'carer-contact-missing'
    case 'referred':
    case 'emergency-services':
      return ending.toWhom?.trim() ? undefined : 'to-whom-missing'
    case 'false-alarm':
      return ending.falseAlarmReason ? undefined : 'reason-missing'
    case 'no-contact':
      if (matter.holds && matter.personId !== null) return 'no-contact-yet'
      if (matter.personId !== null && contacts.length === 0) return 'contact-missing'
      return ending.nextAction?.trim() && ending.nextActionAt ? undefined : 'next-action-missing'
  }
}
