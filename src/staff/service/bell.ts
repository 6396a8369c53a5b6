import type { Channel, Database } from '../../database/database.ts'

/** After how long a message on a channel leads to a look: a burst of messages is one look. */
export type Delays = Partial<Record<Channel, number>>

/** Something that waits and can be woken. */
interface Bell {
  /** Resolves when it rang, or after the time at the latest. Rings between two waits are not lost. */
  wait(ms: number): Promise<void>
  stop(): void
}

/** Listens from now on. `stopping` rings at once. */
export function listen(database: Pick<Database, 'subscribe'>, delays: Delays, stopping: AbortSignal | undefined): Bell {
  let due = Infinity
  let timer: NodeJS.Timeout | undefined
  let wake: (() => void) | undefined

  const schedule = () => {
    clearTimeout(timer)
    if (wake) timer = setTimeout(wake, Math.max(0, due - performance.now()))
  }
  const within = (ms: number) => {
    due = Math.min(due, performance.now() + ms)
    schedule()
  }
  const atOnce = () => within(0)
  const stops = (Object.entries(delays) as [Channel, number][]).map(([channel, ms]) =>
    database.subscribe(channel, () => within(ms)),
  )
  stopping?.addEventListener('abort', atOnce)

  return {
    wait: (ms) =>
      new Promise((resolve) => {
        wake = () => {
          wake = undefined
          due = Infinity
          resolve()
        }
        within(ms)
      }),
    stop() {
      clearTimeout(timer)
      for (const stop of stops) stop()
      stopping?.removeEventListener('abort', atOnce)
    },
  }
}
