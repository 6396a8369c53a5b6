import { buildEndSessionUrl, type Configuration } from 'openid-client'
import type { Route } from '../../shared/route.ts'
import { signInWaysRoute, signOutRoute } from '../contract/signIn.ts'
import { createAuthenticateStaff, type AuthenticateStaff } from './authenticateStaff.ts'
import { clearCookie, readCookie } from './cookies.ts'
import { developmentRoutes, issueDevelopmentLink } from './developmentRoutes.ts'
import { createIssuer } from './issuer.ts'
import { openIdConnectRoutes } from './openIdConnectRoutes.ts'
import type { SignInParts } from './parts.ts'
import { endSignIn } from './staffSignIns.ts'

export interface SignIn {
  routes: Route[]
  authenticateStaff: AuthenticateStaff
  /** Development only: the one-time link that the start prints. */
  issueDevelopmentLink(staffId: string): Promise<string>
}

/** Staff sign-in: OpenID Connect in a browser, Teams tokens in the tab, a printed link in development. */
export function createSignIn(parts: SignInParts): SignIn {
  const { database, clock } = parts
  const https = new URL(parts.publicUrl).protocol === 'https:'
  const issuer = createIssuer(parts)

  const ways = signInWaysRoute(async ({ address, headers }) => ({
    status: 200,
    body: {
      serviceName: parts.serviceName,
      openIdConnect: parts.openIdConnect !== null,
      teams: parts.teams !== null,
      development: !parts.production && parts.isLocal({ address, headers }),
    },
  }))

  const signOut = signOutRoute(async ({ headers }) => {
    const secret = readCookie(headers, 'staff-sign-in', https)
    if (secret !== undefined) await endSignIn(database, secret, clock.now())
    const configuration = await issuer().catch(() => null)
    return {
      status: 200,
      body: { continueAt: afterSignOut(configuration, parts.publicUrl) },
      headers: { 'set-cookie': clearCookie('staff-sign-in', https) },
    }
  })

  return {
    routes: [ways, signOut, ...openIdConnectRoutes(parts, issuer, https), ...developmentRoutes(parts, https)],
    authenticateStaff: createAuthenticateStaff(parts, https),
    issueDevelopmentLink: (staffId) => issueDevelopmentLink(parts, staffId),
  }
}

/** The issuer's own sign-out where it has one, so that a shared computer is left clean. */
function afterSignOut(configuration: Configuration | null, publicUrl: string): string {
  if (configuration?.serverMetadata().end_session_endpoint === undefined) return '/staff/'
  return buildEndSessionUrl(configuration, { post_logout_redirect_uri: new URL('/staff/', publicUrl).href }).href
}
