import { createCaseRecordClient } from './case-record/client.ts'
import type { Terms } from './case-record/fhir/changesOf.ts'
import { createFhirClient } from './case-record/fhir/client.ts'
import { fhirCases, openApiCases, type RecordCases } from './case-record/recordCases.ts'
import { clientCredentialsToken, fixedToken, type ClientCredentials } from './case-record/token.ts'
import type { Config } from './config.ts'
import { fhirTarget } from './outbox/targets/fhirTarget.ts'
import { openApiTarget } from './outbox/targets/openApiTarget.ts'
import type { RecordTarget } from './outbox/targets/target.ts'
import type { Clock } from './shared/clock.ts'

/** Which case record, where it is, and how one is let in. */
export interface RecordAddress {
  kind: 'openapi' | 'fhir'
  url: string
  token: string | ClientCredentials
  /** FHIR: what an episode's identifier with our case reference is called there. */
  caseSystem: string
  /** FHIR: the demonstration makes its cases; never in production. */
  mayMakeCases: boolean
}

/** The case record joined with the rest of the program: its cases, and where the outbox delivers to. */
export interface RecordSide {
  cases: RecordCases
  target: RecordTarget
}

export function createRecordSide(address: RecordAddress, parts: { clock: Clock; terms: Terms }): RecordSide {
  const { url, caseSystem } = address
  const token =
    typeof address.token === 'string' ? fixedToken(address.token) : clientCredentialsToken(address.token, parts.clock)
  switch (address.kind) {
    case 'openapi': {
      const client = createCaseRecordClient({ url, token })
      return { cases: openApiCases(client), target: openApiTarget(client) }
    }
    case 'fhir': {
      const client = createFhirClient({ url, token })
      return {
        cases: fhirCases(client, caseSystem, address.mayMakeCases),
        target: fhirTarget({ client, caseSystem, ...parts }),
      }
    }
  }
}

/** From the settings; undefined where none is set, and the embedded reference record serves. */
export function recordAddress(config: Config): RecordAddress | undefined {
  if (config.CASE_RECORD_URL === undefined) return undefined
  const {
    CASE_RECORD_TOKEN_URL: tokenUrl,
    CASE_RECORD_CLIENT_ID: clientId,
    CASE_RECORD_CLIENT_SECRET: clientSecret,
  } = config
  const credentials =
    tokenUrl !== undefined && clientId !== undefined && clientSecret !== undefined
      ? { tokenUrl, clientId, clientSecret, scope: config.CASE_RECORD_SCOPE }
      : undefined
  return {
    kind: config.CASE_RECORD_KIND,
    url: config.CASE_RECORD_URL,
    token: credentials ?? config.CASE_RECORD_TOKEN ?? '',
    caseSystem: config.CASE_RECORD_CASE_SYSTEM,
    mayMakeCases: !config.production,
  }
}
