import type { CalendarDay } from '../shared/calendarDay.ts'
import { entriesNamed, type SleepEntry } from './diary.ts'

/** What is told about sleep, one a day, in this order (brief 1c). The words stand in content. */
export const FACTS = ['later-clock', 'morning-light', 'brief-wakings', 'caffeine', 'lie-ins', 'trying-hard', 'one-bad-night'] as const // prettier-ignore
export type Fact = (typeof FACTS)[number]

/** Under this name it is kept that a fact was told. */
const TOLD = 'sleep-fact'

/** The next fact that was not told yet; undefined where one was told today, or all have been. */
export function nextFact(entries: readonly SleepEntry[], today: CalendarDay): Fact | undefined {
  const told = entriesNamed(entries, TOLD)
  if (told.some(({ at }) => at.slice(0, 10) === today)) return undefined
  return FACTS.find((fact) => !told.some(({ fields }) => fields.fact === fact))
}
