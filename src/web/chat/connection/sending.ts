import type { Outgoing } from '../conversation/readConversation.ts'
import type { Posted } from './connection.ts'
import { nextDelay } from './backOff.ts'

/** Tries on a working connection before a person is asked to send again. */
const TRIES = 3

export interface Sending {
  post(message: Outgoing): Promise<Posted>
  outgoing(): readonly Outgoing[]
  replace(outgoing: Outgoing[]): void
  /** Waits; handed in so that tests need not. */
  wait(ms: number): Promise<void>
  /** The server does not know this device as open any more. */
  notAllowed(): void
}

/** What is waiting goes out one after the other, in the order it was written, each under its own id until it counts. */
export interface Sender {
  /** Something was added, or the connection is back. */
  go(): void
  /** The connection is gone: what is not sent yet is kept. */
  keep(): void
  /** A person wants this one sent again. */
  again(clientId: string): void
}

/** Makes the sender. It never drops anything: a message is waiting, sending, failed with "send again", or sent. */
export function createSender(parts: Sending): Sender {
  let busy = false
  let connected = false
  const mark = (clientId: string, state: Outgoing['state']): void =>
    parts.replace(parts.outgoing().map((m) => (m.clientId === clientId ? { ...m, state } : m)))

  async function run(): Promise<void> {
    for (let next = firstWaiting(); connected && next !== undefined; next = firstWaiting()) {
      mark(next.clientId, 'sending')
      const posted = await postPatiently(next)
      if (posted === 'sent') mark(next.clientId, 'sent')
      else if (posted === 'refused' || (posted === 'not-sent' && connected)) mark(next.clientId, 'failed')
      else {
        mark(next.clientId, 'waiting')
        if (posted === 'not-allowed') {
          connected = false
          parts.notAllowed()
        }
        return
      }
    }
  }
  const firstWaiting = (): Outgoing | undefined => parts.outgoing().find((m) => m.state === 'waiting')

  // Taken out of the list from outside once it has come back as part of the conversation, even where the answer to the post was lost.
  const hasArrived = (message: Outgoing): boolean => !parts.outgoing().some((m) => m.clientId === message.clientId)

  async function postPatiently(message: Outgoing): Promise<Posted> {
    for (let tries = 1; ; tries++) {
      const posted = await parts.post(message)
      if (posted !== 'not-sent' || !connected || tries === TRIES || hasArrived(message)) return posted
      await parts.wait(nextDelay(tries, 0.5))
    }
  }

  const start = (): void => {
    if (busy || !connected) return
    busy = true
    void run().finally(() => {
      busy = false
      if (connected && firstWaiting() !== undefined) start()
    })
  }
  return {
    go() {
      connected = true
      start()
    },
    keep() {
      connected = false
    },
    again(clientId) {
      mark(clientId, 'waiting')
      start()
    },
  }
}
