import type { Schemas } from '../api/client.ts'

/** Where the cache keeps one case. */
export const caseKey = (caseId: string): string => `case/${caseId}`

/** Where the cache keeps a case's authorisations. */
export const authorisationsKey = (caseId: string): string => `authorisations/${caseId}`

/** What each part of a case's screen is given. */
export interface CasePartProps {
  shown: Schemas['CaseDetail']
  now: Date
}

/** Whose something is, as it is named on this screen; a case can have several people. */
export const nameOf = (shown: Schemas['CaseDetail'], personId: string): string =>
  shown.people.find(({ id }) => id === personId)?.preferredName ?? 'Somebody no longer in this case'

/** Where the cache keeps what closing a case needs. */
export const closingKey = (caseId: string): string => `closing/${caseId}`
