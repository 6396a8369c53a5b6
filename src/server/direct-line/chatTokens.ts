import { createSecretKey } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../shared/clock.ts'

/** What a chat token says: this device of this person may use this one conversation. Nothing else is ever believed. */
export interface ChatClaims {
  conversationId: string
  personId: string
  deviceId: string
}

/** `chat` goes in the Authorization header; `stream` stands in the address of a WebSocket, so it lives for moments only. */
export type TokenUse = 'chat' | 'stream'

export const TOKEN_SECONDS: Record<TokenUse, number> = { chat: 1800, stream: 120 }

const REMEMBERED_AT_MOST = 10_000

export interface ChatTokens {
  issue(claims: ChatClaims, use: TokenUse): Promise<string>
  /** Undefined for a token that is expired, forged, or made for the other use. */
  read(token: string, use: TokenUse): Promise<ChatClaims | undefined>
}

/** Signs and reads chat tokens (HS256). Every process of a service shares the key. */
export function createChatTokens(parts: { signingKey: string; clock: Clock }): ChatTokens {
  const key = createSecretKey(Buffer.from(parts.signingKey))
  const audience = (use: TokenUse) => `directline:${use}`
  /** Tokens whose signature has been checked; every message carries one. */
  const checked = new Map<string, { claims: ChatClaims; expiresAt: number }>()
  const remember = (name: string, token: { claims: ChatClaims; expiresAt: number }) => {
    if (checked.size >= REMEMBERED_AT_MOST) checked.clear()
    checked.set(name, token)
  }
  return {
    issue(claims, use) {
      const now = Math.floor(parts.clock.now().getTime() / 1000)
      return new SignJWT({ c: claims.conversationId, d: claims.deviceId })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(claims.personId)
        .setAudience(audience(use))
        .setIssuedAt(now)
        .setExpirationTime(now + TOKEN_SECONDS[use])
        .sign(key)
    },
    async read(token, use) {
      const name = `${use} ${token}`
      const known = checked.get(name)
      if (known !== undefined) return parts.clock.now().getTime() < known.expiresAt ? known.claims : undefined
      try {
        const { payload } = await jwtVerify(token, key, {
          audience: audience(use),
          algorithms: ['HS256'],
          currentDate: parts.clock.now(),
        })
        const { sub, c, d, exp } = payload
        if (typeof sub !== 'string' || typeof c !== 'string' || typeof d !== 'string') return undefined
        const claims: ChatClaims = { conversationId: c, personId: sub, deviceId: d }
        if (exp !== undefined) remember(name, { claims, expiresAt: exp * 1000 })
        return claims
      } catch {
        return undefined
      }
    },
  }
}
