import { errors, jwtVerify } from 'jose'
import type { StaffCaller } from '../../shared/route.ts'
import type { SignInParts } from './parts.ts'
import { findStaff } from './staffSignIns.ts'
import { subjectsOf } from './subjects.ts'

/**
 * Who sends a Teams tab's bearer token: signature by the issuer's keys, issuer, audience, tenant and time are all checked
 * before our table is asked. Null for anything else; why is logged as a code, never the token.
 */
export async function readTeamsToken(parts: SignInParts, token: string): Promise<StaffCaller | null> {
  const { teams, clock, database, logger } = parts
  if (teams === null) return null
  try {
    const { payload } = await jwtVerify(token, teams.keys, {
      issuer: teams.issuer,
      audience: teams.audience,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'sub', 'tid'],
      currentDate: clock.now(),
    })
    if (payload.tid !== teams.tenant) return refuse('wrong-tenant')
    return (await findStaff(database, teams.issuer, subjectsOf(payload))) ?? refuse('not-known')
  } catch (error) {
    if (error instanceof errors.JOSEError) return refuse(error.code)
    throw error
  }

  function refuse(code: string): null {
    logger.warn('staff-token-refused', { code })
    return null
  }
}
