import type { Headers } from './parts.ts'

/** Our cookies. `__Host-` ties one to this very host where the service runs on https. */
type CookieName = 'staff-sign-in' | 'staff-handshake'

const fullName = (name: CookieName, https: boolean) => (https ? `__Host-${name}` : name)

/** A cookie's value; undefined when it is not there. */
export function readCookie(headers: Headers, name: CookieName, https: boolean): string | undefined {
  const wanted = `${fullName(name, https)}=`
  const found = headers.cookie?.split(';').map((c) => c.trim()).find((c) => c.startsWith(wanted)) // prettier-ignore
  return found === undefined || found === wanted ? undefined : found.slice(wanted.length)
}

/** Set-Cookie: not readable by scripts, sent along when somebody follows a link here (an alert's), never with another site's form. */
export const setCookie = (name: CookieName, value: string, seconds: number, https: boolean): string =>
  `${fullName(name, https)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`

export const clearCookie = (name: CookieName, https: boolean): string => setCookie(name, '', 0, https)
