import { createHash } from 'node:crypto'

/**
 * The digest of the contract: SHA-256 of a body in the canonical form of RFC 8785. Two bodies have the same digest exactly
 * when they say the same.
 */
export const digestOf = (body: unknown): string => createHash('sha256').update(canonical(body)).digest('hex')

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((v) => canonical(v ?? null)).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, v]) => v !== undefined)
  // By UTF-16 code unit, as the RFC says; localeCompare would depend on the machine.
  members.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${members.map(([name, v]) => `${JSON.stringify(name)}:${canonical(v)}`).join(',')}}`
}
