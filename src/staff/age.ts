import { addDays, type CalendarDay } from '../shared/calendarDay.ts'

/** Whole years between a date of birth and a day; null where the date is not known. */
export function ageOn(dateOfBirth: CalendarDay | null, day: CalendarDay): number | null {
  if (dateOfBirth === null) return null
  const years = Number(day.slice(0, 4)) - Number(dateOfBirth.slice(0, 4))
  return day.slice(5) < dateOfBirth.slice(5) ? years - 1 : years
}

/** The day somebody turns so many years old; born on 29 February, it is 1 March in other years. */
export function birthday(dateOfBirth: CalendarDay, years: number): CalendarDay {
  const day = `${Number(dateOfBirth.slice(0, 4)) + years}${dateOfBirth.slice(4)}`
  const leap = (y: number) => (y % 4 === 0 && y % 100 !== 0) || y % 400 === 0
  return day.endsWith('-02-29') && !leap(Number(day.slice(0, 4))) ? addDays(`${day.slice(0, 4)}-02-28`, 1) : day
}
