import type { RecordAnswer } from '../case-record/answer.ts'
import type { ThingName } from '../case-record/thingName.ts'
import type { Receipt } from '../case-record/types.ts'
import type { Queryable } from '../database/database.ts'
import type { RecordEvent } from '../record/events.ts'
import { keyOf, type Holdings, type RecordTarget, type Thing } from './targets/target.ts'

/** How the outbox and the case record compare for one case. Ids of outbox entries, but for `unknown`. */
export interface Reconciliation {
  /** Nothing is missing, different, doubled, unknown or out of order. What waits or is parked does not count against it. */
  agrees: boolean
  /** Held as it was sent, and confirmed. */
  held: number
  heldIds: string[]
  waiting: string[]
  parked: string[]
  /** Held though not yet confirmed: the answer got lost; the next try settles it. */
  unconfirmed: string[]
  /** Confirmed to us, but not held. */
  missing: string[]
  /** Held, but with other content. */
  different: string[]
  /** Held more than once. */
  doubled: string[]
  /** Held in another order than they came about; entries that a person sent again are left out. */
  outOfOrder: string[]
  /** Sequence numbers of things in the record that the outbox knows nothing of. */
  unknown: number[]
}

interface Row {
  id: string
  stream: 'case' | 'risk'
  state: 'waiting' | 'delivered' | 'parked'
  /** Null once the words are erased here; then the receipt says what it was. */
  body: RecordEvent | null
  receipt: Receipt | null
  digest: string | null
  resent: boolean
}

/** Compares without keeping anybody's words. Changes nothing. */
export async function reconcile(
  database: Queryable,
  target: RecordTarget,
  caseRef: string,
): Promise<RecordAnswer<Reconciliation>> {
  // The outbox first: what is delivered meanwhile shows as unknown here, never as missing; so ask again when it does.
  const { rows } = await database.query<Row>(
    `select o.id, o.stream, o.state, o.body, o.receipt, o.digest,
            exists (select 1 from audit a where a.action = 'outbox-resent' and a.subject_id = o.id::text) as resent
     from outbox o join cases c on c.id = o.case_id where c.case_ref = $1 order by o.seq`,
    [caseRef],
  )
  const things = new Map(rows.flatMap((row) => toThing(row, target)))
  const holdings = await target.holdings(caseRef, [...things.values()])
  return holdings.ok ? { ...holdings, value: compare(rows, things, holdings.value) } : holdings
}

/** Nothing for what was parked because it cannot be sent at all. */
function toThing({ id, body, receipt, digest }: Row, target: RecordTarget): [string, Thing][] {
  if (body === null) {
    if (receipt === null || digest === null) return []
    return [[id, { ...nameIn(receipt), digest, event: null }]]
  }
  try {
    const sendable = target.prepare(body)
    return [[id, { ...nameIn(sendable), digest: sendable.digest, event: body }]]
  } catch {
    return []
  }
}

const nameIn = ({ kind, id, version }: ThingName): ThingName => ({ kind, id, version })

function compare(
  rows: readonly Row[],
  things: ReadonlyMap<string, Thing>,
  { held, doubled, unknown }: Holdings,
): Reconciliation {
  const found: Reconciliation = {
    agrees: false, held: 0, heldIds: [], waiting: [], parked: [], unconfirmed: [], missing: [], different: [], doubled: [], outOfOrder: [], unknown,
  } // prettier-ignore
  const last = { case: 0, risk: 0 }
  for (const row of rows) {
    if (row.state !== 'delivered') found[row.state].push(row.id)
    const thing = things.get(row.id)
    if (thing === undefined) continue
    const holding = held.get(keyOf(thing))
    if (holding === undefined) {
      if (row.state === 'delivered') found.missing.push(row.id)
      continue
    }
    if (doubled.includes(keyOf(thing))) found.doubled.push(row.id)
    if (!holding.same) found.different.push(row.id)
    else if (row.state === 'waiting') found.unconfirmed.push(row.id)
    else if (row.state === 'delivered') found.heldIds.push(row.id)
    if (row.resent) continue
    if (holding.sequence < last[row.stream]) found.outOfOrder.push(row.id)
    last[row.stream] = Math.max(last[row.stream], holding.sequence)
  }
  found.held = found.heldIds.length
  const faults = [found.missing, found.different, found.doubled, found.outOfOrder, found.unknown]
  found.agrees = faults.every((list) => list.length === 0)
  return found
}
