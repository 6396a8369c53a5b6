import type { RecordEvent } from '../record/events.ts'
import type { Kind } from './types.ts'

/** What a record event is called wherever it goes: kind, id and version. */
export interface ThingName {
  kind: Kind
  id: string
  version: number
}

/** The name of a record event. Flags and their events come once. */
export function nameOf(event: RecordEvent): ThingName {
  if (event.type === 'risk-flag') return { kind: event.type, id: event.flagId, version: 1 }
  if (event.type === 'risk-flag-event') return { kind: event.type, id: event.eventId, version: 1 }
  return { kind: event.type, id: event.entryId, version: event.version }
}
