import { createContext, useCallback, useContext, useSyncExternalStore, type ReactNode } from 'react'
import type { StaffApi, Schemas } from '../api/client.ts'
import type { Cache, Loaded } from './cache.ts'
import type { Changed, Freshness } from './followChanges.ts'

/** What every part of the page works with: the API, what has been fetched, who is signed in, how fresh it is. */
export interface Desk {
  api: StaffApi
  cache: Cache
  me: Schemas['Me']
  freshness: Freshness
}

const DeskContext = createContext<Desk | null>(null)

export const DeskProvider = ({ desk, children }: { desk: Desk; children: ReactNode }) => (
  <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>
)

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('useDesk is for what stands inside DeskProvider')
  return desk
}

/** Something of the server's, followed: fetched now, and again whenever that kind of thing changes. */
export function useLoaded<T>(key: string, kind: Changed | 'once', load: (api: StaffApi) => Promise<T>): Loaded<T> {
  const { cache, api } = useDesk()
  const follow = useCallback(
    (listener: () => void) => cache.follow(key, kind, () => load(api), listener),
    // `load` differs on every drawing and means the same for the same key.
    [cache, api, key, kind], // eslint-disable-line react-hooks/exhaustive-deps
  )
  return useSyncExternalStore(follow, () => cache.read(key)) as Loaded<T>
}
