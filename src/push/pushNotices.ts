import webPush from 'web-push'
import type { Database } from '../database/database.ts'
import type { Logger } from '../shared/logger.ts'
import type { PushSubscription } from './pushSubscription.ts'
import { forgetSubscription, subscriptionsOf } from './subscriptions.ts'

/** The service's own key pair for Web Push (RFC 8292), made once by `npx web-push generate-vapid-keys`. */
export interface PushKeys {
  publicKey: string
  privateKey: string
  /** Where a push service can reach whoever runs this: a mailto: or https: address. */
  subject: string
}

/** What a lock screen may show: neutral, the same for everybody and everything (brief 2.5). */
export interface Notice {
  title: string
  text: string
}

/** The browser was uninstalled, or the permission taken back. */
const GONE = new Set([404, 410])
/** A notice that could not be shown by then is not shown at all: it would come in the night or the next day. */
const LASTS_SECONDS = 2 * 60 * 60
const PATIENCE_MS = 10_000

/**
 * Tells a person's devices that there is a message, never what it says. A notice is a courtesy: the message stands in the
 * conversation whether or not one gets through, so that a failure is logged and not tried again. Encrypted for the one
 * browser it is meant for (RFC 8291); the push service in between learns that there is something, and nothing else.
 */
export async function pushNotices(
  personId: string,
  parts: { database: Database; logger: Logger; keys: PushKeys; notice: Notice; fetch: typeof globalThis.fetch },
): Promise<void> {
  const { database, logger, keys, notice, fetch } = parts
  const payload = JSON.stringify(notice)
  const tell = async (subscription: PushSubscription): Promise<number> => {
    const { endpoint, method, headers, body } = webPush.generateRequestDetails(subscription, payload, {
      vapidDetails: keys,
      TTL: LASTS_SECONDS,
      topic: 'message',
    })
    const answer = await fetch(endpoint, {
      method,
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
      body: new Uint8Array(body),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    await answer.body?.cancel()
    return answer.status
  }
  await Promise.all(
    (await subscriptionsOf(database, personId)).map(async ({ deviceId, ...subscription }) => {
      const status = await tell(subscription).catch(() => undefined)
      if (status !== undefined && GONE.has(status)) await forgetSubscription(database, deviceId)
      else if (status === undefined || status >= 300) logger.warn('push-failed', { status })
    }),
  )
}
