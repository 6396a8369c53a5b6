import { z } from 'zod'
import { entriesNamed, type SleepEntry } from './diary.ts'

/** What helps sleep, in the order in which it is gone through: waking comes before bedtime (brief 1c, checklist). */
export const HABITS = [
  'wake-time', 'morning-light', 'caffeine', 'phone-away', 'wind-down', 'naps',
  'moving', 'bed-for-sleep', 'dark-quiet', 'hunger', 'nicotine-alcohol', 'worries-parked',
] as const // prettier-ignore
export type Habit = (typeof HABITS)[number]

/** Under this name a portion of the checklist is kept. */
const CHECKLIST = 'sleep-checklist'

const portion = z.object({
  habits: z.array(
    z.object({
      habit: z.enum(HABITS),
      answer: z.enum(['yes', 'sometimes', 'no', 'not-up-to-me']).nullable(),
      up_for: z.number().nullable(),
    }),
  ),
})

/** How somebody answered for one habit. Passed over is null: it was asked and is not asked again. */
export interface HabitAnswer {
  habit: Habit
  answer: 'yes' | 'sometimes' | 'no' | 'not-up-to-me' | null
  upFor: number | null
}

/** The checklist as it stands, in its own order; of two answers about one habit the later counts. */
export function habitAnswers(entries: readonly SleepEntry[]): HabitAnswer[] {
  const answers = new Map<Habit, HabitAnswer>()
  for (const { fields } of entriesNamed(entries, CHECKLIST)) {
    const read = portion.safeParse(fields)
    if (!read.success) continue
    for (const { habit, answer, up_for: upFor } of read.data.habits) answers.set(habit, { habit, answer, upFor })
  }
  return HABITS.flatMap((habit) => answers.get(habit) ?? [])
}

/** Habits that were not asked about yet. */
export const habitsLeft = (answers: readonly HabitAnswer[]): Habit[] =>
  HABITS.filter((habit) => !answers.some((one) => one.habit === habit))

/** Habits that could be tried, those somebody is most up for first; among equals the checklist's order decides (brief 1c). */
export const habitsToTry = (answers: readonly HabitAnswer[]): Habit[] =>
  answers
    .filter(({ answer }) => answer === 'no' || answer === 'sometimes')
    .toSorted((a, b) => (b.upFor ?? 0) - (a.upFor ?? 0))
    .map(({ habit }) => habit)
