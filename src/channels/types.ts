import type { Activity } from 'botbuilder'
import type { Output } from '../dialog-kit/index.ts'

/** A message as it reached a door, before anybody knows who it is from. */
export interface Inbound {
  channel: string
  conversationId: string
  /** Who the door has authenticated: a person (web chat token), or an account of the channel that may be linked. */
  from: { kind: 'person'; personId: string } | { kind: 'account'; tenant: string; account: string }
  /** `conversationId` + activity id + type + time of edit: a redelivery has the same, an edit has another. */
  dedupeKey: string
  content: InboundContent
  /** How to reach this conversation first later (Bot Framework conversation reference); null where the client fetches. */
  reference: object | null
  /** The activity as stored for history; its id is ours. */
  activity: Partial<Activity>
}

export type InboundContent =
  | { type: 'message' | 'edit'; text: string; value: unknown; attachments: { name: string; contentType: string }[] }
  | { type: 'deleted' }
  /** The chat was opened, or the bot was added: a greeting or the open question is due. `unasked`: the bot comes first. */
  | { type: 'opened'; unasked?: true }
  /** Something channels send that asks for nothing (typing, read receipts). */
  | { type: 'ignored' }

/** What a button or picker of ours sends in `activity.value`. */
export type ActivityValue =
  | { answer: { run: string; step: string; value: unknown } }
  | { command: string; step?: string }
  | { open: { dialog: string; input?: unknown } }

/** How outputs become activities on one channel. One file each in this folder. */
export interface Channel {
  /** The Bot Framework channel id. */
  id: string
  /** Whether replies are pushed by us (Teams) or fetched by the client (Direct Line). */
  pushes: boolean
  render(outputs: readonly Output[]): Partial<Activity>[]
}
