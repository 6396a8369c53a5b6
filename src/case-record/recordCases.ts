import type { RecordAnswer } from './answer.ts'
import type { CaseRecordClient } from './client.ts'
import type { FhirClient } from './fhir/client.ts'
import { fullUrl } from './fhir/naming.ts'
import { createSubjects } from './fhir/subjects.ts'
import type { CaseDetails } from './types.ts'

/** Looking a case up in the record, which is master of it; making one where the record lets us. A person waits for both. */
export interface RecordCases {
  isThere(caseRef: string): Promise<RecordAnswer<boolean>>
  /** Refused with 403 where cases are made in the record itself. */
  make(caseRef: string, details: CaseDetails, idempotencyKey: string): Promise<RecordAnswer<true>>
}

export const openApiCases = (client: CaseRecordClient): RecordCases => ({
  async isThere(caseRef) {
    const found = await client.getCase(caseRef)
    if (!found.ok && found.kind === 'refused' && found.status === 404)
      return { ok: true, value: false, replayed: false }
    return found.ok ? { ...found, value: true } : found
  },
  async make(caseRef, details, idempotencyKey) {
    const made = await client.putCase(caseRef, details, idempotencyKey)
    return made.ok ? { ...made, value: true } : made
  },
})

/** `mayMake` is for development only: whose an episode of care is, only the record can say. */
export const fhirCases = (client: FhirClient, caseSystem: string, mayMake: boolean): RecordCases => ({
  async isThere(caseRef) {
    const found = await createSubjects(client, caseSystem).of(caseRef)
    if (!found.ok && found.kind === 'refused' && found.status === 404)
      return { ok: true, value: false, replayed: false }
    return found.ok ? { ...found, value: true } : found
  },
  async make(caseRef, details) {
    if (!mayMake) return { ok: false, kind: 'refused', status: 403, code: 'not-allowed-here' }
    const identifier = { system: caseSystem, value: caseRef }
    const ifNoneExist = `identifier=${encodeURIComponent(`${caseSystem}|${caseRef}`)}`
    const made = await client.transaction({
      resourceType: 'Bundle',
      type: 'transaction',
      entry: [
        {
          fullUrl: fullUrl('Patient', identifier),
          resource: { resourceType: 'Patient', identifier: [identifier], active: true },
          request: { method: 'POST', url: 'Patient', ifNoneExist },
        },
        {
          fullUrl: fullUrl('EpisodeOfCare', identifier),
          resource: {
            resourceType: 'EpisodeOfCare',
            identifier: [identifier],
            status: details.state === 'open' ? 'active' : 'finished',
            patient: { reference: fullUrl('Patient', identifier) },
            careManager: { display: details.practitioner },
          },
          request: { method: 'POST', url: 'EpisodeOfCare', ifNoneExist },
        },
      ],
    })
    return made.ok ? { ...made, value: true } : made
  },
})
