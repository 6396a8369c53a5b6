/** Days and times as the pickers offer them. Days are England's, `2026-11-28`; times are 24-hour, `16:30`. */

const DAY_MS = 86_400_000
const asDate = (day: string): Date => new Date(`${day}T12:00:00Z`)

/** The calendar day in England at a moment. */
export function londonDay(at: Date): string {
  const parts =
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', year: 'numeric', month: '2-digit', day: '2-digit' }) // prettier-ignore
      .formatToParts(at)
  const part = (type: string): string => parts.find((p) => p.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** The day some days after another, or before it with a negative number. */
export const addDays = (day: string, days: number): string =>
  new Date(asDate(day).getTime() + days * DAY_MS).toISOString().slice(0, 10)

/** `Sat 28 Nov`: what is sent and stays true when read next week. */
export const dayName = (day: string, weekday: 'short' | 'long' = 'short'): string => {
  const long = weekday === 'long'
  return new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday, day: 'numeric', month: long ? 'long' : 'short' })
    .format(asDate(day))
    .replace(',', '')
}

/** `4:30 pm`. */
export function timeName(time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const half = hours < 12 ? 'am' : 'pm'
  return `${hours % 12 === 0 ? 12 : hours % 12}:${String(minutes).padStart(2, '0')} ${half}`
}

/** The names that days near today have. */
export interface NearNames {
  today: string
  tomorrow: string
  yesterday: string
}

/**
 * Up to seven days to tap, nearest to today first: forwards where the question is about what comes, backwards where it
 * is about what was. Bounds are inclusive.
 */
export function dayChoices(today: string, bounds: { from?: string; to?: string }, names: NearNames): DayChoice[] {
  const from = bounds.from?.slice(0, 10)
  const to = bounds.to?.slice(0, 10)
  const backwards = to !== undefined && to <= today
  const choices: DayChoice[] = []
  for (let n = 0; n < 14 && choices.length < 7; n++) {
    const day = addDays(today, backwards ? -n : n)
    if ((from === undefined || day >= from) && (to === undefined || day <= to))
      choices.push({ value: day, label: nearName(day, today, names) })
  }
  return choices
}
export interface DayChoice {
  value: string
  label: string
}

function nearName(day: string, today: string, names: NearNames): string {
  if (day === today) return names.today
  if (day === addDays(today, 1)) return names.tomorrow
  if (day === addDays(today, -1)) return names.yesterday
  return dayName(day)
}

const COMMON_TIMES = ['07:30', '08:30', '12:30', '15:30', '16:30', '17:30', '18:30', '19:30', '20:30']

/** Times that people often choose; on the first possible day only those that are still to come. */
export const timeChoices = (day?: string, from?: string): string[] =>
  COMMON_TIMES.filter((time) => day === undefined || from === undefined || from.length < 16 || `${day}T${time}` >= from)

const NEAR_TIMES = 9
const HALF_HOUR = 30
const DAY_MINUTES = 24 * 60

/** Half hours around a time of day, in the order of the clock, over midnight where need be. */
export function timesAround(around: string): string[] {
  const [hours = 0, minutes = 0] = around.split(':').map(Number)
  const first = hours * 60 + minutes - Math.floor(NEAR_TIMES / 2) * HALF_HOUR
  return Array.from({ length: NEAR_TIMES }, (_, n) => {
    const at = (first + n * HALF_HOUR + DAY_MINUTES) % DAY_MINUTES
    return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
  })
}
