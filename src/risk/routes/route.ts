/** One message that something waits: where to, and a link. Never a name, a tier or a word of anybody's. */
export interface OutgoingAlert {
  /** The same for every try: whoever receives it can tell a repeat. */
  id: string
  /** As the member of staff's address on this route is kept. */
  address: string
  /** The staff page with this matter; whoever opens it signs in first, and has not acknowledged by it. */
  link: string
  at: Date
}

/**
 * A way in which an alert reaches a member of staff outside the staff page. `send` resolves when the other side has taken
 * it, rejects when not, and ends when the signal says so. It is tried again by whoever calls it.
 */
export interface AlertRoute {
  id: string
  send(alert: OutgoingAlert, signal: AbortSignal): Promise<void>
}
