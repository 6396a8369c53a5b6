import { londonDateTime } from '../../shared/calendarDay.ts'
import { heldWorries, isOld, settledWorryTime, type WorryEntry } from '../../worry/held.ts'
import { lastWorryTime, nextWorryTime, openWorryTime, USUAL_WORRY_TIME } from '../../worry/worryTime.ts'
import { moduleEntries } from './moduleEntries.ts'
import type { Asked, OfferInput } from './offerInput.ts'

const worryEntries = (asked: Asked): Promise<WorryEntry[]> => moduleEntries(asked, 'worry')

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
