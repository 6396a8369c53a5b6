import type { Queryable } from '../database/database.ts'
import type { LadderRules } from '../risk/ladder/ladderFile.ts'
import { addDays, instantOf, londonDay } from '../shared/calendarDay.ts'

/** Dialogs of after-care: they wait like reminders and come before anything else at the start (brief 4.8). */
export const AFTER_CARE: readonly string[] = ['after-release', 'how-we-handled-it']

/** What a hold that has ended leaves to do, once a day however many were released: in the transaction that tells the person of it. */
export async function beginAfterCare(
  client: Queryable,
  { personId, now, rules }: { personId: string; now: Date; rules: LadderRules['after_care'] },
): Promise<void> {
  const today = londonDay(now)
  const nextDay = instantOf(`${addDays(today, 1)}T${rules.ask_next_day_at}`)
  await client.query(
    `insert into reminders (key, person_id, due_at, dialog, input, state, created_at, nudge_at) values
       ($1, $2, $3, 'after-release', '{}', 'waiting', $3, null), ($4, $2, $5, 'how-we-handled-it', '{}', 'waiting', $3, $5)
     on conflict (key) do nothing`,
    [`after-release/${personId}/${today}`, personId, now, `how-we-handled-it/${personId}/${today}`, nextDay],
  )
  await client.query('update people set settings = settings || $2, version = version + 1 where id = $1', [
    personId,
    JSON.stringify({ smallerTasksUntil: addDays(today, rules.smaller_tasks_days) }),
  ])
}

/** Whether dialogs are to keep tasks smaller for this person. */
export const wantsSmallerTasks = (settings: Record<string, unknown>, now: Date): boolean =>
  typeof settings.smallerTasksUntil === 'string' && londonDay(now) <= settings.smallerTasksUntil
