import type { Clock } from '../shared/clock.ts'

/** Refuses an address that asks too often. In memory and modest: the true limits on codes and PINs stand in the database. */
export interface TryLimit {
  /** Counts one try; the seconds to wait when it is one too many. */
  take(address: string): number | undefined
}

const REMEMBERED_AT_MOST = 50_000

/** So many tries a minute from one address; a school or a family shares one, so the figure is generous. */
export function createTryLimit(parts: { clock: Clock; perMinute: number }): TryLimit {
  const windows = new Map<string, { from: number; count: number }>()
  return {
    take(address) {
      const now = parts.clock.now().getTime()
      const known = windows.get(address)
      if (known === undefined || now - known.from >= 60_000) {
        if (windows.size >= REMEMBERED_AT_MOST) windows.clear()
        windows.set(address, { from: now, count: 1 })
        return undefined
      }
      known.count += 1
      return known.count > parts.perMinute ? Math.ceil((known.from + 60_000 - now) / 1000) : undefined
    },
  }
}
