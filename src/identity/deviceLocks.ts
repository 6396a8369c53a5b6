import type { Database } from '../database/database.ts'
import type { Clock } from '../shared/clock.ts'

/** Without activity a device locks after so long (brief 2.5). */
export const LOCK_AFTER_MS = 5 * 60_000
/** Sliding the lock is a durable write; once a minute is enough. */
const SLIDE_AFTER_MS = 60_000
/** How long this process trusts what it last read: a lock set through another process takes effect within it. */
const TRUST_MS = 20_000
const REMEMBERED_AT_MOST = 20_000

/** Whether devices are unlocked, remembered for moments so that a message costs no extra query. */
export interface DeviceLocks {
  /** A look that does not count as activity. */
  isUnlocked(deviceId: string): Promise<boolean>
  /** The person did something: true, and the lock moves away, if the device is unlocked; false if it is locked or revoked. */
  keepUnlocked(deviceId: string): Promise<boolean>
  /** Which of these devices are locked or revoked, in one query. */
  lockedAmong(deviceIds: readonly string[]): Promise<string[]>
  /** Opens it after the right PIN. */
  unlock(deviceId: string): Promise<Date>
  lock(deviceId: string): Promise<void>
  /** Drops what is remembered, after something else changed the device. */
  forget(deviceId: string): void
}

export function createDeviceLocks(parts: { database: Database; clock: Clock }): DeviceLocks {
  const { database, clock } = parts
  const remembered = new Map<string, { until: number; readAt: number }>()
  const remember = (deviceId: string, until: Date | null) => {
    if (remembered.size >= REMEMBERED_AT_MOST) remembered.clear()
    if (until === null) remembered.delete(deviceId)
    else remembered.set(deviceId, { until: until.getTime(), readAt: clock.now().getTime() })
  }
  const unlockedUntil = async (deviceId: string): Promise<number> => {
    const now = clock.now().getTime()
    const known = remembered.get(deviceId)
    if (known !== undefined && now - known.readAt < TRUST_MS && known.until > now) return known.until
    const { rows } = await database.query<{ unlocked_until: Date | null }>(
      'select unlocked_until from devices where id = $1 and revoked_at is null',
      [deviceId],
    )
    const until = rows[0]?.unlocked_until ?? null
    remember(deviceId, until)
    return until?.getTime() ?? 0
  }
  return {
    isUnlocked: async (deviceId) => (await unlockedUntil(deviceId)) > clock.now().getTime(),
    async keepUnlocked(deviceId) {
      const now = clock.now()
      const until = await unlockedUntil(deviceId)
      if (until <= now.getTime()) return false
      if (until - now.getTime() > LOCK_AFTER_MS - SLIDE_AFTER_MS) return true
      const moved = new Date(now.getTime() + LOCK_AFTER_MS)
      const { rows } = await database.query(
        `update devices set unlocked_until = $2, last_seen_at = $3
         where id = $1 and revoked_at is null and unlocked_until > $3 returning id`,
        [deviceId, moved, now],
      )
      remember(deviceId, rows.length > 0 ? moved : null)
      return rows.length > 0
    },
    async lockedAmong(deviceIds) {
      if (deviceIds.length === 0) return []
      const { rows } = await database.query<{ id: string }>(
        'select id from devices where id = any($1) and (revoked_at is not null or unlocked_until is null or unlocked_until <= $2)',
        [deviceIds, clock.now()],
      )
      return rows.map((row) => row.id)
    },
    async unlock(deviceId) {
      const now = clock.now()
      const until = new Date(now.getTime() + LOCK_AFTER_MS)
      await database.query(
        'update devices set unlocked_until = $2, last_seen_at = $3 where id = $1 and revoked_at is null',
        [deviceId, until, now],
      )
      remembered.delete(deviceId)
      return until
    },
    async lock(deviceId) {
      remembered.delete(deviceId)
      await database.query('update devices set unlocked_until = null where id = $1', [deviceId])
      remembered.delete(deviceId)
    },
    forget: (deviceId) => void remembered.delete(deviceId),
  }
}
