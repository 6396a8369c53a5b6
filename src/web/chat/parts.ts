import { createContext, useContext } from 'react'
import type { Store } from './browser/store.ts'
import type { Talk } from './conversation/talk.ts'
import type { Doorkeeper } from './doors/doorkeeper.ts'
import { useStore } from './browser/store.ts'
import type { Page } from './page.ts'

/** What every part of the page may reach: its state, the conversation, the doors, and leaving. */
export interface Parts {
  page: Store<Page>
  talk: Talk
  doors: Doorkeeper
  openHelp(): void
  leave(): void
}

export const PartsContext = createContext<Parts | null>(null)

export function useParts(): Parts {
  const parts = useContext(PartsContext)
  if (parts === null) throw new Error('The page is drawn outside its parts')
  return parts
}

/** The page's state, drawn anew with every change. */
export const usePage = (): Page => useStore(useParts().page)
