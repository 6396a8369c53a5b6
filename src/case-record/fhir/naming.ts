import { idFrom } from '../../shared/ids.ts'
import type { ThingName } from '../thingName.ts'
import type { Element, Identifier, Reference } from './resource.ts'

/** What our identifiers and codes are called in the record. They name, and do not resolve. */
export const system = (what: string): string => `urn:between-sessions:${what}`

/** Everything that one version of one entry makes has an identifier that follows from it: made once, found again. */
export const entryIdentifier = (entryId: string, version: number, part?: string): Identifier => ({
  system: system('entry'),
  value: part === undefined ? `${entryId}/${version}` : `${entryId}/${version}/${part}`,
})

export const flagIdentifier = (flagId: string): Identifier => ({ system: system('risk-flag'), value: flagId })

export const flagEventIdentifier = (eventId: string): Identifier => ({
  system: system('risk-flag-event'),
  value: eventId,
})

/** What is surely there of a thing, from its name alone. */
export function mainIdentifier({ kind, id, version }: ThingName): { type: string; identifier: Identifier } {
  switch (kind) {
    case 'risk-flag':
      return { type: 'Flag', identifier: flagIdentifier(id) }
    case 'risk-flag-event':
      return { type: 'Communication', identifier: flagEventIdentifier(id) }
    case 'goal':
      return { type: 'Goal', identifier: entryIdentifier(id, version) }
    case 'measure-administration':
    case 'self-help-entry':
    case 'session-record':
    case 'closure':
      return { type: 'QuestionnaireResponse', identifier: entryIdentifier(id, version) }
  }
}

/** The address of a resource inside its own transaction, from its type and identifier. */
export const fullUrl = (type: string, identifier: Identifier): string =>
  `urn:uuid:${idFrom('fhir', type, identifier.system, identifier.value)}`

/** To a resource of the same transaction. */
export const within = (type: string, identifier: Identifier): Reference => ({ reference: fullUrl(type, identifier) })

/** To a resource that an earlier transaction made: by its identifier, as we are not told its address. */
export const earlier = (type: string, identifier: Identifier): Reference => ({ type, identifier })

export const coded = (codeSystem: string, code: string, display?: string): Element => ({
  system: codeSystem,
  code,
  ...(display !== undefined && { display }),
})

export const own = (what: string, code: string): Element => coded(system(what), code)

const HL7 = 'http://terminology.hl7.org/CodeSystem'
export const hl7 = (codeSystem: string, code: string): Element => coded(`${HL7}/${codeSystem}`, code)
