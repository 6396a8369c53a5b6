import { useEffect, useRef, useState } from 'react'
import { systemClock } from '../../../shared/clock.ts'
import { Refused, bodyOf, type StaffApi } from '../api/client.ts'
import type { Cache } from './cache.ts'
import { followChanges, type Freshness } from './followChanges.ts'

/** The server holds a long-poll for up to 25 seconds; one that takes longer is lost. */
const LONGEST_POLL_MS = 40_000

/** Keeps the page's cache up to date for as long as it is shown; `retry` tries again at once. */
export function useLiveDesk(
  api: StaffApi,
  cache: Cache,
  running: boolean,
): { freshness: Freshness; retry: () => void } {
  const [freshness, setFreshness] = useState<Freshness>({ state: 'live' })
  const wake = useRef<() => void>(() => {})

  useEffect(() => {
    if (!running) return
    const stop = new AbortController()
    const sleep = (ms: number, signal: AbortSignal) =>
      new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms)
        wake.current = () => {
          clearTimeout(timer)
          resolve()
        }
        signal.addEventListener('abort', () => wake.current(), { once: true })
      })
    void followChanges(
      {
        async ask(since, signal) {
          const query = since === undefined ? {} : { since }
          const within = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_POLL_MS)])
          try {
            return await bodyOf(api.GET('/staff/api/changes', { params: { query }, signal: within }))
          } catch (problem) {
            if (problem instanceof Refused && problem.status === 401) return 'signed-out'
            throw problem
          }
        },
        sleep,
        now: () => systemClock.now(),
        random: Math.random,
        onChanged: (changed) => void cache.refresh(changed.includes('alerts') ? ['alerts', 'cases'] : changed),
        onFreshness: setFreshness,
      },
      stop.signal,
    )
    const tryNow = () => wake.current()
    window.addEventListener('online', tryNow)
    document.addEventListener('visibilitychange', tryNow)
    return () => {
      stop.abort()
      window.removeEventListener('online', tryNow)
      document.removeEventListener('visibilitychange', tryNow)
    }
  }, [api, cache, running])

  return { freshness, retry: () => wake.current() }
}
