import type { ClockTime } from '../shared/calendarDay.ts'
import type { Draft } from './draft.ts'

/**
 * A clock time as people say it: "7:15 in the morning", "10 minutes past midnight". The hour after midnight and the one
 * after midday are the two that a "12" leaves open, so they are named by what they come after.
 */
export function describeTime(time: ClockTime, draft: Draft): string {
  const [hour, minute] = time.split(':').map(Number) as [number, number]
  const { words, language, band } = draft.surroundings
  const said = (part: string, clock: string) =>
    (words.standing(`time-${part}`, language, band)[0] ?? '{clock}').replace('{clock}', clock)
  if (hour % 12 === 0) {
    const at = hour === 0 ? 'midnight' : 'midday'
    return minute === 0 ? said(at, '') : said(`past-${at}`, String(minute))
  }
  const clock = minute === 0 ? String(hour % 12) : `${hour % 12}:${String(minute).padStart(2, '0')}`
  return said(partOfDay(time), clock)
}

const partOfDay = (time: ClockTime): string =>
  time < '05:00'
    ? 'night'
    : time < '12:00'
      ? 'morning'
      : time < '18:00'
        ? 'afternoon'
        : time < '21:00'
          ? 'evening'
          : 'night'
