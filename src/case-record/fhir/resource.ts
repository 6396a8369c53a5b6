import type { Json } from '../../shared/json.ts'

/**
 * FHIR R4 as far as we write it. Shapes are loose on purpose: the tests hold every bundle against the published R4
 * definitions with a validator that is not ours.
 */
export type Element = { [name: string]: Json }
export type Resource = Element & { resourceType: string }

export interface Identifier extends Element {
  system: string
  value: string
}
export type Reference = Element

/** Whom and what the entries of a case belong to, as the record knows them. */
export interface CaseSubject {
  /** `Patient/123` */
  patient: string
  /** `EpisodeOfCare/456` */
  episode: string
}

/** One thing in a transaction: made once, or one member of something made earlier changed for good. */
export type Change =
  | { make: Resource; identifier: Identifier }
  | { set: { type: string; identifier: Identifier; path: string; to: Json } }
