import { EscalationConflict } from '../../risk/escalation.ts'
import { Problem } from '../../shared/route.ts'

export const noSuchAlert = (): Problem => new Problem(404, 'no-such-alert', 'There is no such alert for you.')

const WORDS: Record<Exclude<EscalationConflict['reason'], 'unknown'>, [code: string, detail: string]> = {
  changed: ['changed-meanwhile', 'This alert has changed since you opened it. Look again before you decide.'],
  'already-acknowledged': [
    'already-acknowledged',
    'Somebody else is dealing with this already. Their acknowledgement stands.',
  ],
  closed: ['already-closed', 'This alert is closed already.'],
  'handed-to-oneself': ['handed-to-oneself', 'That is you: say “I’m dealing with this” instead.'],
  'cannot-take-it': ['cannot-take-it', 'The chosen member of staff cannot deal with alerts. Choose somebody else.'],
  'has-it-already': ['has-it-already', 'The chosen member of staff has this alert already.'],
  'contact-at-another-time': [
    'contact-at-another-time',
    'A contact about this alert is not before the alert and not in the future. Check the day and time.',
  ],
  'contact-without-name': ['contact-without-name', 'Say who you were in contact with.'],
  'contact-missing': ['contact-missing', 'Write down first when and how you were in contact with them.'],
  'carer-contact-missing': [
    'carer-contact-missing',
    'Write down first when and how you reached their parent or carer.',
  ],
  'to-whom-missing': ['to-whom-missing', 'Say who has it now.'],
  'reason-missing': ['reason-missing', 'A false alarm needs its reason.'],
  'next-action-missing': ['next-action-missing', 'Say what happens next, and by when.'],
  'no-contact-yet': [
    'no-contact-yet',
    'Nobody has reached them, so the hold stays. Log the try with what happens next, hand the alert over, or close it with what was done instead.',
  ],
  'note-missing': ['note-missing', 'An alert is closed with an outcome and a note.'],
}

/** Runs a command on an escalation and turns its refusal into words for the page. */
export async function orRefuse<T>(command: Promise<T>): Promise<T> {
  try {
    return await command
  } catch (error) {
    if (!(error instanceof EscalationConflict)) throw error
    if (error.reason === 'unknown') throw noSuchAlert()
    const [code, detail] = WORDS[error.reason]
    throw new Problem(409, code, detail, error.current ? { version: error.current.version } : {})
  }
}
