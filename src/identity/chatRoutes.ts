import { z } from 'zod'
import { defineRoute, Problem, type Route } from '../shared/route.ts'
import type { ChatParts } from './chatParts.ts'
import * as shapes from './chatShapes.ts'
import { forgetSubscription, keepSubscription } from '../push/subscriptions.ts'
import { findDevice } from './device.ts'
import { readDeviceCookie } from './deviceCookie.ts'
import { issueDeviceCode } from './deviceCodes.ts'
import { joinByDeviceCode, joinByInvitation } from './joining.ts'
import { describeMe } from './me.ts'
import { readOwnPlan } from './ownPlan.ts'
import { changeSettings } from './settings.ts'
import { choosePin, lockNow, stillHere, unlockWithPin } from './unlocking.ts'

const anyone = { who: 'anyone' } as const
const device = { who: 'device' } as const
const unlockedDevice = { who: 'unlocked-device' } as const

/**
 * The chat page's own API beside Direct Line: joining, the PIN, a second device, settings, help. Messages do not go
 * through here. Building the list runs nothing, so that the OpenAPI document can be made from it.
 */
export function chatRoutes(parts: ChatParts): Route[] {
  return [
    defineRoute({
      id: 'getHelp',
      method: 'get',
      path: '/chat/api/help',
      summary: 'Helplines and what the page needs before anybody has joined',
      access: anyone,
      reply: shapes.helpReply,
      handle: async () => ({
        status: 200,
        body: {
          botName: parts.botName,
          neutralSite: parts.neutralSite,
          demonstration: parts.demonstration,
          helplines: [...parts.helplines],
        },
      }),
    }),
    defineRoute({
      id: 'join',
      method: 'post',
      path: '/chat/api/join',
      summary:
        'Joins this browser with an invitation. Refused as invitation-not-known, -expired, -used, -replaced, -locked or -wrong-code',
      access: anyone,
      body: shapes.joinBody,
      reply: shapes.doorReply,
      handle: ({ body, headers }) => joinByInvitation(parts, body, headers),
    }),
    defineRoute({
      id: 'joinDevice',
      method: 'post',
      path: '/chat/api/join-device',
      summary: 'Joins a second device. Refused as device-code-refused',
      access: anyone,
      body: shapes.joinDeviceBody,
      reply: shapes.doorReply,
      handle: ({ body, headers }) => joinByDeviceCode(parts, body, headers),
    }),
    defineRoute({
      id: 'getMe',
      method: 'get',
      path: '/chat/api/me',
      summary:
        'The state of this device and, once open, who is talking to whom. 401 not-joined without a joined device',
      access: device,
      reply: shapes.meReply,
      handle: async ({ headers }) => {
        const secret = readDeviceCookie(headers, parts.https)
        const found = secret === undefined ? undefined : await findDevice(parts.database, secret, parts.clock.now())
        if (found === undefined) throw new Problem(401, 'not-joined', 'This browser has not joined.')
        return { status: 200, body: await describeMe(parts, found) }
      },
    }),
    defineRoute({
      id: 'setPin',
      method: 'post',
      path: '/chat/api/pin',
      summary: 'Chooses the PIN after joining. Refused as pin-already-set',
      access: device,
      body: shapes.pinBody,
      reply: shapes.doorReply,
      handle: ({ body, caller }) => choosePin(parts, body.pin, caller),
    }),
    defineRoute({
      id: 'unlock',
      method: 'post',
      path: '/chat/api/unlock',
      summary: 'Opens the device with the PIN. Refused as wrong-pin (triesLeft), pin-blocked or no-pin',
      access: device,
      body: shapes.pinBody,
      reply: shapes.doorReply,
      handle: ({ body, caller }) => unlockWithPin(parts, body.pin, caller),
    }),
    defineRoute({
      id: 'lock',
      method: 'post',
      path: '/chat/api/lock',
      summary: 'Locks this device now',
      access: device,
      reply: shapes.doorReply,
      handle: ({ caller }) => lockNow(parts, caller),
    }),
    defineRoute({
      id: 'stillHere',
      method: 'post',
      path: '/chat/api/still-here',
      summary: 'The person is reading or typing; call at most once a minute. Refused as device-locked',
      access: device,
      reply: z.undefined(),
      handle: ({ caller }) => stillHere(parts, caller),
    }),
    defineRoute({
      id: 'addDeviceCode',
      method: 'post',
      path: '/chat/api/device-codes',
      summary: 'A code that joins a second device, shown once',
      access: unlockedDevice,
      reply: shapes.deviceCodeReply,
      handle: async ({ caller }) => {
        const { code, expiresAt } = await issueDeviceCode(parts.database, caller.personId, parts.clock.now())
        return { status: 201, body: { code, expiresAt: expiresAt.toISOString() } }
      },
    }),
    defineRoute({
      id: 'getPlan',
      method: 'get',
      path: '/chat/api/plan',
      summary: 'The young person’s own coping plan; `keep` where they chose to keep it on their device',
      access: unlockedDevice,
      reply: shapes.planReply,
      handle: async ({ caller }) => ({ status: 200, body: await readOwnPlan(parts.database, caller.personId) }),
    }),
    defineRoute({
      id: 'takeNotices',
      method: 'put',
      path: '/chat/api/notices',
      summary: 'This device wants to be told that there is a message, never what it says',
      access: unlockedDevice,
      body: shapes.noticesBody,
      reply: z.undefined(),
      handle: async ({ body, caller }) => {
        await keepSubscription(parts.database, caller.deviceId, body, parts.clock.now())
        return { status: 204 }
      },
    }),
    defineRoute({
      id: 'refuseNotices',
      method: 'delete',
      path: '/chat/api/notices',
      summary: 'This device does not want to be told any more',
      access: unlockedDevice,
      reply: z.undefined(),
      handle: async ({ caller }) => {
        await forgetSubscription(parts.database, caller.deviceId)
        return { status: 204 }
      },
    }),
    defineRoute({
      id: 'changeSettings',
      method: 'patch',
      path: '/chat/api/settings',
      summary: 'Changes some settings',
      access: unlockedDevice,
      body: shapes.settingsBody,
      reply: shapes.settingsReply,
      handle: async ({ body, caller }) => ({
        status: 200,
        body: { settings: await changeSettings(parts.database, caller.personId, body) },
      }),
    }),
  ]
}
