import { jwtVerify, SignJWT } from 'jose'
import type { Clock } from '../../shared/clock.ts'
import { keyFor } from './secrets.ts'

/** What must come back unchanged from a visit to the issuer. */
interface Handshake {
  state: string
  nonce: string
  verifier: string
  /** Where on the staff page to go afterwards. */
  to: string
}

/** Time to type a password and answer a second factor. */
export const HANDSHAKE_SECONDS = 600

/** Signs a handshake for its short-lived cookie. */
export const signHandshake = (handshake: Handshake, signingKey: string, clock: Clock): Promise<string> =>
  new SignJWT({ ...handshake })
    .setProtectedHeader({ alg: 'HS256' })
    .setExpirationTime(new Date(clock.now().getTime() + HANDSHAKE_SECONDS * 1000))
    .sign(keyFor('handshake', signingKey))

/** Reads it back; null when it is not ours, changed or too old. */
export async function readHandshake(cookie: string, signingKey: string, clock: Clock): Promise<Handshake | null> {
  try {
    const { payload } = await jwtVerify<Handshake>(cookie, keyFor('handshake', signingKey), {
      algorithms: ['HS256'],
      requiredClaims: ['exp'],
      currentDate: clock.now(),
    })
    return { state: payload.state, nonce: payload.nonce, verifier: payload.verifier, to: payload.to }
  } catch {
    return null
  }
}

/** A place on the staff page, and nowhere else: whatever follows a sign-in must not lead off this site. */
export function placeOnStaffPage(to: string | undefined): string {
  const home = '/staff/'
  if (to === undefined || !to.startsWith(home)) return home
  const url = new URL(to, 'http://here.invalid')
  return url.host === 'here.invalid' &&
    url.pathname.startsWith(home) &&
    !url.pathname.startsWith('/staff/sign-') &&
    !url.pathname.startsWith('/staff/api')
    ? url.pathname + url.search + url.hash
    : home
}
