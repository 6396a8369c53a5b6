import type { Database } from '../database/database.ts'
import { gather } from '../database/gather.ts'
import { writeTurns, type Commit, type Committed } from './writeTurns.ts'
import { keepEvents } from '../record/keepEvents.ts'

export type { Commit, Committed }

/**
 * Writes state, message, replies and everything alongside, or nothing. `overtaken`: another turn saved first, compute
 * again from what is there now. `repeated`: this message has been committed before. Turns of other conversations that are
 * ready at the same moment share the transaction; one that fails in it is undone with it, and each is then tried alone.
 */
export async function commitTurn(database: Database, turn: Commit): Promise<Committed> {
  const lanes = lanesOf.get(database) ?? {
    plain: gather((turns: readonly Commit[]) => writeTurns(database, turns)),
    more: gather((turns: readonly Commit[]) => commitWithMore(database, turns)),
  }
  lanesOf.set(database, lanes)
  const isPlain = turn.alongside.length === 0 && !turn.events?.length
  try {
    return await (isPlain ? lanes.plain : lanes.more)(turn)
  } catch (error) {
    if (isRepeat(error)) return { outcome: 'repeated' }
    throw error
  }
}

const isRepeat = (error: unknown): boolean =>
  (error as { code?: string }).code === '23505' && REPEATS.has((error as { constraint?: string }).constraint ?? '')

/** The same message once more: its key, or the id that follows from it. */
const REPEATS = new Set(['activities_conversation_id_dedupe_key_key', 'activities_id_key'])

/** Most turns are one statement, and need not wait for those that are a transaction of several. */
type Lane = (turn: Commit) => Promise<Committed>
const lanesOf = new WeakMap<Database, { plain: Lane; more: Lane }>()

const commitWithMore = (database: Database, turns: readonly Commit[]): Promise<Committed[]> =>
  database.transaction(async (client) => {
    const written = await writeTurns(client, turns)
    const committed = turns.filter((_, n) => written[n]!.outcome === 'committed')
    for (const turn of committed) for (const more of turn.alongside) await more(client)
    const outbox = committed.find((turn) => turn.outbox)?.outbox
    const events = committed.flatMap((turn) => turn.events ?? [])
    if (outbox) await keepEvents(client, events, outbox)
    return written
  })
