import type { RecordAnswer } from '../answer.ts'
import type { FhirClient } from './client.ts'
import type { CaseSubject } from './resource.ts'

/** A case is an episode of care with our case reference as its identifier; whose it is, the record knows. */
export interface Subjects {
  /** 404 `case-not-found` where there is no such episode, or more than one. */
  of(caseRef: string): Promise<RecordAnswer<CaseSubject>>
  /** After a refusal: patients are merged and episodes moved, so it is looked up anew. */
  forget(caseRef: string): void
}

const KEPT_AT_MOST = 5_000

export function createSubjects(client: FhirClient, caseSystem: string): Subjects {
  const known = new Map<string, CaseSubject>()
  return {
    async of(caseRef) {
      const subject = known.get(caseRef)
      if (subject !== undefined) return { ok: true, value: subject, replayed: false }
      const found = await client.search('EpisodeOfCare', { identifier: `${caseSystem}|${caseRef}` })
      if (!found.ok) return found
      const [episode, ...more] = found.value
      const patient = (episode?.patient as { reference?: string } | undefined)?.reference
      if (episode === undefined || more.length > 0 || typeof episode.id !== 'string' || patient === undefined)
        return { ok: false, kind: 'refused', status: 404, code: 'case-not-found' }
      const value = { patient, episode: `EpisodeOfCare/${episode.id}` }
      if (known.size >= KEPT_AT_MOST) known.clear()
      known.set(caseRef, value)
      return { ok: true, value, replayed: false }
    },
    forget: (caseRef) => void known.delete(caseRef),
  }
}
