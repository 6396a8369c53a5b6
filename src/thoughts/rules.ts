import type { CalendarDay, LocalDateTime } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'

/** An entry of the programme as it stands in the record. */
export interface ThoughtEntry {
  id: string
  name: string
  fields: { readonly [field: string]: Json | undefined }
  about: string | null
  at: LocalDateTime
}

/** A feeling as strong as this is settled first: nobody weighs facts in it (brief 1d). */
const SETTLE_FROM = 8
/** More thoughts than this in a day is chewing them over, not checking them. A proposal. */
const CATCHES_A_DAY = 3

export const settleFirst = (strength: number | undefined): boolean => strength !== undefined && strength >= SETTLE_FROM

/** Whether another thought may be caught today. */
export const mayCatch = (entries: readonly ThoughtEntry[], today: CalendarDay): boolean =>
  entries.filter(({ name, at }) => name === 'thought' && at.slice(0, 10) === today).length < CATCHES_A_DAY

/** The newest thought that was caught, may be checked here, and was not yet. */
export const thoughtToCheck = (entries: readonly ThoughtEntry[]): ThoughtEntry | undefined => {
  const checked = new Set(entries.filter(({ name }) => name === 'thought-check').map(({ about }) => about))
  return entries.findLast(
    ({ id, name, fields }) => name === 'thought' && fields.status === 'caught' && !checked.has(id),
  )
}

/** How a number stands to the one before; nothing is said where one of them was not given. */
export function shiftOf(before: number | undefined, now: number | undefined): 'lower' | 'same' | 'higher' | undefined {
  if (before === undefined || now === undefined) return undefined
  if (now === before) return 'same'
  return now < before ? 'lower' : 'higher'
}
