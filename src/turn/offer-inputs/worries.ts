import type { Queryable } from '../../database/database.ts'
import { prepared } from '../../database/prepared.ts'
import { londonDateTime } from '../../shared/calendarDay.ts'
import { heldWorries, isOld, settledWorryTime, type WorryEntry } from '../../worry/held.ts'
import { lastWorryTime, nextWorryTime, openWorryTime, USUAL_WORRY_TIME } from '../../worry/worryTime.ts'
import type { Asked, OfferInput } from './offerInput.ts'

/** What was held longer ago than this is not brought up again; the practitioner has it. */
const DAYS_BACK = 60

/** The newest version of each entry of the worry programme. */
const QUERY = prepared(`
select distinct on (entry_id) entry_id as id, body->>'name' as name, body->'fields' as fields, body->>'about' as about,
  (body->>'occurredAt')::timestamptz as at
from record_events
where person_id = $1 and type = 'self-help-entry' and body->>'module' = 'worry' and created_at > $2::timestamptz - make_interval(days => $3)
order by entry_id, entry_version desc`)

/** Several offers look at the same entries: they are read once for each start that is put together. */
const known = new WeakMap<object, Promise<WorryEntry[]>>()

async function worryEntries({ open, person, now, recorded, database }: Asked): Promise<WorryEntry[]> {
  let reading = known.get(open)
  if (!reading) known.set(open, (reading = readWorryEntries(database, person.id, now)))
  const fresh = recorded
    .filter(({ module }) => module === 'worry')
    .map(({ entryId, name, fields, about, occurredAt }) => ({
      id: entryId,
      name,
      fields,
      about,
      at: londonDateTime(new Date(occurredAt)),
    }))
  return [...(await reading).filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh]
}

async function readWorryEntries(database: Queryable, personId: string, now: Date): Promise<WorryEntry[]> {
  const { rows } = await database.query<Omit<WorryEntry, 'at'> & { at: Date }>(QUERY, [personId, now, DAYS_BACK])
  return rows.map((row) => ({ ...row, at: londonDateTime(row.at) }))
}

/** For catching and sorting: when worry time is next, and how many wait for it. */
export const nextTimeForWorries: OfferInput = async (asked) => {
  const entries = await worryEntries(asked)
  const now = londonDateTime(asked.now)
  const plan = settledWorryTime(entries) ?? USUAL_WORRY_TIME
  const open = usedSince(entries, openWorryTime(plan, now)) ? undefined : openWorryTime(plan, now)
  const next = open !== undefined && open >= now ? open : nextWorryTime(plan, now)
  return { nextTime: next, heldCount: heldWorries(entries).length }
}

/**
 * For worry time, while it is open and was not used yet: what is held, the oldest first. Before a time was settled it is
 * there only when something is held, because that was said at night.
 */
export const worriesHeld: OfferInput = async (asked) => {
  const entries = await worryEntries(asked)
  const now = londonDateTime(asked.now)
  const settled = settledWorryTime(entries)
  const plan = settled ?? USUAL_WORRY_TIME
  const open = openWorryTime(plan, now)
  const held = heldWorries(entries)
  if (open === undefined || usedSince(entries, open) || (settled === undefined && held.length === 0)) return undefined
  const before = lastWorryTime(plan, `${open.slice(0, 10)}T00:00`)
  return {
    held: held.map(({ worry, text, checked, since }) => ({
      worry,
      text,
      checked,
      old: isOld({ worry, text, checked, since }, now),
    })),
    heldCount: held.length,
    minutes: settled?.minutes ?? (asked.person.band === 'Y11-13' ? 10 : 15),
    nextTime: nextWorryTime(plan, now > open ? now : open),
    prompt: settled?.prompt ?? false,
    unused: settled !== undefined && held.some(({ since }) => since < before) && !usedSince(entries, before),
  }
}

/** Worry time takes place from a little before its time: what was done in the hour before counts for it. */
function usedSince(entries: readonly WorryEntry[], open: string | undefined): boolean {
  if (open === undefined) return false
  return entries.some(
    ({ name, at }) =>
      name === 'worry-time' && at >= `${open.slice(0, 10)}T16:00` && at.slice(0, 10) >= open.slice(0, 10),
  )
}
