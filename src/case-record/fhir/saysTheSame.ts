import type { Json } from '../../shared/json.ts'

/**
 * Whether what a record gives back says everything that was sent. A record may add (ids, dates, a narrative) and put its
 * own addresses in the place of ours inside a transaction.
 */
export function saysTheSame(sent: Json, held: Json | undefined): boolean {
  if (Array.isArray(sent))
    return Array.isArray(held) && held.length >= sent.length && sent.every((one, n) => saysTheSame(one, held[n]))
  if (typeof sent === 'object' && sent !== null) {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return false
    return Object.entries(sent).every(([name, value]) => name === 'reference' || saysTheSame(value, held[name]))
  }
  if (typeof sent === 'string' && typeof held === 'string' && INSTANT.test(sent))
    return Date.parse(sent) === Date.parse(held)
  return sent === held
}

/** The same moment may be written in another zone. */
const INSTANT = /^\d{4}-\d\d-\d\dT/
