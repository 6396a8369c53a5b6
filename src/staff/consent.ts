import type { z } from 'zod'
import type { CalendarDay } from '../shared/calendarDay.ts'
import { ageOn, birthday } from './age.ts'
import type { consent } from './contract/personShapes.ts'

export type Consent = z.infer<typeof consent>

/** Something that stands between a person and activation: a stable code, and words for staff. */
export interface Missing {
  code: string
  words: string
}

/** Whom the record is about, as far as consent depends on it. */
interface Consenting {
  role: 'young-person' | 'parent-carer'
  dateOfBirth: CalendarDay | null
}

/**
 * What the minimum consent record still lacks on a day (brief 2.2); empty means complete. Blocks the invitation and the
 * activation of a person. It checks that a judgement was recorded, never the judgement itself.
 */
export function missingFromConsent(record: Consent | null, person: Consenting, today: CalendarDay): Missing[] {
  if (record === null) return [{ code: 'no-record', words: 'Consent has not been recorded.' }]
  if (record.withdrawnOn !== null) return [{ code: 'withdrawn', words: 'Consent was withdrawn.' }]
  const gaps: Missing[] = []
  const lacks = (code: string, words: string) => gaps.push({ code, words })

  if (record.capacityBasis === null) lacks('capacity-basis', 'Who can consent, and on what basis.')
  if (!record.judgedBy) lacks('judged-by', 'Who made this judgement.')
  if (record.judgedOn === null) lacks('judged-on', 'The day of this judgement.')
  else if (record.judgedOn > today) lacks('judged-on', 'The day of this judgement lies in the future.')
  if (!record.informationVersion) lacks('information-version', 'Which version of the information was shown.')
  if (record.reviewOn === null) lacks('review-on', 'When consent will be looked at again.')
  else if (record.reviewOn < today) lacks('review-due', 'Consent is due to be looked at again.')

  if (person.role === 'parent-carer') {
    if (record.capacityBasis !== null && record.capacityBasis !== 'adult')
      lacks('basis-does-not-fit', 'A parent or carer consents for themselves as an adult.')
    return gaps
  }
  return [...gaps, ...missingForYoungPerson(record, person, today)]
}

function missingForYoungPerson(record: Consent, person: Consenting, today: CalendarDay): Missing[] {
  const gaps: Missing[] = []
  const lacks = (code: string, words: string) => gaps.push({ code, words })
  if (record.parentsMaySee === null) lacks('parents-may-see', 'What parents or carers may see.')
  if (person.dateOfBirth === null) {
    lacks('date-of-birth', 'The date of birth, which decides who can consent.')
    return gaps
  }
  const age = ageOn(person.dateOfBirth, today) ?? 0
  const basis = record.capacityBasis
  if (basis === 'adult' && age < 18) lacks('basis-does-not-fit', 'This young person is not an adult.')
  if (basis === 'presumed-16-or-over' && age < 16)
    lacks('basis-does-not-fit', 'Under 16 a judgement for this use is needed.')
  if (basis === 'gillick' && age >= 16)
    lacks('basis-does-not-fit', 'From 16 the young person is presumed able to consent: record that.')
  const others = basis === 'parental-responsibility' || basis === 'local-authority' || basis === 'delegated-authority'
  if (others && record.assent === null) lacks('assent', 'Whether the young person agrees.')
  if (record.assent === false) lacks('assent-refused', 'The young person does not agree.')
  // Re-check at the 16th birthday: a judgement made for a child does not run on past it.
  const sixteenth = birthday(person.dateOfBirth, 16)
  if (age < 16 && record.reviewOn !== null && record.reviewOn > sixteenth)
    lacks('review-by-16th-birthday', `A review on or before the 16th birthday, ${sixteenth}.`)
  return gaps
}
