/** Hosts that may show the staff page in a frame: Teams, its browser version and Microsoft 365. */
const TEAMS_FRAMES = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft https://*.office.com https://*.microsoft365.com' // prettier-ignore

/** Headers of every answer. */
export const everyAnswer = (https: boolean): Record<string, string> => ({
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin-allow-popups',
  'cross-origin-resource-policy': 'same-origin',
  ...(https ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
})

/**
 * The content security policy of a page: nothing from outside, no inline script, styles only with this answer's nonce.
 * Only the staff page may stand in a frame, and only in Teams.
 */
export function pagePolicy(page: 'chat' | 'staff' | 'other', nonce: string, host: string | undefined): string {
  const frames = page === 'staff' ? `'self' ${TEAMS_FRAMES}` : page === 'chat' ? `'self'` : `'none'`
  // Older Safari does not count WebSockets of the same host as 'self'.
  const sockets = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : ''
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data:`,
    `connect-src 'self'${sockets}`,
    `worker-src 'self'`,
    `manifest-src 'self'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors ${frames}`,
  ].join('; ')
}

/** The policy of answers that are no page: nothing in them may ever run. */
export const NO_PAGE_POLICY = `default-src 'none'; frame-ancestors 'none'`

/**
 * The policy of a script. It counts only where the script runs as a worker, which does not take its page's policy: the chat
 * page's worker fetches the shell and the help numbers, so that they are there when the server is not.
 */
export const SCRIPT_POLICY = `default-src 'none'; connect-src 'self'; frame-ancestors 'none'`
