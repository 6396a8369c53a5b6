import type { Queryable } from '../database/database.ts'
import { addDays, instantOf, londonDay } from '../shared/calendarDay.ts'
import type { Json } from '../shared/json.ts'
import type { ReminderRules } from './rules.ts'

/** The dialogs of the loop between two sessions, in the order in which they come. Each takes the place of the one before. */
export const SESSION_LOOP = ['what-we-agreed', 'first-practice', 'task-check-in', 'agenda'] as const

export const isOfSessionLoop = (dialog: string): boolean => (SESSION_LOOP as readonly string[]).includes(dialog)

/** What was agreed with one person in a session, and when they want to hear of it. */
export interface Agreement {
  sessionId: string
  personId: string
  agreed: string
  module: string | null
  promptAt: Date | null
  checkAt: Date | null
}

interface Planned {
  key: string
  dialog: (typeof SESSION_LOOP)[number]
  input: Json
  /** From when on it stands at the start of a visit. */
  dueAt: Date
  /** When the bot comes first with it, within quiet hours and caps. */
  nudgeAt: Date
  untilAt: Date | null
}

/**
 * What an agreement leads to until the next session (brief 1.0): the card with what was agreed on the day itself, the
 * first practice prompt, the check in the middle of the week. Pure.
 */
export function remindersOf(
  { sessionId, agreed, module, promptAt, checkAt }: Agreement,
  next: Date | null,
  now: Date,
  rules: ReminderRules['session'],
): Planned[] {
  const input = { session: sessionId, task: agreed, ...(module === null ? {} : { module }) }
  const recapAt = instantOf(`${londonDay(now)}T${rules['recap-at']}`)
  const wanted = [
    { dialog: 'what-we-agreed' as const, dueAt: now, nudgeAt: recapAt > now ? recapAt : now },
    ...(promptAt === null ? [] : [{ dialog: 'first-practice' as const, dueAt: promptAt, nudgeAt: promptAt }]),
    ...(checkAt === null ? [] : [{ dialog: 'task-check-in' as const, dueAt: checkAt, nudgeAt: checkAt }]),
  ]
  return wanted.map((one, n) => ({
    ...one,
    key: `${one.dialog}/${sessionId}`,
    input,
    untilAt: wanted[n + 1]?.dueAt ?? next,
  }))
}

/** Things for the agenda are asked for on the day before, while there is a day before (brief 1.0). Pure. */
export function agendaReminder(
  personId: string,
  next: Date,
  now: Date,
  rules: ReminderRules['session'],
): Planned | undefined {
  const day = londonDay(next)
  const at = instantOf(`${addDays(day, -1)}T${rules['agenda-at']}`)
  if (at <= now) return undefined
  const untilAt = instantOf(`${day}T00:00`)
  return { key: `agenda/${personId}/${day}`, dialog: 'agenda', input: {}, dueAt: at, nudgeAt: at, untilAt }
}

/** Puts reminders in, as they are planned now. */
export async function planReminders(
  client: Queryable,
  personId: string,
  planned: readonly Planned[],
  now: Date,
): Promise<void> {
  for (const { key, dialog, input, dueAt, nudgeAt, untilAt } of planned)
    await client.query(
      `insert into reminders (key, person_id, due_at, nudge_at, until_at, dialog, input, state, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, 'waiting', $8)
       on conflict (key) do update set due_at = excluded.due_at, nudge_at = excluded.nudge_at, until_at = excluded.until_at,
         input = excluded.input, state = 'waiting'`,
      [key, personId, dueAt, nudgeAt, untilAt, dialog, JSON.stringify(input), now],
    )
}

/** Nothing of what went before is asked any more: a new session has taken its place. */
export async function endSessionLoop(client: Queryable, personId: string): Promise<void> {
  await client.query(
    `update reminders set state = 'cancelled' where person_id = $1 and state = 'waiting' and dialog = any($2)`,
    [personId, SESSION_LOOP],
  )
}

/** The next session of a case is at another time, or at none: the agenda of everybody in it is asked for on the day before. */
export async function moveAgenda(
  client: Queryable,
  { caseId, next, now, rules }: { caseId: string; next: Date | null; now: Date; rules: ReminderRules['session'] },
): Promise<void> {
  await client.query(
    `update reminders r set state = 'cancelled' from people p
     where p.id = r.person_id and p.case_id = $1 and r.state = 'waiting' and r.dialog = 'agenda'`,
    [caseId],
  )
  if (next === null) return
  const { rows: people } = await client.query<{ id: string }>(
    `select id from people where case_id = $1 and state <> 'closed'`,
    [caseId],
  )
  for (const { id } of people) {
    const agenda = agendaReminder(id, next, now, rules)
    if (agenda) await planReminders(client, id, [agenda], now)
  }
}
