import type { OwedBefore } from '../../turn/types.ts'

/** What of each conversation this process has sent, of late, so that the next turn need not wait until it is marked. */
export interface SentHere {
  /** Whether everything that was owed when a turn was committed has been sent by this process since. */
  covers(conversationId: string, owed: OwedBefore | undefined): boolean
  /** Everything from the first place to the last is sent, or was not owed before. */
  add(conversationId: string, sent: { from: number; to: number }): void
  /** Something was not sent: the database is asked from now on. */
  forget(conversationId: string): void
}

const REMEMBERED_AT_MOST = 20_000

export function createSentHere(): SentHere {
  const stretches = new Map<string, { from: number; to: number }>()
  return {
    covers(conversationId, owed) {
      if (owed === undefined) return false
      if (owed === null) return true
      const sent = stretches.get(conversationId)
      return sent !== undefined && sent.from <= owed.from && owed.to <= sent.to
    },
    add(conversationId, { from, to }) {
      if (stretches.size >= REMEMBERED_AT_MOST) stretches.clear()
      stretches.set(conversationId, { from, to })
    },
    forget: (conversationId) => void stretches.delete(conversationId),
  }
}
