import type { components } from '../../generated/staff-api.ts'

type Schemas = components['schemas']

/** Ages of a band as staff read them. */
export const BAND_WORDS: Record<Schemas['Band'], string> = {
  'Y11-13': '11–13',
  'Y14-15': '14–15',
  'Y16-18': '16–18',
  'P5-7': 'parent/carer of a 5–7 year old',
  'P8-11': 'parent/carer of an 8–11 year old',
  'P12+': 'parent/carer of a 12–18 year old',
}

export const ROLE_WORDS: Record<Schemas['PersonRole'], string> = {
  'young-person': 'Young person',
  'parent-carer': 'Parent/carer',
}

export const STAFF_ROLE_WORDS: Record<Schemas['StaffRole'], string> = {
  practitioner: 'Practitioner',
  supervisor: 'Supervisor',
  'duty-worker': 'Duty worker',
  'safeguarding-lead': 'Safeguarding lead',
  'service-manager': 'Service manager',
  'service-set-up': 'Service set-up',
}

export const CARE_STATUS_WORDS: Record<Schemas['CareStatus'], string> = {
  none: 'Not in care',
  'in-care': 'In care',
  kinship: 'Kinship care',
  'special-guardianship': 'Special guardianship',
  'care-experienced': 'Care-experienced',
  'child-protection-plan': 'Child protection plan',
  'child-in-need-plan': 'Child in need plan',
  'young-carer': 'Young carer',
  'not-known': 'Care status not recorded',
}

/** In what way an adult cares for the child. */
export const CARER_WORDS: Record<Schemas['Carer'], string> = {
  parent: 'Parent',
  foster: 'Foster carer',
  kinship: 'Kinship carer (family or friend)',
  'special-guardian': 'Special guardian',
  residential: 'Residential staff',
}

/** A person's standing with the bot. */
export const PERSON_STATE_WORDS: Record<Schemas['Person']['state'], string> = {
  invited: 'Has not joined yet',
  joined: 'Joined, first conversation not finished',
  active: 'Active',
  paused: 'Paused: prompts are off',
  closed: 'Closed: read-only',
}

export const CASE_STATE_WORDS: Record<Schemas['CaseState'], string> = {
  'setting-up': 'Setting up',
  active: 'Active',
  paused: 'Paused',
  closed: 'Closed',
}

/** What a supervisor decides about a whole case (brief 6.3). */
export const CASE_DECISION_WORDS: Record<Schemas['CaseDecision'], string> = {
  continue: 'Continue as planned',
  change: 'Change the work',
  'step-up': 'Step up: another service',
  close: 'Close',
  discuss: 'Discuss in supervision',
}

/** How an alert may end (brief 6.3), in the order of the form. */
export const OUTCOME_WORDS: Record<Schemas['AlertOutcome'], string> = {
  contacted: 'Spoke with them',
  'plan-reviewed': 'Reviewed their coping plan together',
  'carer-informed': 'Parent or carer informed',
  referred: 'Referred on',
  'emergency-services': 'Emergency services involved',
  'false-alarm': 'False alarm',
  'no-contact': 'No contact made',
}

export const FALSE_ALARM_WORDS: Record<Schemas['FalseAlarmReason'], string> = {
  saying: 'A saying or a joke',
  quotation: 'Lyrics, a book, a quotation',
  'game-or-story': 'A game or a story',
  'about-somebody-else': 'About somebody else, and safe',
  'slip-of-typing': 'A slip of typing',
  misread: 'The screen read it wrongly',
  other: 'Something else (say what in the note)',
}

export const CAPACITY_WORDS: Record<NonNullable<Schemas['Consent']['capacityBasis']>, string> = {
  'presumed-16-or-over': '16 or over: decides for themselves',
  gillick: 'Under 16: judged able to decide (Gillick), for this use',
  'parental-responsibility': 'Somebody with parental responsibility consents',
  'local-authority': 'The local authority consents',
  'delegated-authority': 'A carer consents within delegated authority',
  adult: 'Adult, for their own account',
}

export const PARENTS_MAY_SEE_WORDS: Record<NonNullable<Schemas['Consent']['parentsMaySee']>, string> = {
  nothing: 'Nothing',
  topics: 'Topics only',
  'agreed-items': 'Items they agree to share',
}

export const REASON_WORDS: Record<Schemas['MeasureRequest']['reason'], string> = {
  baseline: 'At the start',
  session: 'Before a session',
  review: 'For a review',
  end: 'At the end',
  exit: 'At the first sign of dropping out',
}

/** When in a course of sessions a measure is wanted. */
export const MOMENT_WORDS: Record<Schemas['MeasureMoment'], string> = {
  baseline: 'first score',
  session: 'every session',
  review: 'review',
  end: 'end',
}

export const REQUEST_STATE_WORDS: Record<Schemas['MeasureRequest']['state'], string> = {
  asked: 'Waiting for them to start',
  started: 'Started, not sent',
  sent: 'Sent',
  expired: 'Ran out of time',
  withdrawn: 'Withdrawn',
}

export const RECORD_TYPE_WORDS: Record<Schemas['Entry']['recordType'], string> = {
  entry: 'Log',
  plan: 'Plan',
  review: 'Review',
  checkin: 'Check-in',
}

/** The name of a saved field as words: `expectedMood` → `Expected mood`. The ids are ours and plain English by rule. */
export const fieldWords = (name: string): string => {
  const spaced = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[-_]+/g, ' ')
    .trim()
    .toLowerCase()
  return capital(spaced)
}

/** With a capital first letter, to begin a sentence. */
export const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** `1 entry`, `3 entries`. */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

/** How entries stand on their way to the case record: `all 12 delivered`, `2 stopped, 1 on the way, 9 delivered`. */
export function deliveryWords({ waiting, parked, delivered }: Schemas['DeliveryCounts']): string {
  if (waiting + parked + delivered === 0) return 'nothing to send yet'
  if (waiting + parked === 0) return delivered === 1 ? '1 delivered' : `all ${delivered} delivered`
  return [
    parked > 0 ? `${parked} stopped` : '',
    waiting > 0 ? `${waiting} on the way` : '',
    delivered > 0 ? `${delivered} delivered` : '',
  ]
    .filter(Boolean)
    .join(', ')
}

/** What a stopped delivery was. */
export const DELIVERY_TYPE_WORDS: Record<string, string> = {
  'self-help-entry': 'Self-help entry',
  'measure-administration': 'Measure',
  'risk-flag': 'Risk flag',
  'risk-flag-event': 'What happened to a risk flag',
  goal: 'Goal',
  'session-record': 'Session record',
  closure: 'Closure',
}

/** What does not agree where deliveries were read back from the case record. */
export const READ_BACK_WORDS: Record<Schemas['Deliveries']['readBack']['faults'][number]['what'], string> = {
  different: 'the case record holds something else in its place',
  doubled: 'the case record holds it more than once',
  'out-of-order': 'the case record holds it in another order',
  unknown: 'the case record holds something that was not sent from here',
}
