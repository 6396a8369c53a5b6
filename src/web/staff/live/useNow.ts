import { useEffect, useState } from 'react'
import { systemClock } from '../../../shared/clock.ts'

/** The present moment, renewed every so often, for ages and days on the screen. */
export function useNow(everyMs = 15_000): Date {
  const [now, setNow] = useState(() => systemClock.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(systemClock.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now
}
