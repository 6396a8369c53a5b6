import type { JWTVerifyGetKey } from 'jose'
import type { Database } from '../../database/database.ts'
import type { Clock } from '../../shared/clock.ts'
import type { Logger } from '../../shared/logger.ts'

export type Headers = Readonly<Record<string, string | undefined>>

/** Whom we trust to say who a member of staff is in a browser. */
interface OpenIdConnect {
  issuer: string
  clientId: string
  clientSecret: string
}

/** Whom we trust to say who a member of staff is in the Teams tab. */
export interface TeamsTrust {
  /** `https://login.microsoftonline.com/<tenant>/v2.0` */
  issuer: string
  /** `api://…`, the tab's own resource. */
  audience: string
  tenant: string
  /** The issuer's public keys; `createRemoteJWKSet` outside tests. */
  keys: JWTVerifyGetKey
}

/** What signing in is built from. */
export interface SignInParts {
  database: Database
  clock: Clock
  logger: Logger
  serviceName: string
  /** The address staff reach this service at; also where the issuer sends them back to. */
  publicUrl: string
  /** At least 32 characters, the same in every process. */
  signingKey: string
  production: boolean
  openIdConnect: OpenIdConnect | null
  teams: TeamsTrust | null
  /** Whether a request was made on this very machine, with no proxy between; decides about the development link. */
  isLocal(call: { address: string; headers: Headers }): boolean
}
