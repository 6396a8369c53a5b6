import type { z } from 'zod'
import { addDays, londonDay, type CalendarDay } from '../../shared/calendarDay.ts'
import type { helplinesState } from '../contract/serviceShapes.ts'

/** A helpline as far as checking it goes. */
interface Checked {
  id: string
  name: string
  owner: string
  /** A day, or empty. */
  checked_on: CalendarDay
  signed_by: string
}

/** Helplines that nobody has checked, or not within so many days: for the note on the staff page, and for what production refuses. */
export const uncheckedHelplines = <H extends Checked>(helplines: readonly H[], now: Date, withinDays: number): H[] =>
  helplines.filter(
    (h) =>
      h.owner === '' ||
      h.signed_by === '' ||
      h.checked_on === '' ||
      h.checked_on < addDays(londonDay(now), -withinDays),
  )

/** What staff are told about the numbers that young people see. */
export function helplinesForStaff(
  helplines: readonly Checked[],
  now: Date,
  withinDays: number,
): z.infer<typeof helplinesState> {
  const unchecked = uncheckedHelplines(helplines, now, withinDays)
  return {
    checked: unchecked.length === 0,
    note:
      unchecked.length === 0
        ? null
        : `${unchecked.length} helplines have not been checked by a named person within ${withinDays} days. Young people see them all the same; do not rely on them until somebody has.`,
    unchecked: unchecked.map((h) => ({ id: h.id, name: h.name, checkedOn: h.checked_on === '' ? null : h.checked_on })),
  }
}
