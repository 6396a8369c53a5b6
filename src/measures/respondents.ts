import type { MeasureDefinition } from './shape.ts'

export type Respondent = MeasureDefinition['respondents'][number]

/** Names the data files, the norms and NHS England's rules use for those who answer. */
const NAMES: Record<Respondent, string[]> = {
  'young-person': ['self', 'young person', 'child', 'youth', 'yp'],
  'parent-carer': ['parent', 'parent/carer', 'parent carer', 'carer', 'caregiver', 'parent/caregiver'],
  practitioner: ['practitioner', 'clinician'],
  teacher: ['teacher', 'educator'],
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/\(.*?\)/g, ' ')
    .replace(/[-_]/g, ' ')
    .replace(/\d+\+?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** Who answered, from any of the names in use; undefined for a name nobody uses. `self` in brackets is left out of account. */
export const respondentNamed = (name: string): Respondent | undefined =>
  (Object.keys(NAMES) as Respondent[]).find((one) => NAMES[one].includes(plain(name)))

/** Where several may answer, "both" and the definition's own words ("young person or parent") name all of them. */
export const namesAllRespondents = (measure: MeasureDefinition, name: string): boolean =>
  name.trim().toLowerCase() === measure.respondentText.toLowerCase() ||
  (measure.respondents.length > 1 && plain(name) === 'both')
