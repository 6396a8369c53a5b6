import type { Door, Help, Me, Plan, Settings } from './api/chatApi.ts'
import type { ConnectionState } from './connection/connection.ts'
import type { Activity } from './conversation/wire.ts'
import type { Outgoing } from './conversation/readConversation.ts'
import { recallPlan } from './browser/ownPlan.ts'
import { createStore, type Store } from './browser/store.ts'

/** What the device shows: the server's doors, and those that stand before the server knows it. */
export type Shown = 'first-load' | 'unreachable' | 'join' | 'link-used' | 'join-device' | Door

/** Everything the page draws itself from. Words a person wrote are in here and nowhere else on the device. */
export interface Page {
  shown: Shown
  /** The secret of the invitation link this page was opened with. */
  link: string | null
  me: Me | null
  help: Help
  /** Their own coping plan: while the page is open, and beyond it only where they chose to keep it on the device. */
  plan: Plan
  settings: Pick<Settings, 'textSize' | 'plain'>
  connection: ConnectionState
  activities: readonly Activity[]
  outgoing: readonly Outgoing[]
  /** What is being typed, kept while the page locks or a question is repeated; by question. */
  drafts: Readonly<Record<string, string>>
}

/** The page as it is before anything was fetched. */
export const createPage = (link: string | null, help: Help, settings: Page['settings']): Store<Page> =>
  createStore<Page>({
    shown: 'first-load',
    link,
    me: null,
    help,
    plan: recallPlan(),
    settings,
    connection: 'connecting',
    activities: [],
    outgoing: [],
    drafts: {},
  })

/** The secret part of an invitation link: it stands after `#`, so that it reaches no server log. */
export const linkIn = (hash: string): string | null => /^#join=([\w-]{10,100})$/.exec(hash)?.[1] ?? null
