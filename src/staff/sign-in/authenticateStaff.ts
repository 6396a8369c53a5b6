import { Problem, type StaffCaller } from '../../shared/route.ts'
import { readCookie } from './cookies.ts'
import type { Headers, SignInParts } from './parts.ts'
import { findSignIn } from './staffSignIns.ts'
import { readTeamsToken } from './teamsToken.ts'

export type AuthenticateStaff = (headers: Headers, method: string) => Promise<StaffCaller | null>

const READS = new Set(['get', 'head'])

/**
 * Who calls a staff route: a Teams bearer token where one is sent, otherwise the sign-in cookie. A caller with a cookie
 * who changes something must send `x-requested-with: staff-page`, which no other site's form or link can: this is the one
 * place where that is checked. Null: nobody who is signed in.
 */
export const createAuthenticateStaff =
  (parts: SignInParts, https: boolean): AuthenticateStaff =>
  async (headers, method) => {
    const bearer = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/i.exec(headers.authorization ?? '')?.[1]
    if (headers.authorization !== undefined) return bearer === undefined ? null : readTeamsToken(parts, bearer)
    const secret = readCookie(headers, 'staff-sign-in', https)
    if (secret === undefined) return null
    const caller = await findSignIn(parts.database, secret, parts.clock.now())
    if (caller !== null && !READS.has(method.toLowerCase()) && headers['x-requested-with'] !== 'staff-page')
      throw new Problem(403, 'not-from-the-staff-page', 'Changes are taken from the staff page only.')
    return caller
  }
