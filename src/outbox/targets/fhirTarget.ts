import type { RecordAnswer } from '../../case-record/answer.ts'
import { digestOf } from '../../case-record/digest.ts'
import { bundleOf, madeBy } from '../../case-record/fhir/bundle.ts'
import type { Terms } from '../../case-record/fhir/changesOf.ts'
import type { FhirClient } from '../../case-record/fhir/client.ts'
import type { CaseSubject, Identifier, Resource } from '../../case-record/fhir/resource.ts'
import { saysTheSame } from '../../case-record/fhir/saysTheSame.ts'
import { createSubjects } from '../../case-record/fhir/subjects.ts'
import { nameOf } from '../../case-record/thingName.ts'
import type { Receipt } from '../../case-record/types.ts'
import { mainIdentifier } from '../../case-record/fhir/naming.ts'
import { keyOf, type Holding, type RecordTarget, type Thing } from './target.ts'

/** Codes of an OperationOutcome that blame what was sent, and ours for a case that is not there. */
const FINAL = new Set([
  'invalid', 'structure', 'required', 'value', 'invariant', 'code-invalid', 'extension', 'too-long', 'not-supported',
  'business-rule', 'multiple-matches', 'case-not-found',
]) // prettier-ignore

/** Identifiers in one search: addresses have a length. */
const ASKED_AT_ONCE = 30

/** A FHIR R4 server: a transaction of conditional creates for each event, compared by reading its resources back. */
export function fhirTarget(parts: {
  client: FhirClient
  caseSystem: string
  terms: Terms
  clock: { now(): Date }
}): RecordTarget {
  const { client, terms, clock } = parts
  const subjects = createSubjects(client, parts.caseSystem)

  return {
    kind: 'fhir',
    isFinal: (code) => FINAL.has(code),
    prepare(event) {
      const name = nameOf(event)
      // Fails now and not when it is sent, where an event cannot be mapped.
      bundleOf(event, NOBODY, terms)
      return {
        ...name,
        digest: digestOf(event),
        async send(caseRef): Promise<RecordAnswer<Receipt>> {
          const subject = await subjects.of(caseRef)
          if (!subject.ok) return subject
          const answer = await client.transaction(bundleOf(event, subject.value, terms))
          if (!answer.ok) {
            if (answer.kind === 'refused') subjects.forget(caseRef)
            return answer
          }
          const receivedAt = answer.value.lastModified[0] ?? clock.now().toISOString()
          return { ...answer, value: { ...name, sequence: Math.max(1, Date.parse(receivedAt)), receivedAt } }
        },
      }
    },
    async holdings(caseRef, things) {
      const subject = await subjects.of(caseRef)
      if (!subject.ok) return subject
      const wanted = new Map(things.map((thing) => [keyOf(thing), madeFor(thing, subject.value)]))
      const found = await readBack([...wanted.values()].flat())
      if (!found.ok) return found
      const held = new Map<string, Holding>()
      const doubled: string[] = []
      for (const [key, parts] of wanted) {
        const there = parts.map(({ type, identifier }) => found.value.get(nameIn(type, identifier)) ?? [])
        if (there.some((copies) => copies.length > 1)) doubled.push(key)
        if (there.some((copies) => copies.length === 0)) continue
        const receivedAt = lastUpdated(there[0]![0]!)
        const same = parts.every(({ make }, n) => make === undefined || saysTheSame(make, there[n]![0]))
        held.set(key, { same, sequence: Date.parse(receivedAt), receivedAt })
      }
      return { ok: true, replayed: false, value: { held, doubled, unknown: [] } }
    },
  }

  interface Part {
    type: string
    identifier: Identifier
    make?: Resource
  }

  /** What a thing made, all of it; once its words are erased, the first resource only and not what it says. */
  function madeFor(thing: Thing, subject: CaseSubject): Part[] {
    if (thing.event === null) return [mainIdentifier(thing)]
    return madeBy(thing.event, subject, terms).map(({ make, identifier }) => ({
      type: make.resourceType,
      identifier,
      make: withoutWhatEnds(make),
    }))
  }

  async function readBack(parts: readonly Part[]): Promise<RecordAnswer<Map<string, Resource[]>>> {
    const found = new Map<string, Resource[]>()
    for (const [type, identifiers] of Map.groupBy(parts, (part) => part.type))
      for (let n = 0; n < identifiers.length; n += ASKED_AT_ONCE) {
        const asked = identifiers.slice(n, n + ASKED_AT_ONCE).map(({ identifier: i }) => `${i.system}|${i.value}`)
        const answer = await client.search(type, { identifier: asked.join(',') })
        if (!answer.ok) return answer
        for (const one of answer.value)
          for (const identifier of [one.identifier].flat() as Identifier[]) {
            const name = nameIn(type, identifier)
            found.set(name, [...(found.get(name) ?? []), one])
          }
      }
    return { ok: true, value: found, replayed: false }
  }
}

const NOBODY: CaseSubject = { patient: 'Patient/none', episode: 'EpisodeOfCare/none' }

const nameIn = (type: string, identifier: Identifier | undefined): string =>
  `${type} ${identifier?.system} ${identifier?.value}`

const lastUpdated = (resource: Resource): string =>
  (resource.meta as { lastUpdated?: string } | undefined)?.lastUpdated ?? new Date(0).toISOString()

/** A flag and its task are ended by a later event. */
function withoutWhatEnds(make: Resource): Resource {
  if (make.resourceType !== 'Flag' && make.resourceType !== 'Task') return make
  const { status: _, ...rest } = make
  return rest
}
