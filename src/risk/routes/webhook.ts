import { createHmac } from 'node:crypto'
import type { AlertRoute } from './route.ts'

/** A pager or SMS gateway of the service's own. */
interface WebhookSettings {
  url: string
  secret: string
  /** For tests. */
  fetch?: typeof globalThis.fetch
}

/**
 * By a signed webhook: `{ id, to, link, at }`, with `x-alert-timestamp` (seconds) and `x-alert-signature: v1=<hex>`, the
 * HMAC-SHA256 of `<timestamp>.<body>`. Whoever receives it refuses an old timestamp, and takes one id once.
 */
export function createWebhookRoute({ url, secret, fetch = globalThis.fetch }: WebhookSettings): AlertRoute {
  return {
    id: 'webhook',
    async send({ id, address, link, at }, signal) {
      const body = JSON.stringify({ id, to: address, link, at: at.toISOString() })
      const timestamp = String(Math.floor(at.getTime() / 1000))
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        signal,
        body,
        headers: {
          'content-type': 'application/json',
          'idempotency-key': id,
          'x-alert-timestamp': timestamp,
          'x-alert-signature': `v1=${signAlert(secret, timestamp, body)}`,
        },
      })
      await answer.body?.cancel()
      if (!answer.ok) throw Object.assign(new Error('the gateway refused'), { code: `http-${answer.status}` })
    },
  }
}

/** What the receiver computes again to check that an alert is ours. */
export const signAlert = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
