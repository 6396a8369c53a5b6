import * as oidc from 'openid-client'

/** Puts the bearer token of the service on a request, and gets a new one where it has run out. */
export interface BearerToken {
  authorise(send: (request: Request) => Promise<Response>): (request: Request) => Promise<Response>
}

/** A token that the service was given once. */
export const fixedToken = (token: string): BearerToken => ({
  authorise: (send) => (request) => send(withToken(request, token)),
})

export interface ClientCredentials {
  tokenUrl: string
  clientId: string
  clientSecret: string
  scope?: string
}

/** A new token is fetched this long before the old one runs out. */
const BEFOREHAND_MS = 30_000
/** Where the token's answer does not say how long it lasts. */
const LASTS_MS = 300_000

/**
 * OAuth 2.0 client credentials: one token for all who send at the same time, a new one before it runs out, and one more
 * try with a new one where the record says 401 (it may have been withdrawn). Where no token can be had, the call rejects
 * like any other that does not reach the record. `fetch` is for tests.
 */
export function clientCredentialsToken(
  { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
  clock: { now(): Date },
  options: { fetch?: typeof fetch } = {},
): BearerToken {
  const { origin } = new URL(tokenUrl)
  const server = new oidc.Configuration(
    { issuer: origin, token_endpoint: tokenUrl },
    clientId,
    undefined,
    oidc.ClientSecretBasic(clientSecret),
  )
  // With the call before and after it still shorter than the time for which an entry is in hand.
  server.timeout = 4
  if (options.fetch !== undefined) server[oidc.customFetch] = options.fetch as oidc.CustomFetch
  // Settings allow plain http on this machine only.
  if (origin.startsWith('http:')) oidc.allowInsecureRequests(server)

  let current: { token: string; until: number } | undefined
  let asking: Promise<string> | undefined

  async function ask(): Promise<string> {
    const answer = await oidc.clientCredentialsGrant(server, scope === undefined ? {} : { scope })
    const lasts = answer.expires_in === undefined ? LASTS_MS : answer.expires_in * 1000
    current = { token: answer.access_token, until: clock.now().getTime() + lasts - BEFOREHAND_MS }
    return current.token
  }

  function tokenNow(): Promise<string> {
    if (current !== undefined && clock.now().getTime() < current.until) return Promise.resolve(current.token)
    asking ??= ask().finally(() => {
      asking = undefined
    })
    return asking
  }

  return {
    authorise: (send) => async (request) => {
      // Its body can be read once only.
      const again = request.clone()
      const token = await tokenNow()
      const response = await send(withToken(request, token))
      if (response.status !== 401) return response
      if (current?.token === token) current = undefined
      return send(withToken(again, await tokenNow()))
    },
  }
}

function withToken(request: Request, token: string): Request {
  const authorised = new Request(request)
  authorised.headers.set('authorization', `Bearer ${token}`)
  return authorised
}
