import { addDays, type CalendarDay } from '../shared/calendarDay.ts'

/** What an attack's entry says that these rules look at. `day` is when it was, not when it was written down. */
export interface Attack {
  day: CalendarDay
  fainted: boolean
  keptAway: boolean
}

/** What asks the practitioner to look at the plan together, or beyond it (brief 1d, panic, step-up). */
export type PanicStepUp = 'fainting' | 'avoidance-spreading' | 'most-days'

const WEEK = 7
/** Attacks on this many days of the last seven are "most days". A proposal. */
const MOST_DAYS = 4
/** Staying away after this many attacks in a week, and more than in the week before, is spreading. A proposal. */
const KEPT_AWAY = 2

/** What the attacks of the last two weeks ask for, as of a day. Nothing is concluded from what was not written down. */
export function panicStepUp(attacks: readonly Attack[], today: CalendarDay): PanicStepUp[] {
  const between = (from: number, until: number) =>
    attacks.filter(({ day }) => day > addDays(today, -from) && day <= addDays(today, -until))
  const [lastWeek, weekBefore] = [between(WEEK, 0), between(2 * WEEK, WEEK)]
  const keptAway = (week: readonly Attack[]) => week.filter((one) => one.keptAway).length
  return [
    ...(lastWeek.some(({ fainted }) => fainted) ? ['fainting' as const] : []),
    ...(keptAway(lastWeek) >= KEPT_AWAY && keptAway(lastWeek) > keptAway(weekBefore)
      ? ['avoidance-spreading' as const]
      : []),
    ...(new Set(lastWeek.map(({ day }) => day)).size >= MOST_DAYS ? ['most-days' as const] : []),
  ]
}

/** What an attack that has just been written down asks for, and the ones before did not. */
export function newStepUps(before: readonly Attack[], attack: Attack, today: CalendarDay): PanicStepUp[] {
  const known = panicStepUp(before, today)
  return panicStepUp([...before, attack], today).filter((one) => !known.includes(one))
}
