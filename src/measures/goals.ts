import { z } from 'zod'
import type { Goal } from '../record/events.ts'

/** At most this many goals for one person, ever: the national table has three codes, and a number is never given twice. */
export const GOALS_AT_MOST = 3

/** A goal as it is asked about: its number, and the words agreed in a session. */
export const askedGoal = z.object({ number: z.int().min(1).max(GOALS_AT_MOST), words: z.string().min(1) })
export type AskedGoal = z.infer<typeof askedGoal>

/** The item of the goals' measure that a goal's rating is. */
export const goalItem = (number: number): string => `goal${number}`

const LONGEST = 140

/**
 * A goal's words, as they are read in chat before every rating: one line, short, nothing that could be a link, a number to
 * ring or one of our own placeholders. That the words are the person's own is for the practitioner to see to.
 */
export const goalWords = z
  .string()
  .trim()
  .min(3, 'A goal needs a few words.')
  .max(LONGEST, `A goal is at most ${LONGEST} characters, so that it can be read at a glance.`)
  .regex(/^[^\p{Cc}\p{Cf}{}<>]*$/u, 'A goal is one line of plain words.')
  .refine((words) => !/https?:|www\.|@/i.test(words), 'A goal has no link and no address in it.')
  .refine((words) => !/\d[\d ]{6,}\d/.test(words), 'A goal has no telephone number in it.')

/** The goals a person is working on, by number. Given the newest version of each. */
export const activeGoals = <G extends Pick<Goal, 'number' | 'state'>>(goals: readonly G[]): G[] =>
  goals.filter(({ state }) => state === 'active').sort((a, b) => a.number - b.number)

/** The number of a new goal; undefined when all are used. One that was reached or dropped keeps its number (never re-used). */
export function nextGoalNumber(goals: readonly Pick<Goal, 'number'>[]): number | undefined {
  const next = Math.max(0, ...goals.map(({ number }) => number)) + 1
  return next <= GOALS_AT_MOST ? next : undefined
}
