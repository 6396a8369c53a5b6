import { allowInsecureRequests, discovery, type Configuration } from 'openid-client'
import type { SignInParts } from './parts.ts'

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Reads the issuer's own description when it is first needed and keeps it; after a failure the next caller tries again. */
export function createIssuer(
  parts: Pick<SignInParts, 'openIdConnect' | 'production'>,
): () => Promise<Configuration | null> {
  const { openIdConnect, production } = parts
  let known: Promise<Configuration> | undefined
  return async () => {
    if (openIdConnect === null) return null
    const issuer = new URL(openIdConnect.issuer)
    // Plain http is for a provider on this very machine, in development.
    const execute = !production && LOOPBACK.has(issuer.hostname) ? [allowInsecureRequests] : []
    known ??= discovery(issuer, openIdConnect.clientId, openIdConnect.clientSecret, undefined, { execute, timeout: 10 })
    try {
      return await known
    } catch (error) {
      known = undefined
      throw error
    }
  }
}
