import type { CalendarDay } from '../shared/calendarDay.ts'
import { addDays } from '../shared/calendarDay.ts'

/** A calendar quarter, `2026-Q4`. */
export type Quarter = string
export const QUARTER = /^20\d\d-Q[1-4]$/

/** The first and the last day of a quarter. */
export function daysOf(quarter: Quarter): { from: CalendarDay; until: CalendarDay } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))]
  const first = (quarterOfYear: number) =>
    quarterOfYear > 4 ? `${year + 1}-01-01` : `${year}-${String(quarterOfYear * 3 - 2).padStart(2, '0')}-01`
  return { from: first(number), until: addDays(first(number + 1), -1) }
}

/** The quarter a day falls in. */
export const quarterOf = (day: CalendarDay): Quarter => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
