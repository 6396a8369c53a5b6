import type { CalendarDay } from '../../shared/calendarDay.ts'

/** A referral as NHS England's code sees it. Codes are MHSDS's own. */
export interface Referral {
  receivedOn: CalendarDay
  /** Null while it is open: an open referral has no outcome yet. */
  dischargedOn: CalendarDay | null
  rejected: boolean
  /** Whole years at referral; also chooses the norm band, for the first and the last score alike. */
  ageAtReferral: number
  sex: string | null
  /** Any hospital spell on the referral. */
  hospitalSpell: boolean
  /** Team type; blank is kept. */
  teamType: string | null
  /** Local authority of residence lies outside England. */
  livesOutsideEngland: boolean
  odsCode: string
}

/** A care contact, or an indirect activity about the young person. */
export interface CareContact {
  on: CalendarDay
  /** MHSDS attendance status; 5 and 6 are attended. */
  attendance: string
  /** MHSDS consultation mechanism: 01 face to face, 02 phone, 04 talk type, 11 video; 05, 09, 10, 13 written. */
  mechanism: string
  indirect: boolean
}

/** A coded scored assessment as it was submitted (MHS606 or MHS607): the raw score. */
export interface CodedAssessment {
  /** Decides between two of one day: the lowest is first. */
  id: number
  /** SNOMED CT code, the current or the older one. */
  code: string
  score: number | string
  on: CalendarDay
}

const FIRST_COUNTED_DAY = '2016-01-01'
const SPECIALIST_TEAMS = new Set(['B02', 'E01', 'E02', 'E03', 'E04', 'A14'])
const ATTENDED = new Set(['5', '6'])
const SPOKEN = new Set(['01', '02', '04', '11'])
const WRITTEN = new Set(['05', '09', '10', '13'])
/** The two organisations whose written contacts count. */
const WRITTEN_COUNTS_FOR = new Set(['DFC', 'S9X2N'])

/** Why a referral is not in the national cohort; null when it is (content/measures/rules/cyp-outcomes-rules.json). */
export function whyNotInCohort(referral: Referral): string | null {
  if (referral.dischargedOn === null) return 'the referral is still open'
  if (referral.rejected) return 'the referral was rejected'
  if (referral.receivedOn < FIRST_COUNTED_DAY) return `the referral was received before ${FIRST_COUNTED_DAY}`
  if (referral.ageAtReferral < 0 || referral.ageAtReferral > 17) return 'the age at referral is not 0 to 17'
  if (referral.hospitalSpell) return 'there was a hospital spell on the referral'
  if (referral.livesOutsideEngland) return 'the young person lives outside England'
  if (referral.teamType !== null && SPECIALIST_TEAMS.has(referral.teamType))
    return `team type ${referral.teamType} is left out`
  return null
}

/**
 * Days of the contacts that count, in order, up to discharge. Messages do not: an answer by chat is no contact, except in the
 * two organisations named by the rules.
 */
export function countedContacts(referral: Referral, contacts: readonly CareContact[]): CalendarDay[] {
  const until = referral.dischargedOn ?? '9999-12-31'
  const mechanisms = WRITTEN_COUNTS_FOR.has(referral.odsCode) ? new Set([...SPOKEN, ...WRITTEN]) : SPOKEN
  return contacts
    .filter((c) => c.indirect || (ATTENDED.has(c.attendance) && mechanisms.has(c.mechanism)))
    .map((c) => c.on)
    .filter((day) => day <= until)
    .sort()
}
