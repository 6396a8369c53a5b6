import { z } from 'zod'

/**
 * The push services of the browsers that people have. We post to the address that a browser names, so a page could
 * otherwise make this server call any address it likes.
 */
const PUSH_SERVICES = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  'push.services.mozilla.com',
  'notify.windows.com',
  'push.apple.com',
]

const isPushService = (address: string): boolean => {
  const { protocol, hostname, port, username } = new URL(address)
  if (protocol !== 'https:' || port !== '' || username !== '') return false
  return PUSH_SERVICES.some((service) => hostname === service || hostname.endsWith(`.${service}`))
}

const base64url = (bytes: number) => z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((bytes * 4) / 3)}}=*$`))

/** Where and for whom a browser takes notices: what `PushSubscription.toJSON()` gives (Push API, RFC 8291). */
export const pushSubscription = z.object({
  endpoint: z.url().max(1000).refine(isPushService, 'must be the https address of a push service of a known browser'),
  keys: z.object({ p256dh: base64url(65), auth: base64url(16) }),
})
export type PushSubscription = z.infer<typeof pushSubscription>
