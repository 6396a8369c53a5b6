import type { Request, Response } from 'restify'
import type { z } from 'zod'
import type { Clock } from '../shared/clock.ts'
import type { Database } from '../database/database.ts'
import { findDevice } from '../identity/device.ts'
import { readDeviceCookie } from '../identity/deviceCookie.ts'
import { Problem, type DeviceCaller, type Route, type StaffCaller } from '../shared/route.ts'
import { answerJson, faultsOf, sendBody, type RequestFault } from './problems.ts'
import { requestAddress } from './requestAddress.ts'
import type { TryLimit } from './tryLimit.ts'

export interface RouteParts {
  database: Database
  clock: Clock
  https: boolean
  authenticateStaff: (
    headers: Readonly<Record<string, string | undefined>>,
    method: string,
  ) => Promise<StaffCaller | null>
  /** For what anybody may post. */
  tries: TryLimit
}

type Headers = Readonly<Record<string, string | undefined>>

/** Answers one request by its route: who calls, what was sent, the handler, the reply. Throws `Problem` for every refusal. */
export async function serveRoute(route: Route, req: Request, res: Response, parts: RouteParts): Promise<void> {
  const headers = req.headers as Headers
  const address = requestAddress(req)
  if (route.access.who !== 'staff' && route.method !== 'get') {
    refuseOtherSites(headers)
    limitTries(parts.tries, address)
  }
  const caller = await authenticate(route, headers, parts)
  const { params, query, body } = readInput(route, req)
  const reply = await route.handle({ params, query, body, caller, requestId: req.id(), address, headers })
  for (const [name, value] of Object.entries(reply.headers ?? {})) res.setHeader(name, value)
  const type = reply.headers?.['content-type']
  if (typeof reply.body === 'string' && typeof type === 'string') sendBody(res, reply.status, reply.body, type)
  else answerJson(res, reply.status, reply.body)
}

/** Cookies of devices are strict; this refuses what another site sends all the same, such as a join it has thought up. */
export function refuseOtherSites(headers: Headers): void {
  const site = headers['sec-fetch-site']
  const origin = headers.origin
  const foreign =
    site === undefined
      ? origin !== undefined && hostOf(origin) !== headers.host
      : site !== 'same-origin' && site !== 'none'
  if (foreign) throw new Problem(403, 'other-site', 'Requests from other sites are not taken.')
}

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

export function limitTries(tries: TryLimit, address: string): void {
  const wait = tries.take(address)
  if (wait !== undefined)
    throw new Problem(429, 'too-many-tries', 'Too many tries. Wait a little.', { retryAfterSeconds: wait })
}

async function authenticate(
  route: Route,
  headers: Headers,
  parts: RouteParts,
): Promise<StaffCaller | DeviceCaller | null> {
  const { access } = route
  switch (access.who) {
    case 'anyone':
      return null
    case 'staff': {
      const staff = await parts.authenticateStaff(headers, route.method)
      if (staff === null) throw new Problem(401, 'not-signed-in', 'Sign in first.')
      if (!access.roles.some((role) => staff.roles.includes(role)))
        throw new Problem(403, 'not-allowed', 'This is not open to your role.')
      return staff
    }
    case 'device':
    case 'unlocked-device': {
      const secret = readDeviceCookie(headers, parts.https)
      const device = secret === undefined ? undefined : await findDevice(parts.database, secret, parts.clock.now())
      if (device === undefined) throw new Problem(401, 'not-joined', 'This browser has not joined.')
      if (access.who === 'unlocked-device' && device.door !== 'open')
        throw new Problem(423, 'device-locked', 'The PIN is needed.')
      return { deviceId: device.deviceId, personId: device.personId }
    }
  }
}

function readInput(route: Route, req: Request): { params: unknown; query: unknown; body: unknown } {
  const faults: RequestFault[] = []
  const read = (part: 'path' | 'query' | 'body', shape: z.ZodType | undefined, given: unknown): unknown => {
    if (shape === undefined) return part === 'body' ? undefined : {}
    const parsed = shape.safeParse(given)
    if (parsed.success) return parsed.data
    faults.push(...faultsOf(part, parsed.error))
    return undefined
  }
  const input = {
    params: read('path', route.params, req.params),
    query: read('query', route.query, Object.fromEntries(new URLSearchParams(req.getQuery()))),
    body: read('body', route.body, req.body),
  }
  if (faults.length > 0) throw new Problem(400, 'not-valid', 'The request cannot be read.', { faults })
  return input
}
