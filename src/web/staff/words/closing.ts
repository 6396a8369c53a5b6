import type { Schemas } from '../api/client.ts'

export const CLOSING_REASON_WORDS: Record<Schemas['ClosingReason'], string> = {
  completed: 'The work is completed',
  'other-service-agreed': 'Another service was agreed during the work',
  'not-attended': 'Repeatedly not attended or not completed',
  'moved-away': 'Moved away',
  declined: 'They declined',
  'outside-remit': 'Outside what this service works on',
  other: 'Another reason',
}

export const REFERRAL_SOURCE_WORDS: Record<Schemas['ReferralSource'], string> = {
  school: 'School or college',
  self: 'Themselves',
  'parent-carer': 'Parent or carer',
  gp: 'GP',
  camhs: 'CAMHS',
  'social-care': 'Social care',
  voluntary: 'Voluntary service',
  other: 'Somebody else',
}

/** A, B and C of the operational guidance. */
export const DESTINATION_WORDS: Record<Schemas['Destination'], string> = {
  'no-further-support': 'No further targeted support',
  'universal-or-voluntary': 'Universal, primary care or voluntary support',
  specialist: 'A specialist service',
  none: 'Nowhere',
}

export const SPECIALIST_WORDS: Record<Schemas['Specialist'], string> = {
  'social-care': 'Social care',
  camhs: 'CAMHS',
  'educational-psychology': 'Educational psychology',
  'adult-mental-health': 'Adult mental health',
  other: 'Another specialist service',
}
