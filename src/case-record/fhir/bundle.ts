import type { RecordEvent } from '../../record/events.ts'
import type { Json } from '../../shared/json.ts'
import { nameOf } from '../thingName.ts'
import { changesOf, type Terms } from './changesOf.ts'
import { earlier, entryIdentifier, fullUrl, hl7, system, within } from './naming.ts'
import { program, respondentReference, staffReference } from './people.ts'
import type { CaseSubject, Change, Element, Identifier, Reference, Resource } from './resource.ts'

/** A record event as one transaction: all of it or nothing, and nothing of it twice. Pure. */
export function bundleOf(event: RecordEvent, subject: CaseSubject, terms: Terms): Resource {
  const changes = changesOf(event, subject, terms)
  return {
    resourceType: 'Bundle',
    type: 'transaction',
    entry: [...changes.map(entryOf), provenanceEntry(event, changes, subject)],
  }
}

/** What a bundle makes, for finding it again. A Provenance has no identifier and is not looked for. */
export const madeBy = (
  event: RecordEvent,
  subject: CaseSubject,
  terms: Terms,
): { make: Resource; identifier: Identifier }[] => changesOf(event, subject, terms).filter((change) => 'make' in change)

function entryOf(change: Change): Element {
  if ('make' in change) {
    const { make, identifier } = change
    return {
      fullUrl: fullUrl(make.resourceType, identifier),
      resource: make,
      request: { method: 'POST', url: make.resourceType, ifNoneExist: searchFor(identifier) },
    }
  }
  const { type, identifier, path, to } = change.set
  return {
    fullUrl: `${fullUrl(type, identifier)}`,
    resource: {
      resourceType: 'Binary',
      contentType: 'application/json-patch+json',
      data: base64([{ op: 'replace', path, value: to }]),
    },
    request: { method: 'PATCH', url: `${type}?${searchFor(identifier)}` },
  }
}

const base64 = (value: Json): string => btoa(JSON.stringify(value))

const searchFor = ({ system: of, value }: Identifier): string => `identifier=${encodeURIComponent(`${of}|${value}`)}`

/** Who said it, what kept it, in which version of the words, and which version it follows. */
function provenanceEntry(event: RecordEvent, changes: readonly Change[], subject: CaseSubject): Element {
  const { kind, id, version } = nameOf(event)
  const tag = { system: system('record-event'), code: `${kind}/${id}/${version}` }
  const made = changes.filter((change) => 'make' in change)
  const first = made[0]!.make.resourceType
  const before = version > 1 ? [{ role: 'revision', what: earlier(first, entryIdentifier(id, version - 1)) }] : []
  return {
    fullUrl: fullUrl('Provenance', { system: tag.system, value: tag.code }),
    resource: {
      resourceType: 'Provenance',
      meta: { tag: [tag] },
      target: made.map(({ make, identifier }) => within(make.resourceType, identifier)),
      recorded: happenedAt(event),
      ...('contentVersion' in event && { policy: [`${system('content')}:${event.contentVersion}`] }),
      activity: { coding: [hl7('v3-DataOperation', version === 1 ? 'CREATE' : 'UPDATE')] },
      agent: [
        { type: { coding: [hl7('provenance-participant-type', 'author')] }, who: authorOf(event, subject) },
        { type: { coding: [hl7('provenance-participant-type', 'assembler')] }, who: program() },
      ],
      entity: [{ role: 'source', what: { reference: subject.episode } }, ...before],
    },
    request: {
      method: 'POST',
      url: 'Provenance',
      ifNoneExist: `_tag=${encodeURIComponent(`${tag.system}|${tag.code}`)}`,
    },
  }
}

function happenedAt(event: RecordEvent): string {
  if (event.type === 'risk-flag') return event.openedAt
  return event.type === 'risk-flag-event' ? event.at : event.occurredAt
}

function authorOf(event: RecordEvent, subject: CaseSubject): Reference {
  if (event.type === 'risk-flag') return program()
  if (event.type === 'risk-flag-event') return event.by === null ? program() : staffReference(event.by)
  return 'recordedBy' in event ? staffReference(event.recordedBy) : respondentReference(event, subject)
}
