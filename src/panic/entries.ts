import type { CalendarDay, LocalDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'
import type { Attack } from './stepUp.ts'

/** An entry of the panic programme as it stands in the record. */
export interface PanicEntry {
  name: string
  fields: { readonly [field: string]: Json | undefined }
  at: LocalDateTime
}

const has = (list: Json | undefined, what: string): boolean => Array.isArray(list) && list.includes(what)

/** The attacks among entries, by the day they were. */
export const attacksIn = (entries: readonly PanicEntry[]): Attack[] =>
  entries
    .filter(({ name }) => name === 'panic-attack')
    .map(({ fields, at }) => ({
      day: typeof fields.date === 'string' ? fields.date : at.slice(0, 10),
      fainted: has(fields.signs, 'fainted'),
      keptAway: has(fields.did, 'kept-away'),
    }))

/** The day up to which is known whether there were any: of the last log, or of the last "none". */
export const knownUntil = (entries: readonly PanicEntry[]): CalendarDay | undefined =>
  entries
    .filter(({ name }) => name === 'panic-attack' || name === 'no-panic')
    .map(({ at }) => at.slice(0, 10))
    .sort()
    .at(-1)

/** The person's own plan as it was settled last. */
export const planIn = (entries: readonly PanicEntry[]): PanicEntry['fields'] | undefined =>
  entries.filter(({ name }) => name === 'panic-plan').at(-1)?.fields
