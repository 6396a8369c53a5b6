import type { IncomingHttpHeaders } from 'node:http'

const LOOPBACK_ADDRESS = /^(::ffff:)?127\.|^::1$/
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
/** What proxies and tunnels add, each its own. */
const FORWARDED = /^(forwarded|via|x-forwarded.*|x-original-.*|x-real-ip|x-client-ip|true-client-ip|cf-.*|x-envoy-.*)$/

/**
 * Whether a request was made on this very machine, not through a proxy or tunnel and not by a page of another site that
 * points a name of its own here. What exists for development only (sign-in by a printed link, a bot without credentials)
 * asks this every time.
 */
export function isLocalRequest(req: { headers: IncomingHttpHeaders; socket: { remoteAddress?: string } }): boolean {
  return (
    LOOPBACK_ADDRESS.test(req.socket.remoteAddress ?? '') &&
    LOOPBACK_HOST.test(req.headers.host ?? '') &&
    Object.keys(req.headers).every((name) => !FORWARDED.test(name))
  )
}
