import { Problem, type Reply } from '../shared/route.ts'
import { acceptInvitation, type Refusal } from './acceptInvitation.ts'
import type { ChatParts } from './chatParts.ts'
import { addDevice, findDevice, revokeDevice } from './device.ts'
import { deviceCookie, readDeviceCookie } from './deviceCookie.ts'
import { redeemDeviceCode } from './deviceCodes.ts'
import type { Door } from './chatShapes.ts'

/** HTTP status of each refusal; the page finds its words by the code. */
const STATUS: Record<Refusal, number> = {
  'not-known': 404,
  expired: 410,
  used: 410,
  replaced: 410,
  locked: 423,
  'wrong-code': 422,
}

type DoorReply = Reply<{ door: Door; unlockedUntil: string | null }>
type Headers = Readonly<Record<string, string | undefined>>

/** Joins this browser with an invitation link and its code. */
export async function joinByInvitation(
  parts: ChatParts,
  body: { link: string; code: string },
  headers: Headers,
): Promise<DoorReply> {
  const accepted = await acceptInvitation(parts.database, { ...body, now: parts.clock.now() })
  if (!accepted.ok)
    throw new Problem(STATUS[accepted.why], `invitation-${accepted.why}`, 'This invitation could not be used.', {
      triesLeft: accepted.triesLeft,
    })
  return joinBrowser(parts, accepted.personId, headers)
}

/** Joins a second device with the code shown on the first. */
export async function joinByDeviceCode(parts: ChatParts, body: { code: string }, headers: Headers): Promise<DoorReply> {
  const personId = await redeemDeviceCode(parts.database, body.code, parts.clock.now())
  if (personId === undefined) throw new Problem(422, 'device-code-refused', 'This code is wrong or too old.')
  return joinBrowser(parts, personId, headers)
}

/** One browser is one person's device: whoever joined with it before is cut off first. */
async function joinBrowser(parts: ChatParts, personId: string, headers: Headers): Promise<DoorReply> {
  const now = parts.clock.now()
  const before = readDeviceCookie(headers, parts.https)
  const { secret } = await parts.database.transaction(async (client) => {
    const old = before === undefined ? undefined : await findDevice(client, before, now)
    if (old !== undefined) {
      await revokeDevice(client, old.deviceId, now)
      parts.locks.forget(old.deviceId)
    }
    return addDevice(client, { personId, now })
  })
  const device = await findDevice(parts.database, secret, now)
  return {
    status: 200,
    body: { door: device?.door ?? 'locked', unlockedUntil: null },
    headers: { 'set-cookie': deviceCookie(secret, parts.https) },
  }
}
