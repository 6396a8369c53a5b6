import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import { newId } from '../../shared/ids.ts'
import { defineRoute, Problem, type Route } from '../../shared/route.ts'
import { setCookie } from './cookies.ts'
import { refusedTo, signedInTo } from './openIdConnectRoutes.ts'
import type { SignInParts } from './parts.ts'
import { keyFor } from './secrets.ts'
import { startSignIn } from './staffSignIns.ts'
import { useOnce } from './useOnce.ts'

/** A printed link is for the day it was printed on. */
const LINK_HOURS = 12

/** A link that signs one member of staff in, once, on this machine. To be printed at the start of a demonstration only. */
export async function issueDevelopmentLink(parts: SignInParts, staffId: string): Promise<string> {
  if (parts.production) throw new Error('There is no development sign-in in production')
  const token = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(staffId)
    .setJti(newId())
    .setExpirationTime(new Date(parts.clock.now().getTime() + LINK_HOURS * 3_600_000))
    .sign(keyFor('development-link', parts.signingKey))
  return new URL(`/staff/sign-in/development?token=${token}`, parts.publicUrl).href
}

/** The route of the printed link; none at all in production. From anywhere but this machine it does not exist either. */
export function developmentRoutes(parts: SignInParts, https: boolean): Route[] {
  const { database, clock, signingKey } = parts
  if (parts.production) return []
  return [
    defineRoute({
      id: 'developmentSignIn',
      method: 'get',
      path: '/staff/sign-in/development',
      summary: 'Signs in by the printed one-time link; development only.',
      access: { who: 'anyone' },
      query: z.object({ token: z.string().max(2000) }),
      reply: z.undefined(),
      async handle({ query, address, headers }) {
        if (!parts.isLocal({ address, headers })) throw new Problem(404, 'not-found', 'There is nothing here.')
        const now = clock.now()
        const link = await readLink(query.token)
        if (link === null || !(await useOnce(database, `development-link:${link.jti}`, link.expiresAt, now)))
          return refusedTo('link-used')
        const started = await startSignIn(database, link.staffId, 'development-link', now)
        if (started === null) return refusedTo('not-known')
        return signedInTo('/staff/', [setCookie('staff-sign-in', started.secret, started.seconds, https)])
      },
    }),
  ]

  async function readLink(token: string): Promise<{ staffId: string; jti: string; expiresAt: Date } | null> {
    try {
      const { payload } = await jwtVerify(token, keyFor('development-link', signingKey), {
        algorithms: ['HS256'],
        requiredClaims: ['sub', 'jti', 'exp'],
        currentDate: clock.now(),
      })
      return { staffId: payload.sub!, jti: payload.jti!, expiresAt: new Date(payload.exp! * 1000) }
    } catch {
      return null
    }
  }
}
