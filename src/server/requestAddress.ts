import type { IncomingMessage } from 'node:http'

/** Addresses that only a machine of our own network can have: where a reverse proxy stands. */
const PRIVATE = /^(127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd])/

/**
 * Where a request came from, for limiting tries only. Behind a proxy of our own network it is the last entry the proxy
 * added; earlier entries can be written by anybody.
 */
export function requestAddress(req: IncomingMessage): string {
  const direct = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '')
  const forwarded = req.headers['x-forwarded-for']
  const last = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return last !== undefined && last !== '' && PRIVATE.test(direct) ? last : direct
}
