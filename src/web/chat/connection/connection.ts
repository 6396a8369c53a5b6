import { DirectLine, ConnectionStatus } from 'botframework-directlinejs'
import type { Activity, Value } from '../conversation/wire.ts'
import { nextDelay } from './backOff.ts'

export type ConnectionState = 'connecting' | 'online' | 'reconnecting'

/** What became of a message: `refused` will not get better by sending it again on its own. */
export type Posted = 'sent' | 'not-sent' | 'refused' | 'not-allowed'

export interface ConnectionEvents {
  heard(activity: Activity): void
  changed(state: ConnectionState): void
  /** The server no longer gives this device a token: locked, or no longer joined. */
  doorClosed(): void
}

export interface Connection {
  post(message: { clientId: string; text: string; value?: Value }): Promise<Posted>
  /** Says that the page was opened, so that the bot greets or repeats its question. */
  opened(): void
  close(): void
}

const DOMAIN = `${location.origin}/v3/directline`
/** Hidden for longer than this, a phone may have dropped the socket without telling. */
const TRUST_SOCKET_MS = 25_000
const OPENED_AGAIN_MS = 3_000

/**
 * Keeps the conversation connected with the unmodified Direct Line library. One library object lives as long as one
 * socket: its own reconnection waits 3–15 s and then 20 s between tries, so after a drop we make a new one with a new
 * token and the last watermark, sooner, and at once when the phone says that it is online again.
 */
export function connect(events: ConnectionEvents): Connection {
  let closed = false
  let direct: DirectLine | undefined
  let stop = (): void => undefined
  let watermark = ''
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let greeted: 'not-yet' | 'wanted' | 'done' = 'not-yet'

  const drop = (): void => {
    stop()
    stop = () => undefined
    direct?.end()
    direct = undefined
  }
  const again = (): void => {
    if (closed) return
    drop()
    events.changed('reconnecting')
    clearTimeout(timer)
    timer = setTimeout(() => void start(), nextDelay(failures++, Math.random()))
  }
  const atOnce = (): void => {
    if (closed || direct !== undefined) return
    clearTimeout(timer)
    failures = 0
    void start()
  }

  async function start(): Promise<void> {
    const got = await fetchToken()
    if (closed || direct !== undefined) return
    if (got === 'not-allowed') return events.doorClosed()
    if (got === 'unreachable') return again()
    const mine: DirectLine = new DirectLine({
      domain: DOMAIN,
      token: got.token,
      conversationId: got.conversationId,
      watermark,
      WebSocket: watchedSocket(
        () => direct === mine && online(),
        () => direct === mine && again(),
      ),
    })
    direct = mine
    const heard = mine.activity$.subscribe({
      next: (activity) => {
        watermark = (mine as unknown as { watermark: string }).watermark || watermark
        events.heard(activity)
      },
      error: () => direct === mine && again(),
    })
    const status = mine.connectionStatus$.subscribe((now) => {
      const gone = now === ConnectionStatus.ExpiredToken || now === ConnectionStatus.FailedToConnect
      if (gone && direct === mine) again()
    })
    stop = () => {
      heard.unsubscribe()
      status.unsubscribe()
    }
  }

  const online = (): void => {
    failures = 0
    events.changed('online')
    if (greeted === 'wanted') sendOpened()
  }
  const sendOpened = (): void => {
    greeted = 'done'
    const tellAgain = (): void => {
      greeted = 'wanted'
      setTimeout(() => !closed && greeted === 'wanted' && direct !== undefined && sendOpened(), OPENED_AGAIN_MS)
    }
    direct?.postActivity({ type: 'event', name: 'opened', value: null, from: { id: 'me' } }).subscribe({
      next: (id) => id === 'retry' && tellAgain(),
      error: tellAgain,
    })
  }

  let hiddenAt = 0
  const seen = (): void => {
    if (document.visibilityState === 'hidden') hiddenAt = performance.now()
    else if (direct === undefined) atOnce()
    else if (hiddenAt > 0 && performance.now() - hiddenAt > TRUST_SOCKET_MS) {
      drop()
      atOnce()
    }
  }
  window.addEventListener('online', atOnce)
  document.addEventListener('visibilitychange', seen)
  events.changed('connecting')
  void start()

  return {
    opened() {
      if (greeted !== 'not-yet') return
      greeted = 'wanted'
    },
    post: ({ clientId, text, value }) =>
      new Promise((settle) => {
        if (direct === undefined) return settle('not-sent')
        const activity = {
          type: 'message' as const,
          text,
          value,
          from: { id: 'me' },
          channelData: { clientActivityID: clientId },
        }
        direct.postActivity(activity).subscribe({
          next: (id) => settle(id === 'retry' ? 'not-sent' : 'sent'),
          error: (error: { status?: number }) => settle(readPostError(error.status)),
          complete: () => settle('not-sent'),
        })
      }),
    close() {
      closed = true
      clearTimeout(timer)
      window.removeEventListener('online', atOnce)
      document.removeEventListener('visibilitychange', seen)
      drop()
    },
  }
}

function readPostError(status: number | undefined): Posted {
  if (status === 401 || status === 403 || status === 423) return 'not-allowed'
  return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429
    ? 'refused'
    : 'not-sent'
}

async function fetchToken(): Promise<{ token: string; conversationId: string } | 'not-allowed' | 'unreachable'> {
  try {
    const response = await fetch(`${DOMAIN}/tokens/generate`, { method: 'POST', credentials: 'same-origin' })
    if (response.status === 401 || response.status === 403 || response.status === 423) return 'not-allowed'
    return response.ok ? ((await response.json()) as { token: string; conversationId: string }) : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

/** A WebSocket that tells when it opens and closes: the library itself says neither. */
const watchedSocket = (opened: () => unknown, dropped: () => unknown): typeof WebSocket =>
  class extends WebSocket {
    constructor(address: string | URL) {
      super(address)
      this.addEventListener('open', opened)
      this.addEventListener('close', dropped)
    }
  }
