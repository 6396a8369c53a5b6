const LONDON = 'Europe/London'
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('en-GB', { timeZone: LONDON, ...options })
const clock = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
const weekday = format({ weekday: 'short' })
const dayMonth = format({ weekday: 'short', day: 'numeric', month: 'short' })
const dayMonthYear = format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const isoDay = format({ year: 'numeric', month: '2-digit', day: '2-digit' })
const shortDay = format({ day: 'numeric', month: 'short' })

/** The day in England of an instant, `2026-03-29`. */
export function londonDay(instant: Date): string {
  const parts = Object.fromEntries(isoDay.formatToParts(instant).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}`
}

/** Whole days in England from `now` to an instant: 0 today, -1 yesterday. */
const daysFrom = (instant: Date, now: Date): number =>
  Math.round((Date.parse(londonDay(instant)) - Date.parse(londonDay(now))) / DAY)

/** A moment as staff read it, in England's time with the day named: `today 17:44`, `Tue 9:30`, `Thu 19 Nov 17:44`. */
export function whenWords(iso: string, now: Date): string {
  const instant = new Date(iso)
  const time = clock.format(instant)
  const days = daysFrom(instant, now)
  if (days === 0) return `today ${time}`
  if (days === -1) return `yesterday ${time}`
  if (days === 1) return `tomorrow ${time}`
  if (days > 1 && days < 7) return `${weekday.format(instant)} ${time}`
  const sameYear = londonDay(instant).slice(0, 4) === londonDay(now).slice(0, 4)
  return `${(sameYear ? dayMonth : dayMonthYear).format(instant)} ${time}`
}

/** A calendar day as staff read it: `Thu 19 Nov 2026`. */
export const dayWords = (day: string): string => dayMonthYear.format(new Date(`${day}T12:00:00Z`))

/** A calendar day where room is short: `19 Nov`. */
export const shortDayWords = (day: string): string => shortDay.format(new Date(`${day}T12:00:00Z`))

/** The clock time in England: `17:44`. */
export const timeWords = (iso: string): string => clock.format(new Date(iso))

/** How long ago, in the two largest units that matter: `just now`, `14 min`, `2 h 5 min`, `3 days`. */
export function ageWords(iso: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(iso)) / MINUTE))
  if (minutes < 1) return 'just now'
  if (minutes < 60) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 24) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  const days = Math.floor(hours / 24)
  return days === 1 ? '1 day' : `${days} days`
}

/** How long ago as a phrase: `14 min ago`, `just now`. */
export function agoWords(iso: string, now: Date): string {
  const age = ageWords(iso, now)
  return age === 'just now' ? age : `${age} ago`
}

/** `datetime-local` form of an instant, in England's time. */
export const localInput = (iso: string): string => `${londonDay(new Date(iso))}T${clock.format(new Date(iso))}`

/**
 * The instant of a day and time in England as typed into a form. A time that the clocks skip in spring moves forward by
 * an hour; of a time that comes twice in autumn the first is meant. Null for what is no date.
 */
export function instantOf(local: string): string | null {
  const asUtc = Date.parse(`${local}Z`)
  if (Number.isNaN(asUtc)) return null
  // England is at most one hour ahead of UTC: try summer time first, then winter time.
  for (const ahead of [60 * MINUTE, 0]) {
    const instant = new Date(asUtc - ahead)
    if (localInput(instant.toISOString()) === local) return instant.toISOString()
  }
  return new Date(asUtc).toISOString()
}
