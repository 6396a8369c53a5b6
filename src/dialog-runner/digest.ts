/** The same text for the same data whatever the order of keys: what a digest is made of. Leaves out `undefined`. */
function settledText(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(settledText).join(',')}]`
  if (typeof data !== 'object' || data === null) return JSON.stringify(data) ?? 'null'
  const entries = Object.entries(data).filter(([, value]) => value !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${settledText(value)}`)
    .join(',')}}`
}

/** Short digest of data, for noticing that a step would now say or record something else. Not for secrets. */
export function digest(data: unknown): string {
  const text = settledText(data)
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 2654435761)
    low = Math.imul(low ^ code, 1597334677)
  }
  return (high >>> 0).toString(36) + (low >>> 0).toString(36)
}
