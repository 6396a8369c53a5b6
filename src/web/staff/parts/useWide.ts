import { useSyncExternalStore } from 'react'

const query = window.matchMedia('(min-width: 1024px)')

/** Whether there is room for a list and what it opens side by side; the same width as in `styles/alerts.css`. */
export const useWide = (): boolean =>
  useSyncExternalStore(
    (listener) => {
      query.addEventListener('change', listener)
      return () => query.removeEventListener('change', listener)
    },
    () => query.matches,
  )
