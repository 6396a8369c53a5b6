/** The cookie that makes a browser a joined device. `__Host-` ties it to this very host where the service runs on https. */
const nameOf = (https: boolean) => (https ? '__Host-device' : 'device')
const YEAR_SECONDS = 365 * 86_400

/** The device secret a request carries, if any. */
export function readDeviceCookie(
  headers: Readonly<Record<string, string | undefined>>,
  https: boolean,
): string | undefined {
  const wanted = `${nameOf(https)}=`
  const found = headers.cookie?.split(';').map((c) => c.trim()).find((c) => c.startsWith(wanted)) // prettier-ignore
  const secret = found?.slice(wanted.length)
  return secret === undefined || secret === '' ? undefined : secret
}

/** Set-Cookie for a newly joined device. Strict: no other site can make a browser send it. */
export const deviceCookie = (secret: string, https: boolean): string =>
  `${nameOf(https)}=${secret}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Strict${https ? '; Secure' : ''}`
