import { weekday, type CalendarDay, type ClockTime } from '../shared/calendarDay.ts'
import { InvalidInput } from '../shared/errors.ts'

/** From when until when on one day, England's clock on the wall. */
export interface Hours {
  from: ClockTime
  until: ClockTime
}

/** When the service is staffed, by weekday, 1 Monday … 7 Sunday; a day left out has nobody. */
export type StaffedHours = ReadonlyMap<number, Hours>

export const DAY_NAMES = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const
const PART =
  /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? (([01]\d|2[0-3]):[0-5]\d)-(([01]\d|2[0-3]):[0-5]\d)$/

/** Reads `Mon-Thu 09:00-17:00, Fri 09:00-13:00`. Throws `InvalidInput` with every part that cannot be read. */
export function parseStaffedHours(text: string): StaffedHours {
  const days = new Map<number, Hours>()
  const faults: string[] = []
  for (const part of text.split(',').map((p) => p.trim())) {
    const [, first, last, from, , until] = PART.exec(part) ?? []
    const start = dayNumber(first)
    const end = last === undefined ? start : dayNumber(last)
    if (from === undefined || until === undefined || from >= until || end < start) faults.push(part)
    else for (let d = start; d <= end; d++) days.set(d, { from, until })
  }
  if (faults.length > 0)
    throw new InvalidInput('The staffed hours cannot be used:', faults.map((f) => ({ place: `"${f}"`, problem: 'is not days with hours', mend: 'Mon-Fri 09:00-17:00' }))) // prettier-ignore
  return days
}

const dayNumber = (name: string | undefined): number => DAY_NAMES.findIndex((known) => known === name) + 1

/** `Mon` for a calendar day. */
export const dayName = (day: CalendarDay): string => DAY_NAMES[weekday(day) - 1] ?? ''
