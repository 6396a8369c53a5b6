import {
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'
import { z } from 'zod'
import { defineRoute, type Reply, type Route } from '../../shared/route.ts'
import { clearCookie, readCookie, setCookie } from './cookies.ts'
import { HANDSHAKE_SECONDS, placeOnStaffPage, readHandshake, signHandshake } from './handshake.ts'
import { hashSecret } from './secrets.ts'
import { findStaff, startSignIn } from './staffSignIns.ts'
import { subjectsOf } from './subjects.ts'
import type { SignInParts } from './parts.ts'
import { useOnce } from './useOnce.ts'

/** Why somebody was not signed in; the staff page has the words for each. */
type Refused = 'not-set-up' | 'issuer-not-reached' | 'not-completed' | 'not-known' | 'link-used'

const goTo = (location: string, cookies: string[] = []): Reply<undefined> => ({
  status: 303,
  headers: { location, 'cache-control': 'no-store', ...(cookies.length > 0 ? { 'set-cookie': cookies } : {}) },
})

export const refusedTo = (code: Refused, cookies: string[] = []): Reply<undefined> =>
  goTo(`/staff/?refused=${code}`, cookies)
export const signedInTo = goTo

/** Authorization code flow with PKCE: off to the issuer, and back with a code that is good once. */
export function openIdConnectRoutes(
  parts: SignInParts,
  issuer: () => Promise<Configuration | null>,
  https: boolean,
): Route[] {
  const { database, clock, logger, signingKey } = parts
  const callback = new URL('/staff/sign-in/callback', parts.publicUrl).href
  const reach = async () => {
    try {
      return await issuer()
    } catch (error) {
      logger.warn('issuer-not-reached', { errorName: (error as Error).name })
      return 'issuer-not-reached' as const
    }
  }

  return [
    defineRoute({
      id: 'signIn',
      method: 'get',
      path: '/staff/sign-in',
      summary: 'Sends the browser to the issuer.',
      access: { who: 'anyone' },
      query: z.object({ to: z.string().max(500).optional() }),
      reply: z.undefined(),
      async handle({ query }) {
        const configuration = await reach()
        if (configuration === null) return refusedTo('not-set-up')
        if (typeof configuration === 'string') return refusedTo(configuration)
        const handshake = {
          state: randomState(),
          nonce: randomNonce(),
          verifier: randomPKCECodeVerifier(),
          to: placeOnStaffPage(query.to),
        }
        const url = buildAuthorizationUrl(configuration, {
          redirect_uri: callback,
          scope: 'openid profile',
          state: handshake.state,
          nonce: handshake.nonce,
          code_challenge: await calculatePKCECodeChallenge(handshake.verifier),
          code_challenge_method: 'S256',
        })
        return goTo(url.href, [
          setCookie('staff-handshake', await signHandshake(handshake, signingKey, clock), HANDSHAKE_SECONDS, https),
        ])
      },
    }),

    defineRoute({
      id: 'signInCallback',
      method: 'get',
      path: '/staff/sign-in/callback',
      summary: 'Comes back from the issuer; signs in who stands in our own table.',
      access: { who: 'anyone' },
      query: z.record(z.string(), z.string()),
      reply: z.undefined(),
      async handle({ query, headers }) {
        const done = [clearCookie('staff-handshake', https)]
        const cookie = readCookie(headers, 'staff-handshake', https)
        const handshake = cookie === undefined ? null : await readHandshake(cookie, signingKey, clock)
        if (handshake === null) return refusedTo('not-completed', done)
        const now = clock.now()
        // Used up before the issuer is asked: a second callback with the same handshake goes nowhere, whatever it carries.
        if (
          !(await useOnce(
            database,
            `handshake:${hashSecret(handshake.state)}`,
            new Date(now.getTime() + HANDSHAKE_SECONDS * 1000),
            now,
          ))
        )
          return refusedTo('not-completed', done)
        const configuration = await reach()
        if (configuration === null) return refusedTo('not-set-up', done)
        if (typeof configuration === 'string') return refusedTo(configuration, done)

        const claims = await redeem(configuration, query, handshake)
        if (claims === null) return refusedTo('not-completed', done)
        const staff = await findStaff(database, claims.iss, subjectsOf(claims))
        const started = staff && (await startSignIn(database, staff.staffId, 'openid-connect', now))
        if (!started) {
          logger.warn('staff-not-known', { code: 'not-known' })
          return refusedTo('not-known', done)
        }
        return goTo(handshake.to, [...done, setCookie('staff-sign-in', started.secret, started.seconds, https)])
      },
    }),
  ]

  async function redeem(
    configuration: Configuration,
    query: Record<string, string>,
    handshake: { state: string; nonce: string; verifier: string },
  ) {
    const url = new URL(callback)
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    try {
      const tokens = await authorizationCodeGrant(configuration, url, {
        expectedState: handshake.state,
        expectedNonce: handshake.nonce,
        pkceCodeVerifier: handshake.verifier,
        idTokenExpected: true,
      })
      return tokens.claims() ?? null
    } catch (error) {
      logger.warn('sign-in-not-completed', {
        errorName: (error as Error).name,
        code: (error as { code?: string }).code,
      })
      return null
    }
  }
}
