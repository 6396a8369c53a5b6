import Holidays from 'date-holidays'
import type { CalendarDay } from '../shared/calendarDay.ts'

const england = new Holidays('GB', 'ENG')

/** The bank holidays in England of one year with their substitute days and one-off days, as the library date-holidays lists them. */
export function bankHolidays(year: number): ReadonlySet<CalendarDay> {
  const known = years.get(year)
  if (known !== undefined) return known
  const days = new Set(
    england
      .getHolidays(year, 'en')
      .filter((holiday) => holiday.type === 'public')
      .map((holiday) => holiday.date.slice(0, 10)),
  )
  years.set(year, days)
  return days
}

/** Reckoned once a year: every message asks for them. */
const years = new Map<number, ReadonlySet<CalendarDay>>()
