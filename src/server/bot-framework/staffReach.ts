import type { Database } from '../../database/database.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'
import type { BotActivity } from './botActivity.ts'

/** Keeps how a member of staff is reached in Teams, for alerts, from the moment they install the bot or write to it. */
export interface StaffReach {
  /** Looks at an activity that is authentic and one-to-one. Never stops the message: a fault is logged. */
  notice(activity: BotActivity): Promise<void>
}

const REMEMBERED_AT_MOST = 20_000
/** Somebody may be entered as staff later than they wrote: after this they are looked up again. */
const LOOK_AGAIN_MS = 5 * 60_000

/** Who is staff comes from our table alone, by the directory's own id of the account; nothing a person writes counts. */
export function createStaffReach(parts: { database: Database; clock: Clock; logger: Logger }): StaffReach {
  const { database, clock, logger } = parts
  const looked = new Map<string, number>()

  return {
    async notice(activity) {
      const { aadObjectId } = activity.from
      const { tenantId } = activity.conversation
      if (activity.channelId !== 'msteams' || !aadObjectId || !tenantId) return
      const removed = activity.type === 'installationUpdate' && String(activity.action).startsWith('remove')
      const address = JSON.stringify({
        channelId: activity.channelId,
        serviceUrl: activity.serviceUrl,
        conversation: activity.conversation,
        bot: activity.recipient,
        user: activity.from,
      })
      const now = clock.now()
      const key = `${removed ? 'removed' : 'here'} ${aadObjectId} ${address}`
      if (now.getTime() - (looked.get(key) ?? -Infinity) < LOOK_AGAIN_MS) return
      try {
        // By the issuer of the tenant's own sign-in: another tenant's account of the same id is somebody else.
        const { rows } = removed
          ? await database.query<{ staff_id: string }>(FORGET, [tenantId, aadObjectId])
          : await database.query<{ staff_id: string }>(KEEP, [tenantId, aadObjectId, address])
        if (looked.size >= REMEMBERED_AT_MOST) looked.clear()
        looked.set(key, now.getTime())
        looked.delete(`${removed ? 'here' : 'removed'} ${aadObjectId} ${address}`)
        for (const { staff_id: staffId } of rows) {
          logger.info(removed ? 'staff-left-teams' : 'staff-reached-in-teams', { staffId })
          await database.publish('staff', staffId)
        }
      } catch (error) {
        logger.error('staff-reach-not-kept', {}, error)
      }
    },
  }
}

const STAFF = `select s.id from staff s where s.active and s.subject = $2
  and starts_with(s.issuer, 'https://login.microsoftonline.com/' || $1::text || '/')`

const KEEP = `insert into staff_addresses (staff_id, route, address) select id, 'teams', $3 from (${STAFF}) as one
  on conflict (staff_id, route) do update set address = excluded.address where staff_addresses.address <> excluded.address
  returning staff_id`

const FORGET = `delete from staff_addresses where route = 'teams' and staff_id in (${STAFF}) returning staff_id`
