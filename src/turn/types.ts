import type { Activity } from 'botbuilder'
import type { Inbound } from '../channels/types.ts'

/** One reply of a turn, as stored: `seq` is its place in the conversation (the Direct Line watermark). */
export interface StoredReply {
  id: string
  seq: number
  /** Rendered for the conversation's channel and ready to send; its id is `id`. */
  activity: Partial<Activity>
}

/** From where to where replies were still owed when a turn was committed, its own left out; null when none was. */
export type OwedBefore = { from: number; to: number } | null

/** What a committed turn hands back to the door that the message came through. */
export interface TurnReply {
  /** Everything to be sent, in order. A redelivered message gets the same replies again. */
  replies: StoredReply[]
  /** True when this message had been received before and nothing was changed. */
  repeated: boolean
  /** On channels that push, of a turn committed just now. */
  owedBefore?: OwedBefore
}

/**
 * The one way into the product. Resolves only after everything of the turn is committed, so a door answers 2xx and sends
 * the replies after it and never before. Rejects only when nothing could be committed: the door answers 503, and the
 * channel or the chat page sends the same message again.
 */
export type Receive = (inbound: Inbound) => Promise<TurnReply>
