import type { Entry } from './readConversation.ts'

/** Earlier parts of a conversation, one group a day, oldest first. */
export interface Folded {
  earlier: { day: string; entries: Entry[] }[]
  recent: Entry[]
}

/** Entries that always stay in sight. */
const IN_SIGHT = 14

/**
 * Folds a long conversation: the last entries stay, what came before stands behind one line a day. `dayOf` names the day
 * of an entry's time; entries still being sent have none and belong to the last day.
 */
export function foldEarlier(entries: readonly Entry[], dayOf: (at: string) => string): Folded {
  const cut = Math.max(0, entries.length - IN_SIGHT)
  const earlier: Folded['earlier'] = []
  for (const entry of entries.slice(0, cut)) {
    const last = earlier.at(-1)
    const day = entry.at === '' ? (last?.day ?? '') : dayOf(entry.at)
    if (last?.day === day) last.entries.push(entry)
    else earlier.push({ day, entries: [entry] })
  }
  return { earlier, recent: entries.slice(cut) }
}
